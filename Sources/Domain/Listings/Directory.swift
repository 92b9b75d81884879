import Foundation

/// All listings that colleagues may see, in memory, as of one version of the record.
public struct Directory: Sendable {
  private var listings: [Practitioner.ID: Listing]
  /// Grows with every change.
  public private(set) var version: Int

  /// A directory of these listings; those that are not published, or whose member takes no part, are left out.
  public init(_ listings: some Sequence<Listing>) {
    self.listings = [:]
    version = 0
    for listing in listings where listing.isPublished {
      self.listings[listing.practitioner] = listing
    }
  }

  /// Puts a listing in the place of the one before it, or takes it out when it is nil or not to be seen.
  public mutating func set(_ listing: Listing?, of practitioner: Practitioner.ID) {
    listings[practitioner] = listing?.isPublished == true ? listing : nil
    version += 1
  }

  /// How many there are.
  public var count: Int { listings.count }

  /// One listing.
  public subscript(practitioner: Practitioner.ID) -> Listing? { listings[practitioner] }

  /// All of them in the default order.
  public func byAvailability(now: Date) -> [Listing] {
    Self.sorted(listings.values, now: now)
  }

  /// Those of some members, in the same order.
  public func byAvailability(now: Date, among members: Set<Practitioner.ID>) -> [Listing] {
    Self.sorted(members.compactMap { listings[$0] }, now: now)
  }

  private static func sorted(_ listings: some Sequence<Listing>, now: Date) -> [Listing] {
    listings.map { (Availability(of: $0, now: now), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
