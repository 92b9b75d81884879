extension Stylesheet {
  /// What surrounds every page: header, column, footer.
  static let frame = """
    .site-header { background: var(--surface); border-bottom: 1px solid var(--line); }
    .site-header > div, .site-footer > div {
      width: 100%; max-width: 66rem; margin: 0 auto; padding: 0 1.25rem;
    }
    .site-header > div {
      display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
      column-gap: 1.5rem; min-height: 4rem; padding-top: 0.375rem; padding-bottom: 0.375rem;
    }
    .brand {
      display: inline-flex; align-items: center; gap: 0.625rem; min-height: 2.75rem;
      color: var(--ink); font-weight: 650; letter-spacing: -0.01em; text-decoration: none;
    }
    .brand:hover { color: var(--accent); }
    .mark { flex: none; color: var(--accent); }
    .site-header nav { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; }
    .site-header .who { margin-right: 0.75rem; }
    .nav-item {
      display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 0.75rem; margin: 0;
      border: 0; border-radius: 0.5rem; background: none; color: var(--ink); font: inherit;
      text-decoration: none; cursor: pointer;
    }
    .nav-item:hover { background: var(--tint); color: var(--ink); }
    .nav-item[aria-current] { font-weight: 650; box-shadow: inset 0 -3px 0 -1px var(--accent); border-radius: 0; }
    main {
      flex: 1; width: 100%; max-width: 66rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem;
    }
    main.narrow { max-width: 41rem; }
    main:focus { outline: none; }
    .flow > * + * { margin-top: 1.25rem; }
    .flow > * + h2 { margin-top: 2.5rem; }
    .site-footer {
      border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.9375rem; line-height: 1.7;
    }
    .site-footer > div { padding-top: 1.5rem; padding-bottom: 2rem; }
    .site-footer a { color: inherit; }
    .site-footer a:hover { color: var(--ink); }
    @media (max-width: 40rem) {
      .site-header .who { display: none; }
      .site-header nav { margin: 0 -0.75rem; }
      main { padding-top: 1.75rem; }
    }
    @media (min-width: 64rem) { main { padding-top: 3.5rem; } }

    """
}
