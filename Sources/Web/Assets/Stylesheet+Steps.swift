extension Stylesheet {
  /// The forms of a listing: progress, folded choices, places.
  static let steps = """
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .steps summary, .fold summary { display: flex; align-items: center; gap: 0.5rem 1rem; min-height: 2.75rem; cursor: pointer; }
    .steps summary { color: var(--quiet); font-size: 0.9375rem; }
    .steps summary::before, .fold summary::before {
      content: ""; flex: none; width: 0.5rem; height: 0.5rem; margin: 0 0.25rem; border: solid currentColor;
      border-width: 0 2px 2px 0; transform: rotate(-45deg);
    }
    .steps [open] > summary::before, .fold[open] > summary::before { transform: rotate(45deg); }
    .steps summary::marker, .fold summary::marker { content: ""; }
    .beads { display: flex; flex: 1; gap: 0.25rem; max-width: 16rem; }
    .bead { flex: 1; height: 0.375rem; border-radius: 99rem; background: var(--line); }
    .bead.done { background: var(--edge); }
    .bead.now { background: var(--accent); }
    .steps ol { padding: 0.5rem 0 0.5rem 1.5rem; counter-reset: step; }
    .steps li { display: flex; align-items: center; gap: 0.25rem 1rem; min-height: 2.75rem; }
    .steps li a { padding: 0.375rem 0; }
    .steps a[aria-current] { font-weight: 650; }
    .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1rem; }
    .buttons > a:not(.button) { padding: 0.5rem 0; }
    .stack > .buttons { margin-top: 0.75rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
    .panel.buttons { margin-top: 2rem; }
    .panel.buttons > * + * { margin-top: 0; }
    .before { display: grid; gap: 1.25rem; margin-bottom: 2rem; }
    .stack fieldset.choices, .grouped { margin-top: 0.75rem; }
    .grouped { display: grid; gap: 0.5rem; }
    .grouped > legend { padding: 0; margin-bottom: 0.5rem; font-size: 1.0625rem; }
    .grouped .hint { color: var(--quiet); font-size: 0.9375rem; }
    .fold { border: 1px solid var(--line); border-radius: 0.625rem; background: var(--surface); }
    .fold > summary { padding: 0.375rem 1rem 0.375rem 0.75rem; border-radius: 0.625rem; font-weight: 600; }
    .fold > summary .small { margin-left: auto; font-weight: 400; }
    .fold > .choices { max-height: 24rem; overflow-y: auto; padding: 0.25rem 0.75rem 0.75rem; }
    .choice[hidden], .fold[hidden], .filter[hidden] { display: none; }
    .combobox { position: relative; }
    .suggestions {
      position: absolute; z-index: 2; top: calc(100% + 0.25rem); left: 0; right: 0; max-height: 20rem; overflow-y: auto;
      padding: 0.25rem; border: 1px solid var(--edge); border-radius: 0.625rem; background: var(--surface);
      box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 18%);
    }
    .suggestions[hidden] { display: none; }
    .suggestions li { display: flex; align-items: center; min-height: 2.75rem; padding: 0.25rem 0.75rem; border-radius: 0.5rem; cursor: pointer; }
    .suggestions li[aria-selected="true"], .suggestions li:hover { background: var(--tint); box-shadow: inset 3px 0 0 var(--accent); }
    .chosen, .sections { margin-top: 0.75rem; border: 1px solid var(--line); border-radius: 0.875rem; background: var(--surface); }
    .chosen li, .sections li {
      display: flex; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; padding: 0.625rem 1rem;
    }
    .sections li { padding: 1rem 1.25rem; }
    .sections h2 { font-size: 1.0625rem; }
    .chosen li + li, .sections li + li { border-top: 1px solid var(--line); }

    """
}
