/// A length of time in whole seconds, written as a time span of systemd (`man 7 systemd.time`, "Parsing Time Spans"):
/// `90`, `7 days`, `1h 30min`, `2w`, `3 months`, `1.5h`. A number without a unit counts seconds.
///
/// A month is 30.4375 days (systemd's manual rounds that to 30.44) and a year 365.25, as systemd reckons. Left out of
/// what systemd takes: what does not come to whole seconds, `infinity`, signs, and a point with no digit before it.
public struct TimeSpan: Hashable, Sendable {
  /// From 0 to 18,446,744,073,708, which is 584,542 years: systemd counts microseconds in 64 bits.
  public let seconds: Int

  /// A span of so many seconds: none for a number below zero, the longest for one beyond it.
  public init(seconds: Int) { self.seconds = min(max(seconds, 0), Self.longest) }

  static let longest = 18_446_744_073_708

  /// Reads a time span; blanks may stand before, between and after numbers and units.
  /// - Throws: ``TimeSpanError`` with the column of the first mistake.
  public init(_ text: String) throws(TimeSpanError) {
    var reader = TimeSpanReader(text)
    var total = 0
    repeat {
      let (seconds, column) = try reader.part()
      // Neither is more than `longest`, so the sum is far from overflowing.
      total += seconds
      guard total <= Self.longest else { throw TimeSpanReader.tooLong(at: column) }
    } while !reader.isAtEnd
    seconds = total
  }

  /// As `systemd-analyze timespan` prints it: `1h 30min`, `1w`, `0`. Reading it gives an equal span.
  public var normalized: String {
    var rest = seconds
    let parts = TimeSpanUnit.allCases.compactMap { unit -> String? in
      let count = rest / unit.seconds
      rest %= unit.seconds
      return count > 0 ? "\(count)\(unit.rawValue)" : nil
    }
    return parts.isEmpty ? "0" : parts.joined(separator: " ")
  }
}
