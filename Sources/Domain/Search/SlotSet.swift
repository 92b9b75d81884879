/// A set of slots of the directory, a bit each: 12.5 kB for 100,000.
struct SlotSet: Hashable, Sendable {
  private var words: [UInt64] = []

  /// The empty set.
  init() {}

  /// The set of some slots.
  init(_ slots: some Sequence<Int32>) {
    for slot in slots { insert(Int(slot)) }
  }

  /// How many there are.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func contains(_ slot: Int) -> Bool {
    let word = slot >> 6
    return word < words.count && words[word] >> UInt64(slot & 63) & 1 == 1
  }

  mutating func insert(_ slot: Int) {
    let word = slot >> 6
    if word >= words.count { words += Array(repeating: 0, count: word + 1 - words.count) }
    words[word] |= 1 << UInt64(slot & 63)
  }

  mutating func remove(_ slot: Int) {
    let word = slot >> 6
    if word < words.count { words[word] &= ~(1 << UInt64(slot & 63)) }
  }

  mutating func formUnion(_ other: Self) {
    if words.count < other.words.count {
      words += Array(repeating: 0, count: other.words.count - words.count)
    }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: Self) {
    if words.count > other.words.count { words.removeLast(words.count - other.words.count) }
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// How many are in both.
  func countOfIntersection(_ other: Self) -> Int {
    words.withUnsafeBufferPointer { left in
      other.words.withUnsafeBufferPointer { right in
        var count = 0
        for index in 0..<Swift.min(left.count, right.count) {
          count &+= (left[index] & right[index]).nonzeroBitCount
        }
        return count
      }
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    let count = Swift.min(left.words.count, right.words.count)
    return left.words.prefix(count) == right.words.prefix(count)
      && left.words.dropFirst(count).allSatisfy { $0 == 0 }
      && right.words.dropFirst(count).allSatisfy { $0 == 0 }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

extension SlotSet: Sequence {
  /// Its slots, the smallest first.
  func makeIterator() -> some IteratorProtocol<Int> {
    var (index, word) = (-1, UInt64(0))
    return AnyIterator { [words] in
      while word == 0 {
        index += 1
        guard index < words.count else { return nil }
        word = words[index]
      }
      defer { word &= word - 1 }
      return index << 6 + word.trailingZeroBitCount
    }
  }
}
