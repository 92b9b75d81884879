import Foundation

/// One run of the waiting-period emails, named by its month: `2026-12`.
public struct Round: Hashable, Sendable, Codable, CustomStringConvertible, Comparable {
  /// Four digits.
  public let year: Int
  /// 1 to 12.
  public let month: Int

  /// The round that an instant falls into where `zone`'s clocks are right.
  public init(at instant: Date, in zone: TimeZone) {
    let civil = LocalDay(instant, in: zone).civil
    year = civil.year
    month = civil.month
  }

  /// The round named `text`, or nil when that is not `YYYY-MM`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isDigits, parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]),
      let month = Int(parts[1]), year > 0, (1...12).contains(month)
    else { return nil }
    self.year = year
    self.month = month
  }

  /// Two numbers; a month outside 1 to 12 is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    year = try container.decode(Int.self, forKey: .year)
    month = try container.decode(Int.self, forKey: .month)
    guard (1...12).contains(month) else {
      throw DecodingError.dataCorruptedError(forKey: .month, in: container, debugDescription: "no month")
    }
  }

  /// `2026-12`.
  public var description: String {
    let digits = String(year * 100 + month)
    let padded = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    return padded.prefix(4) + "-" + padded.suffix(2)
  }

  /// "December 2026".
  public var words: String { "\(LocalDay.monthNames[month - 1]) \(year)" }

  /// In order, the smaller first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
