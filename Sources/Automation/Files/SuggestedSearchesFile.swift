import Domain
import Yams

/// Reads `suggested-searches.yaml`: a list of entries, each with a `name` and a `search` of the names and values that the address
/// of a search has.
public enum SuggestedSearchesFile {
  /// The searches in the order of the file, or all that is wrong with it.
  public static func read(_ text: String, terms: FacetTerms) throws(WrittenYAML.Mistakes) -> [SuggestedSearch]
  {
    var reading = Reading(terms: terms)
    reading.take(try WrittenYAML.compose(text))
    guard reading.mistakes.isEmpty else { throw WrittenYAML.Mistakes(mistakes: reading.mistakes) }
    return reading.searches
  }
}

/// The file as far as it was read; goes on after a mistake.
private struct Reading {
  let terms: FacetTerms
  var searches: [SuggestedSearch] = []
  var mistakes: [WrittenYAML.Mistake] = []

  init(terms: FacetTerms) { self.terms = terms }

  /// The names that a suggestion may have: those of a search but its page.
  private static let names = SearchName.allCases.filter { $0 != .page }.map(\.rawValue)

  mutating func take(_ root: Node?) {
    guard let entries = root?.sequence else {
      return note("", "must be a list of searches, each with a name and a search", at: root)
    }
    for entry in entries { take(entry: entry) }
  }

  private mutating func take(entry: Node) {
    guard let mapping = entry.mapping else {
      return note("", "a suggestion has the keys name and search", at: entry)
    }
    for (key, _) in mapping where !["name", "search"].contains(key.string ?? "") {
      note(key.string ?? "", "is not a key; a suggestion has the keys name and search", at: key)
    }
    let name = name(mapping["name"], of: entry)
    guard let search = search(mapping["search"], of: entry), let name else { return }
    if searches.contains(where: { $0.name == name }) {
      return note("name", "stands in the file twice", at: mapping["name"])
    }
    searches.append(SuggestedSearch(name: name, search: search))
  }

  private mutating func name(_ node: Node?, of entry: Node) -> String? {
    let name = node?.scalar?.string ?? ""
    if (1...120).contains(name.unicodeScalars.count) { return name }
    note("name", "is required: a line of at most 120 characters", at: node ?? entry)
    return nil
  }

  private mutating func search(_ node: Node?, of entry: Node) -> ListingSearch? {
    guard let mapping = node?.mapping, !mapping.isEmpty else {
      note("search", "is required: names and values of a search, such as {area: ptsd}", at: node ?? entry)
      return nil
    }
    let before = mistakes.count
    let pairs = mapping.flatMap { self.pairs($0.key, $0.value) }
    return mistakes.count == before ? SearchReading(pairs, terms: terms).search : nil
  }

  /// The values of one name, each looked at by itself, so that a mistake is told where it stands.
  private mutating func pairs(_ key: Node, _ value: Node) -> [QueryText.Pair] {
    let name = key.string ?? ""
    guard Self.names.contains(name) else {
      let remedy = NearestKey.to(name, among: Self.names).map { "did you mean \($0)?" }
      note(
        name, "is no name of a search; \(remedy ?? "there are " + Self.names.joined(separator: ", "))",
        at: key)
      return []
    }
    var pairs: [QueryText.Pair] = []
    let nodes = value.sequence.map { Array($0) } ?? [value]
    for node in nodes {
      guard let text = node.scalar?.string, !text.isEmpty else {
        note(name, "must be a value or a list of values", at: node)
        continue
      }
      pairs.append((name, text))
      // Those before it are looked at with it: some names may be given once.
      let problem = SearchReading(pairs, terms: terms).problems.first
      if let problem {
        note(name, problem.sentence, at: node)
        pairs.removeLast()
      }
    }
    return pairs
  }

  private mutating func note(_ key: String, _ message: String, at node: Node?) {
    mistakes.append(
      WrittenYAML.Mistake(
        line: node?.mark?.line, column: node?.mark?.column, key: key.shown, message: message))
  }
}
