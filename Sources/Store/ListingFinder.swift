import Domain
import Foundation
import Synchronization

/// Keeps the index of the listings at hand. Whoever asks first after a commit, or on a new day, brings it up to date; who asked
/// before searches on in the snapshot that they were given.
public final class ListingFinder: Sendable {
  private let kept = Mutex<SearchIndex?>(nil)

  /// A finder that has no index yet: the first who asks makes it.
  public init() {}

  /// The index of a directory as of a moment.
  public func index(of directory: Directory, reference: ReferenceData, now: Date, zone: TimeZone)
    -> SearchIndex
  {
    kept.withLock { kept in
      guard var index = kept.take() else {
        let made = SearchIndex(directory, reference: reference, now: now, zone: zone)
        kept = made
        return made
      }
      // Who was overtaken by a commit gets what is newer.
      if !index.shows(directory, at: now), directory.version >= index.directory.version {
        index.follow(directory, reference: reference, now: now, zone: zone)
      }
      kept = index
      return index
    }
  }
}
