import Foundation

extension Localities {
  /// Places where people can be seen that a text may mean: it begins a name ("rich"), a postcode ("312") or a label ("Richmond VIC
  /// 3121", "richmond vic"). Those of exactly that name come first, then by name, state and postcode.
  public func suggestions(for text: String, atMost limit: Int) -> [Locality] {
    Array(matches(text).prefix(limit).map(\.row))
  }

  /// The one place where people can be seen that a text means beyond doubt: the only one of that name, or the only one that
  /// begins so. Nil when there is none, or when there are several.
  public func place(meantBy text: String) -> Locality? {
    let found = matches(text)
    let exact = found.prefix { $0.isExact }
    return exact.count == 1 ? exact.first?.row : found.count == 1 ? found.first?.row : nil
  }

  private func matches(_ text: String) -> [(row: Locality, isExact: Bool)] {
    guard let query = PlaceQuery(text) else { return [] }
    var found: [(row: Locality, isExact: Bool)] = []
    for (index, name) in foldedNames.enumerated() where query.fits(name, rows[index].location) {
      if rows[index].kind == .street { found.append((rows[index], name == query.name)) }
    }
    return found.sorted {
      ($0.isExact ? 0 : 1, Self.order($0.row)) < ($1.isExact ? 0 : 1, Self.order($1.row))
    }
  }

  private static func order(_ row: Locality) -> String {
    [row.location.locality, row.location.state, row.location.postcode].joined(separator: "\u{0}")
  }

  /// What names are compared by: small letters, single spaces, no apostrophes and commas.
  static func folded(_ text: String) -> String {
    let kept = text.lowercased().replacing("’", with: "").utf8
      .filter { $0 != UInt8(ascii: "'") }.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: " ") : $0 }
    return String(decoding: kept, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// What somebody types to find a place: the beginning of a name, a state, the beginning of a postcode.
private struct PlaceQuery {
  var name: String
  var state: String?
  var postcode: String?
  private let whole: String

  /// Nil for a text of which nothing can be looked for: at least two letters or digits, 60 at the most.
  init?(_ text: String) {
    whole = Localities.folded(String(text.prefix(60)))
    guard whole.utf8.count >= 2 else { return nil }
    var words = whole.split(separator: " ").map(String.init)
    if let last = words.last, last.utf8.count <= 4, last.utf8.allSatisfy({ (48...57).contains($0) }) {
      postcode = words.removeLast()
    }
    if let last = words.last, words.count > 1 || postcode != nil, Locality.states.contains(last.uppercased())
    {
      state = words.removeLast().uppercased()
    }
    name = words.joined(separator: " ")
  }

  func fits(_ name: String, _ place: PracticeLocation) -> Bool {
    if name.hasPrefix(self.name), state == nil || place.state == state,
      place.postcode.hasPrefix(postcode ?? "")
    {
      return true
    }
    // The state is half typed: "richmond v".
    return whole.hasPrefix(name + " ") && (name + " " + place.state.lowercased()).hasPrefix(whole)
  }
}
