/// One name's part of a search, which can be dropped by itself.
public enum SearchFilter: Hashable, Sendable {
  case text
  case facet(Facet)
  case wait
  /// How near, not where.
  case within
  case peers
}
