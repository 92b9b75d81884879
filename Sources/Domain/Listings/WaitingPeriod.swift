/// How long a new client waits: seven bands, each an upper bound, best first.
public enum WaitingPeriod: String, CaseIterable, Hashable, Sendable, Codable {
  case now
  case twoWeeks = "2-weeks"
  case oneMonth = "1-month"
  case threeMonths = "3-months"
  case sixMonths = "6-months"
  case overSixMonths = "over-6-months"
  case closed

  /// The word in URLs, files and tables.
  public var slug: String { rawValue }

  /// As it stands on a button or a listing.
  public var label: String {
    switch self {
    case .now: "No wait"
    case .twoWeeks: "Within 2 weeks"
    case .oneMonth: "Within a month"
    case .threeMonths: "Within 3 months"
    case .sixMonths: "Within 6 months"
    case .overSixMonths: "More than 6 months"
    case .closed: "Closed to new clients"
    }
  }

  /// Its place among the seven, 0 (now) to 6 (closed): the octet that a link token carries.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? 6 }

  /// The band of a rank, or nil outside 0...6.
  public init?(rank: Int) {
    guard Self.allCases.indices.contains(rank) else { return nil }
    self = Self.allCases[rank]
  }

  /// Whether a practitioner with this wait takes new clients at all.
  public var isOpen: Bool { self != .closed }
}

extension WaitingPeriod: Comparable {
  /// A shorter wait comes first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
