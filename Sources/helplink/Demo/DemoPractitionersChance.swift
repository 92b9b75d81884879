/// Chance that comes out the same on every machine and with every version of the standard library, whose own choices among
/// elements promise no such thing. SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct DemoChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// At least 0, less than 1.
  mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(fraction() * Double(range.count))
  }

  /// True this often, 0 to 1.
  mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

  /// One of the elements, or nil when there are none.
  mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(0...elements.count - 1)]
  }

  /// One of the elements, each as likely as its weight, or nil when there are none.
  mutating func one<Element>(of elements: [Element], weight: (Element) -> Double) -> Element? {
    var left = fraction() * elements.reduce(0) { $0 + weight($1) }
    for element in elements {
      left -= weight(element)
      if left < 0 { return element }
    }
    return elements.last
  }

  /// Up to `count` different elements, in the order they stand in.
  mutating func some<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var chosen: [Element] = []
    for (index, element) in elements.enumerated() {
      let stillNeeded = min(count, elements.count) - chosen.count
      if happens(Double(stillNeeded) / Double(elements.count - index)) { chosen.append(element) }
    }
    return chosen
  }
}
