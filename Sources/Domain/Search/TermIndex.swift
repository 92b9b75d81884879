/// Which slots say which slugs, and which slugs a word of a search may mean.
struct TermIndex: Sendable {
  private let numberBySlug: [Facet: [String: Int]]
  private let all: [(facet: Facet, slug: String)]
  /// Slots by the number of the term.
  private var slotsByNumber: [SlotSet]
  /// Words of labels and of what else terms are called, in the order of their octets, each with the number of its term.
  private let words: [(word: String, number: Int)]

  /// Facets whose labels free text looks through as well.
  private static let worded: Set<Facet> = [.area, .modality, .service, .profession, .funding, .language]

  /// Empty, over these terms.
  init(_ reference: ReferenceData) {
    var numbers: [Facet: [String: Int]] = [:]
    var terms: [(facet: Facet, slug: String)] = []
    var words: [(word: String, number: Int)] = []
    for facet in Facet.allCases {
      for term in reference.facets[facet] {
        numbers[facet, default: [:]][term.slug] = terms.count
        if Self.worded.contains(facet) {
          let names = [term.label] + reference.taxonomy.otherNames(of: term.slug, in: facet)
          words += Set(names.flatMap(FoldedWords.of)).map { (word: $0, number: terms.count) }
        }
        terms.append((facet, term.slug))
      }
    }
    numberBySlug = numbers
    all = terms
    self.words = words.sorted { $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) }
    slotsByNumber = terms.map { _ in SlotSet() }
  }

  mutating func insert(_ slot: Int, _ profile: Profile) {
    for number in numbers(of: profile) { slotsByNumber[number].insert(slot) }
  }

  mutating func remove(_ slot: Int, _ profile: Profile) {
    for number in numbers(of: profile) { slotsByNumber[number].remove(slot) }
  }

  /// Slots that say one of some slugs.
  func slots(_ slugs: Set<String>, in facet: Facet) -> SlotSet {
    slugs.compactMap { numberBySlug[facet]?[$0] }.reduce(into: SlotSet()) { $0.formUnion(slotsByNumber[$1]) }
  }

  /// Adds to a set the slots of all terms that have a word which begins so.
  func add(to found: inout SlotSet, beginning prefix: String) {
    for number in numbers(beginning: prefix) { found.formUnion(slotsByNumber[number]) }
  }

  /// Terms that have a word which begins so.
  func terms(beginning prefix: String) -> [(facet: Facet, slug: String)] {
    numbers(beginning: prefix).map { all[$0] }
  }

  /// How many of some slots say each slug of a facet.
  func counts(of facet: Facet, among some: SlotSet) -> [String: Int] {
    (numberBySlug[facet] ?? [:]).mapValues { slotsByNumber[$0].countOfIntersection(some) }
  }

  private func numbers(of profile: Profile) -> [Int] {
    Facet.allCases.flatMap { facet in
      facet.values(of: profile).compactMap { numberBySlug[facet]?[$0] }
    }
  }

  private func numbers(beginning prefix: String) -> Set<Int> {
    let first = words.partitioningIndex { !$0.word.utf8.lexicographicallyPrecedes(prefix.utf8) }
    return Set(words[first...].prefix { $0.word.utf8.starts(with: prefix.utf8) }.map(\.number))
  }
}
