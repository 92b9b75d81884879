extension Stylesheet {
  /// Lists with a line between their items, each perhaps with something to press at its end.
  static let account = """
    .ruled { border-top: 1px solid var(--line); }
    .ruled > li { padding: 0.875rem 0; border-bottom: 1px solid var(--line); }
    .ruled-row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem 1.5rem; }

    """
}
