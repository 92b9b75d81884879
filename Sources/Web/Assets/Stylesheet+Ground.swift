extension Stylesheet {
  /// Text, headings, links and focus.
  static let ground = """
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; min-height: 100vh; display: flex; flex-direction: column;
      background: var(--ground); color: var(--ink);
      font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: break-word;
    }
    h1, h2, h3, p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; }
    ul, ol { list-style: none; }
    fieldset { border: 0; min-width: 0; }
    h1, h2, h3, legend { line-height: 1.25; font-weight: 650; letter-spacing: -0.012em; text-wrap: balance; }
    h1 { font-size: clamp(1.625rem, 1.3rem + 1.6vw, 2.25rem); }
    h2 { font-size: 1.25rem; }
    h3 { font-size: 1.0625rem; }
    .lead { font-size: 1.1875rem; line-height: 1.55; text-wrap: pretty; }
    .quiet { color: var(--quiet); }
    .small { font-size: 0.9375rem; }
    .nowrap { white-space: nowrap; }
    a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
    a:hover { color: var(--accent-strong); text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
    .skip {
      position: absolute; left: 1rem; top: -5rem; z-index: 1; padding: 0.75rem 1.25rem;
      background: var(--accent); color: var(--on-accent); border-radius: 0 0 0.5rem 0.5rem;
    }
    .skip:focus { top: 0; color: var(--on-accent); }
    @media print { .site-header nav, .skip { display: none; } }

    """
}
