import Dispatch
import Domain
import GRDB
import Synchronization

extension Store {
  /// What is kept in memory of the record.
  final class Shelf: Sendable {
    let directory: Mutex<Directory>
    let recommendations: Mutex<Recommendations>
    let savedSearches: Mutex<[Practitioner.ID: [SavedSearch]]>
    /// Grows when any of them changes, after it has.
    let version = Mutex(0)

    /// Reads all of it. Nobody writes meanwhile: the record is not open yet.
    init(_ pool: DatabasePool, _ keys: KeyRing) throws {
      directory = Mutex(try Self.directory(pool, keys))
      let (made, saved) = try pool.read {
        let record = Record($0, keys)
        return (try record.allRecommendations(), try record.allSavedSearches())
      }
      recommendations = Mutex(Recommendations(made))
      savedSearches = Mutex(saved)
    }

    /// Two connections read at once, each half of the members: it is what a start with 100,000 takes longest for. Identifiers
    /// are chance in base32, so as many begin with 2 to 7 and a to j as with k to z; what is none is met in one half or the other.
    private static func directory(_ pool: DatabasePool, _ keys: KeyRing) throws -> Directory {
      let halves = [("", "k"), ("k", "\u{10FFFF}")]
      let read = Mutex<[Result<Directory, any Error>?]>(halves.map { _ in nil })
      DispatchQueue.concurrentPerform(iterations: halves.count) { number in
        let (first, end) = halves[number]
        let half = Result { try pool.read { try Record($0, keys).directory(from: first, before: end) } }
        read.withLock { $0[number] = half }
      }
      var directory = Directory([])
      for half in read.withLock({ $0 }).compactMap(\.self) { directory.append(try half.get()) }
      return directory
    }

    func take(_ fresh: Writer.Fresh) {
      if !fresh.listings.isEmpty {
        directory.withLock { for (id, listing) in fresh.listings { $0.set(listing, of: id) } }
      }
      if !fresh.recommendations.isEmpty {
        recommendations.withLock { for (id, made) in fresh.recommendations { $0.set(made, by: id) } }
      }
      if !fresh.savedSearches.isEmpty {
        savedSearches.withLock { $0.merge(fresh.savedSearches) { $1 } }
      }
      if !fresh.isEmpty { version.withLock { $0 += 1 } }
    }
  }
}
