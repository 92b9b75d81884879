/// Which slots hold which words, to be found by how a word begins.
struct WordIndex: Sendable {
  /// In order, by their octets.
  private var words: [String] = []
  private var postings: [Posting] = []

  /// Built at once from the slots of every word.
  init(_ slots: [String: [Int32]]) {
    words = slots.keys.sorted(by: Self.isBefore)
    postings = words.map { Posting(slots[$0] ?? []) }
  }

  /// Adds to a set the slots that hold a word which begins so.
  func add(to found: inout SlotSet, beginning prefix: String) {
    var index = position(of: prefix)
    while index < words.count, words[index].utf8.starts(with: prefix.utf8) {
      postings[index].add(to: &found)
      index += 1
    }
  }

  mutating func insert(_ slot: Int, under word: String) {
    let index = position(of: word)
    if index < words.count, words[index] == word { return postings[index].insert(slot) }
    words.insert(word, at: index)
    postings.insert(Posting([Int32(slot)]), at: index)
  }

  mutating func remove(_ slot: Int, under word: String) {
    let index = position(of: word)
    guard index < words.count, words[index] == word else { return }
    postings[index].remove(slot)
    if postings[index].isEmpty {
      words.remove(at: index)
      postings.remove(at: index)
    }
  }

  /// Where a word stands or would stand.
  private func position(of word: String) -> Int {
    words.partitioningIndex { !Self.isBefore($0, word) }
  }

  /// By octets, so that all words with one beginning stand together.
  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
