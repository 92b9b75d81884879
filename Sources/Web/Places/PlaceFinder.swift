import Domain

/// What somebody types to find a place.
struct PlaceSearch: Sendable {
  /// As it was typed.
  var text: String
  /// Their own places; those near to them come first.
  var near: [PracticeLocation]
  /// How many places at the most.
  var most: Int
  /// Who types; nil for whoever is not signed in.
  var session: SecretDigest?
}

/// Finds the places that somebody may mean, the likeliest first: always rows of our own table, which has their coordinates and
/// their zones. It never fails; where nothing is found the answer is empty.
protocol PlaceFinder: Sendable {
  func places(for search: PlaceSearch) async -> [Locality]
  /// Whether answers are the same whenever they are asked for, and may be kept.
  var mayBeKept: Bool { get }
}

/// Finds them in the table: at once, and nobody is told what is typed.
struct OfflinePlaces: PlaceFinder {
  let localities: Localities

  var mayBeKept: Bool { true }

  func places(for search: PlaceSearch) -> [Locality] {
    localities.suggestions(for: search.text, near: search.near, atMost: search.most)
  }
}
