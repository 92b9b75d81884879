extension Stylesheet {
  /// Buttons, fields and choices: every target at least 44 px high.
  static let forms = """
    .button {
      display: inline-flex; align-items: center; justify-content: center; min-height: 2.75rem;
      padding: 0.5rem 1.25rem; border: 1px solid var(--accent); border-radius: 0.625rem;
      background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; line-height: 1.3;
      text-align: center; text-decoration: none; cursor: pointer;
    }
    .button:hover { background: var(--accent-strong); border-color: var(--accent-strong); color: var(--on-accent); }
    .button.large { min-height: 3.5rem; width: 100%; padding: 0.75rem 1.5rem; font-size: 1.1875rem; }
    .button.plain { background: transparent; color: var(--accent); border-color: var(--edge); }
    .button.plain:hover { background: var(--tint); border-color: var(--accent); color: var(--accent-strong); }
    .button.whole { width: 100%; }
    .field { display: grid; gap: 0.375rem; }
    .field label { font-weight: 600; }
    .field input, .field select, .field textarea {
      width: 100%; min-height: 3rem; padding: 0.5rem 0.875rem; border: 1px solid var(--edge);
      border-radius: 0.625rem; background: var(--surface); color: var(--ink); font: inherit;
    }
    .field textarea { line-height: 1.5; resize: vertical; }
    .field .hint, .choices .hint { color: var(--quiet); font-size: 0.9375rem; }
    .field [aria-invalid] { border: 2px solid var(--wrong); }
    .wrong { color: var(--wrong); font-weight: 600; }
    .stack { display: grid; gap: 1.25rem; justify-items: start; }
    .stack > .field, .stack > fieldset, .stack > .whole { width: 100%; }
    .choices.columns { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
    .choices.columns > :is(legend, .hint, .wrong) { grid-column: 1 / -1; }
    .inline { display: flex; flex-wrap: wrap; align-items: end; gap: 0.75rem; }
    .inline .field { flex: 1 1 15rem; }
    .inline .button { min-height: 3rem; }
    .others { display: grid; gap: 0.625rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
    .choices { display: grid; gap: 0.625rem; }
    .choices > legend { margin-bottom: 0.875rem; padding: 0; font-size: 1.0625rem; }
    .choice {
      display: flex; align-items: center; gap: 0.875rem; min-height: 3.25rem; padding: 0.5rem 1rem;
      border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--surface); cursor: pointer;
    }
    .choice:hover { border-color: var(--accent); background: var(--tint); }
    .choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--tint); }
    .choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
    .choice input { flex: none; width: 1.375rem; height: 1.375rem; margin: 0; accent-color: var(--accent); }
    .choice input:focus-visible { outline: none; }

    """
}
