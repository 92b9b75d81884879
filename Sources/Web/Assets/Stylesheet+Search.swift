extension Stylesheet {
  /// The form of a search, what it offers, and what narrows the list.
  static let search = """
    .search { display: grid; gap: 0.75rem; margin-top: 1.25rem; }
    .search[aria-busy] { cursor: progress; }
    .search[aria-busy] ~ .live { opacity: 0.6; }
    .copyable { align-self: center; user-select: all; }
    .search-main {
      display: grid; gap: 0.75rem; grid-template-columns: 1fr 1fr; align-items: end; padding: 1.25rem;
      border: 1px solid var(--line); border-radius: 0.875rem; background: var(--surface);
    }
    .search-main .what, .search-main .where, .search-main .button { grid-column: 1 / -1; }
    .search-main .button { min-height: 3rem; }
    .search-main .field { min-width: 0; }
    .more > .grouped { gap: 0.75rem; padding: 0.25rem 1rem 1rem; }
    .folds { display: grid; gap: 0.625rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); align-items: start; }
    .folds .choice { min-height: 2.75rem; padding: 0.25rem 0.75rem; }
    .choice .count { margin-left: auto; padding-left: 0.5rem; font-variant-numeric: tabular-nums; }
    .offers { display: flex; align-items: center; gap: 0.75rem; margin-top: 0.75rem; }
    .offers > span { flex: none; width: 5.25rem; }
    .offers ul, .chips { display: flex; gap: 0.5rem; }
    .offers ul { min-width: 0; padding: 0.25rem; overflow-x: auto; scrollbar-width: thin; }
    .offers li { flex: none; }
    .offer, .chip {
      display: inline-flex; align-items: center; gap: 0.5rem; min-height: 2.75rem; padding: 0.25rem 0.875rem;
      border: 1px solid var(--line); border-radius: 99rem; background: var(--surface); color: var(--ink);
      font-size: 0.9375rem; line-height: 1.3; text-decoration: none;
    }
    .offer:hover, .chip:hover { border-color: var(--accent); background: var(--tint); color: var(--ink); }
    .offer[aria-current] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
    .offer.quiet { border-color: transparent; background: none; color: var(--quiet); text-decoration: underline; }
    .results { margin-top: 1.25rem; }
    .results > * + * { margin-top: 1rem; }
    .chips { flex-wrap: wrap; }
    .notice .chips { margin-top: 0.75rem; }
    .chip { border-color: transparent; background: var(--tint); }
    .chip.plain { border-color: var(--edge); background: var(--surface); }
    .chip .cross { font-size: 1.25rem; line-height: 1; color: var(--quiet); }
    .apart { margin-top: 2rem; }
    .keeper { max-width: 36rem; }
    .keeper > form { padding: 0 1rem 1rem; }
    .matched li { color: var(--ink); font-weight: 600; }
    @media (max-width: 30rem) {
      .search-main { padding: 1rem; }
      .search-main select { padding: 0.5rem 0.25rem; font-size: 0.9375rem; }
      .search-main > .field:nth-of-type(5) { grid-column: 1 / -1; }
    }
    @media (min-width: 48rem) {
      .search-main { grid-template-columns: repeat(12, 1fr); }
      .search-main > .field { grid-column: span 3; }
      .search-main .what { grid-column: span 7; }
      .search-main .where { grid-column: span 5; }
      .search-main > .button { grid-column: span 3; }
    }

    """

  /// On paper: what is read, and nothing to press.
  static let print = """
    @media print {
      :root { color-scheme: light; --ground: #fff; --surface: #fff; --ink: #000; --quiet: #333; --line: #999; --edge: #666; --accent: #000; }
      .site-header, .site-footer .links, .search, .offers, .chips, .keeper, .pages, .aside, main form, main .button { display: none; }
      main, main.narrow { max-width: none; padding: 0; }
      body { font-size: 10.5pt; }
      .listing, .panel, .groups > * { break-inside: avoid; }
      .listings, .panel { border-radius: 0; }
      .wait, .badge { border: 1px solid #000; background: none; color: #000; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
