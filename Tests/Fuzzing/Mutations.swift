/// Changes real values in the ways that find what a reader did not think of. The same seed makes the same changes.
public struct Mutations: Sendable {
  private var state: UInt64

  /// A sequence of changes.
  public init(seed: UInt64) { state = seed }

  /// What readers stumble over.
  private static let pieces: [[UInt8]] =
    [
      "\0", "\r\n", "\n", "\t", " ", "%", "%00", "&", "=", "+", "--", "..", "/", "~", "*", ",", ":", "'",
      "\"", "<", "{{", "}}",
      "- ", "&a ", "*a", "!!binary ", "\u{FEFF}", "\u{301}", "😀", "\u{202E}", "99999999999999999999", "-1",
      "0", "1e309", "nan",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], Array(repeating: 0x5B, count: 300)]

  /// One to six changes to `value`, which may take pieces of the others.
  public mutating func change(_ value: [UInt8], with others: [[UInt8]]) -> [UInt8] {
    var value = value
    for _ in 0...below(6) { value = changeOnce(value, others) }
    return Array(value.prefix(20_000))
  }

  private mutating func changeOnce(_ value: [UInt8], _ others: [[UInt8]]) -> [UInt8] {
    var value = value
    let at = below(value.count + 1)
    let end = min(value.count, at + below(20))
    switch below(8) {
    case 0 where at < value.count: value[at] ^= 1 << UInt8(below(8))
    case 1 where at < value.count: value[at] = UInt8(below(256))
    case 2: value.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: at)
    case 3: value.removeSubrange(at..<end)
    case 4: value.insert(contentsOf: value[at..<end], at: below(value.count + 1))
    case 5: value.removeSubrange(at...)
    case 6:
      let other = others[below(others.count)]
      value = Array(value[..<at] + other.dropFirst(below(other.count + 1)))
    default:
      let piece = value[at..<end]
      for _ in 0..<below(50) { value.insert(contentsOf: piece, at: at) }
    }
    return value
  }

  /// A number from 0 up to, and not including, `bound` (SplitMix64).
  public mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }
}
