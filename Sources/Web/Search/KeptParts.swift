import Domain
import Foundation
import Synchronization

/// Parts of pages of listings as they were written, for the next member who searches alike (measured: they take a good third of the
/// time of a page).
///
/// Nothing that is a member's own is in them; what is shown depends on is in the key, so nothing is ever out of date.
final class KeptParts: Sendable {
  /// All that the parts of a page depend on.
  struct Key: Hashable, Sendable {
    /// The record's version, read before the index was, and the moment of the index.
    let version: Int
    let moment: Date
    /// Ages are told by the day, and days begin with the reader's zone.
    let day: LocalDay
    let zone: String
    /// The search, as it stands in the address.
    let query: String
    /// How many are recommended by the reader's colleagues: it stands beside that filter.
    let peers: Int
    /// Whether the reader may refer to others, and who they are where they are on the page themselves.
    let mayRefer: Bool
    let own: Practitioner.ID?
  }

  /// Pages that are kept at a time: some 70 KiB each.
  static let most = 64
  /// Longer searches are not kept.
  static let longestQuery = 500

  private let kept = Mutex<[Key: ListedParts]>([:])

  /// The parts of a page, made now unless they are kept.
  func parts(_ key: Key, make: () -> ListedParts) -> ListedParts {
    if let known = kept.withLock({ $0[key] }) { return known }
    let parts = make()
    kept.withLock { kept in
      if kept.count >= Self.most { kept.removeAll() }
      kept[key] = parts
    }
    return parts
  }
}
