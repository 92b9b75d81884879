/// Turns the order of equals: every seed puts everybody first as often as everybody else.
enum MatchRotation {
  /// Where somebody stands under a seed, the smallest first.
  static func key(_ practitioner: Practitioner.ID, seed: UInt64) -> UInt64 {
    mixed(practitioner.text.utf8.reduce(mixed(seed)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  /// The finish of SplitMix64 (Steele, Lea and Flood, 2014): each bit of the outcome depends on each that went in.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
