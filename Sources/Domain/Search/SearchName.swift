/// The names of a search in addresses, saved searches and `data/suggested-searches.yaml`.
public enum SearchName: String, CaseIterable, Hashable, Sendable {
  case text = "q"
  case area, modality, service, age, client, mode, funding, language, gender, profession, hours
  case wait, near, within, recommended, sort, page
}

/// What is wrong with one name of a search.
public struct SearchProblem: Hashable, Sendable {
  /// Whose value it is about.
  public let name: SearchName
  /// For the person who wrote it.
  public let sentence: String
}
