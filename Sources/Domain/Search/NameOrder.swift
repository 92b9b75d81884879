/// All slots by the names in them. Titles do not count: all doctors would stand together.
struct NameOrder: Sendable {
  private(set) var slots: [Int32]

  private struct Key: Comparable {
    let words: [String]
    let id: Practitioner.ID

    init(_ listing: Listing) {
      let all = FoldedWords.of(listing.name)
      let named = all.drop { NameOrder.titles.contains($0) }
      words = named.isEmpty ? all : Array(named)
      id = listing.practitioner
    }

    static func < (left: Self, right: Self) -> Bool {
      left.words == right.words ? left.id < right.id : left.words.lexicographicallyPrecedes(right.words)
    }
  }

  private static let titles: Set<String> = [
    "dr", "prof", "professor", "a", "assoc", "associate", "mr", "mrs", "ms", "miss", "mx",
  ]

  /// The order of a directory.
  init(_ directory: Directory) {
    var keys: [(key: Key, slot: Int32)] = []
    keys.reserveCapacity(directory.count)
    directory.forEachSlot { keys.append((Key($1), Int32($0))) }
    slots = keys.sorted { $0.key < $1.key }.map(\.slot)
  }

  mutating func remove(_ slot: Int, _ listing: Listing, _ standing: (Int) -> Listing?) {
    let position = position(of: Key(listing), standing)
    if position < slots.count, slots[position] == Int32(slot) { slots.remove(at: position) }
  }

  mutating func insert(_ slot: Int, _ listing: Listing, _ standing: (Int) -> Listing?) {
    slots.insert(Int32(slot), at: position(of: Key(listing), standing))
  }

  private func position(of key: Key, _ standing: (Int) -> Listing?) -> Int {
    slots.partitioningIndex { !(standing(Int($0)).map { Key($0) < key } ?? false) }
  }
}
