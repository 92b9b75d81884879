/// Text made of what breaks out of attributes and tags, the same for the same seed.
struct HostileText {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let parts = [
    "\"", "'", "<", ">", "&", "&amp;", "&#34;", "&quot", "`", "=", "/", " ", "\t", "\n", "\u{301}",
    "\u{200D}",
    "\u{FE0F}", "\u{20E3}", "\u{202E}", "\u{2028}", "\u{FFFE}", "é", "e", "漢", "😀", "🏽", "</p>", "-->", "]]>",
    "onclick=", "<script>", "javascript:", "\u{0085}",
  ]

  /// Up to `length` parts, in an order that the seed decides.
  func next(length: Int) -> String {
    var generator = self
    let count = Int(generator.draw() % UInt64(length)) + 1
    return (0..<count).map { _ in Self.parts[Int(generator.draw() % UInt64(Self.parts.count))] }.joined()
  }

  /// SplitMix64.
  private mutating func draw() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
