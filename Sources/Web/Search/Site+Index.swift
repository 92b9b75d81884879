import Domain
import Store

extension Site {
  /// The index as of the last commit and this moment.
  var index: SearchIndex {
    finder.index(of: store.directory, reference: reference, now: now(), zone: settings.timeZone)
  }
}
