/// Finds the places whose name or postcode begins with what is typed, without looking at the others.
struct PlaceIndex: Sendable {
  /// A place that a text may mean.
  struct Match: Hashable, Sendable {
    /// Its place in the table.
    let row: Int
    /// How well it fits, the best first.
    let fit: Fit
    /// Its place in the order of names, or of postcodes where a postcode alone was typed.
    let order: Int
  }

  /// How a text fits a place.
  enum Fit: Int, Comparable {
    /// Somebody who knows says that it is meant.
    case predicted
    /// It is the name, perhaps with the state or a postcode.
    case exact
    /// It begins the name.
    case beginning
    /// It begins the name, but for a state or a postcode at its end.
    case narrowed

    static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
  }

  private struct Entry {
    let key: String
    let state: String
    let postcode: String
    let row: Int
  }

  /// Places where people can be seen, by name, state and postcode.
  private let entries: [Entry]
  /// Places in `entries`, by postcode and then as they stand there.
  private let byPostcode: [Int]

  init(_ rows: [Locality]) {
    let entries = rows.enumerated().filter { $0.element.kind == .street }
      .map { number, row in
        Entry(
          key: PlaceName.key(of: row.location.locality), state: row.location.state,
          postcode: row.location.postcode, row: number)
      }
      .sorted { ($0.key, $0.state, $0.postcode) < ($1.key, $1.state, $1.postcode) }
    self.entries = entries
    byPostcode = entries.indices.sorted { (entries[$0].postcode, $0) < (entries[$1].postcode, $1) }
  }

  /// The places that a text may mean, each once and as it fits best; in no order.
  func matches(_ query: PlaceQuery) -> [Match] {
    var found: [Int: Match] = [:]
    for reading in query.readings {
      for match in matches(reading) where found[match.row].map({ match.fit < $0.fit }) ?? true {
        found[match.row] = match
      }
    }
    return Array(found.values)
  }

  private func matches(_ reading: PlaceQuery.Reading) -> [Match] {
    guard reading.names != [""] else { return matches(postcode: reading) }
    return reading.names.flatMap { name in
      places(named: name).compactMap { place in
        let entry = entries[place]
        let isWhole = entry.key == name
        guard isWhole || !reading.isNameWhole, reading.fits(entry.state, entry.postcode) else { return nil }
        let fit: Fit = isWhole && reading.mayBeExact ? .exact : reading.isNameAlone ? .beginning : .narrowed
        return Match(row: entry.row, fit: fit, order: place)
      }
    }
  }

  private func matches(postcode reading: PlaceQuery.Reading) -> [Match] {
    let first = byPostcode.partitioningIndex { entries[$0].postcode >= reading.postcode }
    return byPostcode[first...].enumerated()
      .prefix { entries[$0.element].postcode.hasPrefix(reading.postcode) }
      .filter { reading.fits(entries[$0.element].state, entries[$0.element].postcode) }
      .map { Match(row: entries[$0.element].row, fit: .beginning, order: first + $0.offset) }
  }

  /// The entries whose key begins so.
  private func places(named beginning: String) -> Range<Int> {
    let first = entries.partitioningIndex { $0.key >= beginning }
    let end = entries[first...].partitioningIndex { !$0.key.hasPrefix(beginning) }
    return first..<end
  }
}

extension PlaceQuery.Reading {
  fileprivate func fits(_ state: String, _ postcode: String) -> Bool {
    (states.isEmpty || states.contains(state)) && postcode.hasPrefix(self.postcode)
  }
}
