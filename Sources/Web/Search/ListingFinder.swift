import Domain
import Foundation
import Synchronization

/// Keeps the index of the listings at hand. Whoever asks first after a commit, or on a new day, brings it up to date; a request
/// searches on in the snapshot that it was given.
final class ListingFinder: Sendable {
  private let kept = Mutex<SearchIndex?>(nil)

  func index(of directory: Directory, reference: ReferenceData, now: Date, zone: TimeZone) -> SearchIndex {
    kept.withLock { kept in
      guard var index = kept.take() else {
        let made = SearchIndex(directory, reference: reference, now: now, zone: zone)
        kept = made
        return made
      }
      // A request that was overtaken by a commit gets what is newer.
      if !index.shows(directory, at: now), directory.version >= index.directory.version {
        index.follow(directory, reference: reference, now: now, zone: zone)
      }
      kept = index
      return index
    }
  }
}

extension Site {
  /// The index as of the last commit and this moment.
  var index: SearchIndex {
    finder.index(of: store.directory, reference: reference, now: now(), zone: settings.timeZone)
  }
}
