extension Stylesheet {
  /// A member's own things, and pages of plain words.
  static let own = """
    .own { display: grid; gap: 0.75rem; }
    .own li { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--surface); }
    .own h2, .own h3 { font-size: 1.125rem; }
    .own h2 a { display: inline-block; padding: 0.375rem 0; }
    .bullets { display: grid; gap: 0.5rem; padding-left: 1.25rem; list-style: disc; }
    .site-footer .links { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
    .site-footer .links a { display: inline-flex; align-items: center; min-height: 2.75rem; }

    """
}
