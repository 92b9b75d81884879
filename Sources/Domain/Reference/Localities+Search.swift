extension Localities {
  /// Places where people can be seen that a text may mean, whatever its capitals and accents: it begins a name ("rich", "saint
  /// k"), a postcode ("312") or a label ("Richmond VIC 3121", "richmond v"). Of a text that means none, none.
  ///
  /// With `places` those nearest to one of them come first; a name that is typed in full counts as ``headStart`` nearer.
  /// Otherwise those of exactly the name come before those that begin so, then by name, state and postcode.
  ///
  /// - Parameter predicted: Places that somebody else says are meant: they come as well, before those that are as near.
  public func suggestions(
    for text: String, predicted: [Locality] = [], near places: [PracticeLocation] = [], atMost limit: Int
  ) -> [Locality] {
    let centres = places.compactMap(row).map(\.coordinates)
    return matches(text, predicted).map { match in
      let away = centres.map { $0.kilometres(to: rows[match.row].coordinates) }.min() ?? 0
      return (
        key: (match.fit <= .exact ? away - Self.headStart : away, match.fit, match.order), row: match.row
      )
    }
    .sorted { $0.key < $1.key }.prefix(limit).map { rows[$0.row] }
  }

  /// In kilometres: neighbouring suburbs are about as near, and there the name that was typed comes first.
  public static let headStart = 10.0

  /// The one place where people can be seen that a text means beyond doubt: the only one of that name, or the only one that
  /// begins so. Nil when there is none, or when there are several.
  public func place(meantBy text: String) -> Locality? {
    let found = matches(text)
    let exact = found.filter { $0.fit == .exact }
    return exact.count == 1 ? rows[exact[0].row] : found.count == 1 ? rows[found[0].row] : nil
  }

  /// All places of exactly the name, and of the state and the postcode when they are said, by state and postcode.
  public func places(named text: String) -> [Locality] {
    matches(text).filter { $0.fit == .exact }.sorted { $0.order < $1.order }.map { rows[$0.row] }
  }

  private func matches(_ text: String, _ predicted: [Locality] = []) -> [PlaceIndex.Match] {
    let named = predicted.compactMap { index(of: $0.location) }
    let first = named.enumerated().map {
      PlaceIndex.Match(row: $0.element, fit: .predicted, order: $0.offset)
    }
    let found = PlaceQuery(text).map(names.matches) ?? []
    var seen: Set<Int> = []
    return (first + found).filter { seen.insert($0.row).inserted }
  }
}
