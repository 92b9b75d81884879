extension Stylesheet {
  /// Who recommends a colleague, and the way to see those whom one's own colleagues recommend.
  static let recommendations = """
    .views { display: flex; flex-wrap: wrap; gap: 0 1.5rem; margin-top: 0.75rem; border-bottom: 1px solid var(--line); }
    .views a {
      display: inline-flex; align-items: center; min-height: 2.75rem; color: var(--quiet); line-height: 1.3;
      text-decoration: none;
    }
    .views a:hover { color: var(--accent); }
    .views a[aria-current] { color: var(--ink); font-weight: 650; box-shadow: inset 0 -3px 0 -1px var(--accent); }
    .views + * { margin-top: 1.25rem; }
    .recommendations { margin-top: 1.25rem; }
    .recommenders { display: grid; gap: 0.875rem; }
    .recommenders li { max-width: 42rem; }

    """
}
