extension Stylesheet {
  /// The list of colleagues, and one of them in full.
  static let listings = """
    .list-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.25rem 1.5rem; }
    .list-head + * { margin-top: 1.5rem; }
    .listings {
      border: 1px solid var(--line); border-radius: 0.875rem; background: var(--surface);
    }
    .listing { display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 0.625rem 1rem; padding: 1.25rem; }
    .listing + .listing { border-top: 1px solid var(--line); }
    .listing h2 { font-size: 1.125rem; }
    .listing h2 a { display: inline-block; padding: 0.125rem 0; color: inherit; text-decoration-color: var(--edge); }
    .listing h2 a:hover { color: var(--accent); }
    .pronouns { color: var(--quiet); font-size: 0.9375rem; font-weight: 400; letter-spacing: 0; }
    .listing .facts { display: grid; gap: 0.125rem; }
    .listing .when { grid-column: 2; display: flex; flex-wrap: wrap; align-items: center; align-content: start; gap: 0.375rem 0.75rem; }
    .dotted {
      display: flex; flex-wrap: wrap; margin-left: -1.25rem; clip-path: inset(0 0 0 1.25rem);
      font-size: 0.9375rem; color: var(--quiet);
    }
    .dotted li { position: relative; padding-left: 1.25rem; }
    .dotted li::before { content: "\\00b7"; position: absolute; left: 0; width: 1.25rem; text-align: center; }
    .listing.at-rest { background: var(--ground); color: var(--quiet); }
    .listing.at-rest h2 { font-weight: 500; }
    .listing:first-child { border-radius: 0.875rem 0.875rem 0 0; }
    .listing:last-child { border-radius: 0 0 0.875rem 0.875rem; }
    .listing:only-child { border-radius: 0.875rem; }
    .pages { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 1rem; margin-top: 1.75rem; }
    .profile-head { display: grid; gap: 0.5rem; justify-items: start; }
    .wait-line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; }
    .profile-head .bio, .profile-head .contact { margin-top: 1rem; }
    .bio { max-width: 42rem; white-space: pre-line; }
    .groups { display: grid; gap: 1.25rem; margin-top: 2rem; align-items: start; }
    .facts-list { display: grid; gap: 0.875rem; }
    .facts-list dt { color: var(--quiet); font-size: 0.9375rem; }
    @media (max-width: 40rem) { .pages span { order: -1; flex-basis: 100%; } }
    @media (min-width: 48rem) {
      .listing { grid-template-columns: 3rem minmax(0, 1fr) 14rem; column-gap: 1.25rem; padding: 1.375rem 1.75rem; }
      .listing .when { grid-column: 3; flex-flow: column nowrap; align-items: end; text-align: right; }
      .groups { grid-template-columns: 1fr 1fr; }
      .facts-list > div { display: grid; grid-template-columns: 9rem 1fr; column-gap: 1rem; }
      .facts-list dd { grid-column: 2; }
    }

    """
}
