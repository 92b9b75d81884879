/// A search as an address, a form or a file writes it, with all that is wrong with it.
public struct SearchReading: Sendable {
  /// What was understood; what was not is left out.
  public private(set) var search = ListingSearch()
  /// In the order that they came.
  public private(set) var problems: [SearchProblem] = []
  private let terms: FacetTerms
  private var seen: [SearchName: String] = [:]

  /// More values than every checkbox of the form together.
  private static let mostPairs = 400

  /// Reads the query of an address.
  public init(query: String, terms: FacetTerms) { self.init(QueryText.pairs(query), terms: terms) }

  /// Reads pairs. Names that are none of a search are passed over, and so are empty values, which a form sends of fields that
  /// were left empty.
  public init(_ pairs: [QueryText.Pair], terms: FacetTerms) {
    self.terms = terms
    for (name, value) in pairs.prefix(Self.mostPairs) where !value.isEmpty {
      if let name = SearchName(rawValue: name) { take(value, as: name) }
    }
    if pairs.count > Self.mostPairs {
      note("The address holds more than \(Self.mostPairs) values; those after them were passed over.", .text)
    }
  }

  private mutating func take(_ value: String, as name: SearchName) {
    if let facet = Facet(rawValue: name.rawValue) { return choose(value, in: facet, name) }
    guard seen.updateValue(value, forKey: name).map({ $0 == value }) ?? true else {
      return note("“\(name.rawValue)” may be given once.", name)
    }
    switch name {
    case .text: takeText(value)
    case .near: takePlace(value)
    case .wait: takeWait(value)
    case .within: takeDistance(value)
    case .recommended: takePeers(value)
    case .sort: takeOrder(value)
    default: takePage(value)
    }
  }

  private mutating func choose(_ slug: String, in facet: Facet, _ name: SearchName) {
    guard terms.label(of: slug, in: facet) != nil else {
      return note("“\(slug.shown)” is no \(facet.noun) that a listing can have.", name)
    }
    search.chosen[facet, default: []].insert(slug)
  }

  private mutating func takeText(_ value: String) {
    let text = Self.oneLine(value)
    guard text.unicodeScalars.count <= ListingSearch.mostText else {
      return note("Shorten the words to \(ListingSearch.mostText) characters.", .text)
    }
    search.text = text
  }

  private mutating func takePlace(_ value: String) {
    let text = Self.oneLine(value)
    guard text.unicodeScalars.count <= ListingSearch.mostNear else {
      return note("Shorten the place to \(ListingSearch.mostNear) characters.", .near)
    }
    search.near = text
  }

  private mutating func takeWait(_ value: String) {
    guard let period = WaitingPeriod(rawValue: value) else {
      let all = WaitingPeriod.allCases.map(\.slug).joined(separator: ", ")
      return note("“\(value.shown)” is no waiting period: there are \(all).", .wait)
    }
    search.longestWait = period
  }

  private mutating func takeDistance(_ value: String) {
    guard let kilometres = Self.number(value, atMost: ListingSearch.mostKilometres) else {
      return note(
        "The distance must be a whole number of kilometres from 1 to \(ListingSearch.mostKilometres).",
        .within)
    }
    search.within = kilometres
  }

  private mutating func takePeers(_ value: String) {
    guard value == "peers" else {
      return note("Listings can be those that are recommended by “peers”, and nothing else.", .recommended)
    }
    search.isOfPeers = true
  }

  private mutating func takeOrder(_ value: String) {
    guard let sort = ListingSearch.Sort(rawValue: value) else {
      return note("Listings can be sorted by availability, distance or name.", .sort)
    }
    search.sort = sort
  }

  private mutating func takePage(_ value: String) {
    guard let number = Self.number(value, atMost: ListingSearch.mostPages) else {
      return note("The page must be a number from 1 to \(ListingSearch.mostPages).", .page)
    }
    search.page = number
  }

  private mutating func note(_ sentence: String, _ name: SearchName) {
    // Of one name one sentence is enough: the field is looked at anyway.
    if !problems.contains(where: { $0.name == name }) {
      problems.append(SearchProblem(name: name, sentence: sentence))
    }
  }

  /// Digits alone: `Int` would also read a sign, and `Double` "nan" and "0x1p3".
  private static func number(_ text: String, atMost limit: Int) -> Int? {
    let isDigits = text.utf8.count <= 9 && text.utf8.allSatisfy { (48...57).contains($0) }
    return isDigits ? Int(text).flatMap { (1...limit).contains($0) ? $0 : nil } : nil
  }

  /// Single spaces for white space and controls, none at the ends. By scalars: a mark makes one character of itself and a space.
  static func oneLine(_ text: String) -> String {
    text.unicodeScalars
      .split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
      .map { String($0) }.joined(separator: " ")
  }
}
