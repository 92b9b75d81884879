extension Stylesheet {
  /// A waiting period as a chip. Its words carry the meaning; its colour and its dot (full, ringed, hollow,
  /// struck) only help the eye.
  static let waits = """
    .wait {
      display: inline-flex; align-items: center; gap: 0.5rem; padding: 0.1875rem 0.75rem 0.1875rem 0.625rem;
      border-radius: 99rem; font-size: 0.9375rem; font-weight: 600; line-height: 1.5;
      background: var(--closed); color: var(--on-closed);
    }
    .wait::before {
      content: ""; flex: none; width: 0.625rem; height: 0.625rem; border: 2px solid currentColor; border-radius: 50%;
    }
    .wait.now { background: var(--now); color: var(--on-now); }
    .wait.now::before { background: currentColor; }
    .wait.soon { background: var(--soon); color: var(--on-soon); }
    .wait.soon::before { background: linear-gradient(currentColor, currentColor) left / 50% 100% no-repeat; }
    .wait.later { background: var(--later); color: var(--on-later); }
    .wait.closed::before { height: 0; border-width: 1px; border-radius: 0; }
    .wait.unknown { background: transparent; box-shadow: inset 0 0 0 1px var(--edge); }
    .wait.unknown::before { display: none; }
    .wait.unknown { padding-left: 0.75rem; }
    .badge {
      display: inline-block; padding: 0.0625rem 0.5rem; border: 1px solid currentColor; border-radius: 0.375rem;
      color: var(--accent); font-size: 0.8125rem; font-weight: 600; line-height: 1.5; white-space: nowrap;
    }
    @media (forced-colors: active) { .wait { border: 1px solid; } }

    """
}
