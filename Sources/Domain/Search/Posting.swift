/// Slots that hold one word: a list while they are few, bits once those take less.
enum Posting: Sendable {
  case few([Int32])
  case many(SlotSet)

  /// A list of more takes more than the bits of 100,000 slots.
  private static let mostListed = 3_000

  /// These slots.
  init(_ slots: [Int32]) { self = slots.count > Self.mostListed ? .many(SlotSet(slots)) : .few(slots) }

  var isEmpty: Bool {
    switch self {
    case .few(let slots): slots.isEmpty
    case .many(let slots): slots.isEmpty
    }
  }

  /// Adds them to a set.
  func add(to found: inout SlotSet) {
    switch self {
    case .few(let slots): for slot in slots { found.insert(Int(slot)) }
    case .many(let slots): found.formUnion(slots)
    }
  }

  mutating func insert(_ slot: Int) {
    switch self {
    case .few(let slots): self = Self(slots + [Int32(slot)])
    case .many(var slots):
      self = .few([])
      slots.insert(slot)
      self = .many(slots)
    }
  }

  mutating func remove(_ slot: Int) {
    switch self {
    case .few(let slots): self = .few(slots.filter { $0 != slot })
    case .many(var slots):
      self = .few([])
      slots.remove(slot)
      self = .many(slots)
    }
  }
}
