extension Stylesheet {
  /// Boxes: what stands now, what went wrong, what happens next.
  static let panels = """
    .panel {
      padding: 1.5rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--surface);
    }
    .panel > * + * { margin-top: 1rem; }
    .standing {
      display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem 0.75rem; padding: 0.875rem 1.125rem;
      border-radius: 0.75rem; background: var(--tint);
    }
    .notice { padding: 0.875rem 1.125rem; border-left: 4px solid var(--accent); background: var(--tint); }
    .notice.bad { border-color: var(--wrong); background: var(--wrong-tint); }
    .notice.bad a { color: var(--wrong); font-weight: 600; }
    .hero { display: grid; gap: 2.5rem 4rem; align-items: center; }
    .welcome { display: grid; gap: 1.25rem; justify-items: start; max-width: 38rem; }
    .hero .button { margin-top: 0.5rem; }
    .hero h1 { font-size: clamp(2rem, 1.4rem + 3vw, 3.25rem); letter-spacing: -0.022em; line-height: 1.12; }
    .example h2 { color: var(--quiet); font-size: 0.9375rem; font-weight: 600; letter-spacing: 0; }
    @media (min-width: 64rem) { .hero { grid-template-columns: minmax(0, 1fr) 28.5rem; } }
    .points {
      display: grid; gap: 1.75rem 2.5rem; margin-top: 3.5rem; padding-top: 2.25rem;
      border-top: 1px solid var(--line); grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    }
    .points h2 { font-size: 1.0625rem; margin-bottom: 0.375rem; }
    .aside { margin-top: 3rem; }

    """
}
