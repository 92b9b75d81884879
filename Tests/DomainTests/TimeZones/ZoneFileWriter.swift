/// Writes TZif as RFC 9636 describes it, and wrongly where a test asks for that.
struct ZoneFileWriter {
  /// 0 is version 1; otherwise the digit's letter.
  var version = UInt8(ascii: "2")
  /// Seconds since 1970, and the index of the offset from then on.
  var transitions: [(second: Int, kind: UInt8)] = []
  /// Seconds east of UTC.
  var offsets = [36_000]
  var flag: UInt8 = 0
  var abbreviation: UInt8 = 0
  var abbreviations = Array("ABC\0".utf8)
  var indicators: [UInt8] = []
  /// Twelve octets each.
  var leapSeconds: [[UInt8]] = []
  var rule = "ABC-10"
  /// The 32-bit block of versions 2 to 4, which is for readers of version 1.
  var oldTransitions: [(second: Int, kind: UInt8)] = []

  /// What the header says, if not the truth.
  var statedTransitions: UInt32?

  var bytes: [UInt8] {
    guard version != 0 else { return header(transitions) + block(transitions, octets: 4) }
    return header(oldTransitions) + block(oldTransitions, octets: 4) + header(transitions)
      + block(transitions, octets: 8) + [0x0A] + Array(rule.utf8) + [0x0A]
  }

  private func header(_ transitions: [(second: Int, kind: UInt8)]) -> [UInt8] {
    let counts = [
      indicators.count, indicators.count, leapSeconds.count,
      statedTransitions.map(Int.init) ?? transitions.count,
      offsets.count, abbreviations.count,
    ]
    return Array("TZif".utf8) + [version] + Array(repeating: 0, count: 15)
      + counts.flatMap { Self.octets($0, 4) }
  }

  private func block(_ transitions: [(second: Int, kind: UInt8)], octets: Int) -> [UInt8] {
    var block = transitions.flatMap { Self.octets($0.second, octets) } + transitions.map(\.kind)
    block += offsets.flatMap { Self.octets($0, 4) + [flag, abbreviation] } + abbreviations
    return block + leapSeconds.flatMap { $0.prefix(octets + 4) } + indicators + indicators
  }

  private static func octets(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
