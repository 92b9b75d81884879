extension Stylesheet {
  /// Questions to somebody who looks for help, and who may fit.
  static let find = """
    html:has(.crisis) { scroll-padding-top: 6rem; }
    .crisis {
      position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0.5rem 1rem;
      border: 1px solid var(--line); border-left: 4px solid var(--accent); background: var(--surface);
    }
    .crisis a { display: inline-flex; align-items: center; min-height: 1.75rem; font-weight: 650; }
    .asked { display: flex; align-items: center; gap: 1rem; }
    .clear { margin-left: -0.75rem; }
    .clear .nav-item { text-decoration: underline; }
    .matches { display: grid; gap: 0.875rem; }
    .match {
      display: grid; grid-template-columns: 3rem minmax(0, 1fr); gap: 1rem; padding: 1.25rem;
      border: 1px solid var(--line); border-radius: 0.875rem; background: var(--surface);
    }
    .match > div { display: grid; gap: 0.375rem; }
    .match h2 { font-size: 1.125rem; }
    .match .buttons { margin-top: 0.5rem; }
    .match .dotted { color: var(--ink); }
    .answers { display: grid; gap: 0.875rem; padding: 0.25rem 1rem 1rem; }
    .answers dt { color: var(--quiet); font-size: 0.9375rem; }
    .door {
      display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem 1.5rem;
      margin-bottom: 2.5rem; padding: 1rem 1.25rem; border-radius: 0.875rem; background: var(--tint);
    }

    """
}
