extension Stylesheet {
  /// The picture of a person: a photo, or letters on one of eight colours. Both are 4.5 to 1 and more, in light and in dark.
  static let portraits = """
    :root {
      --clay: #ebd2cb;
      --on-clay: #5c2b1f;
      --ochre: #ebe0cb;
      --on-ochre: #5c451f;
      --moss: #e3ebcb;
      --on-moss: #4c5c1f;
      --fern: #cbebd6;
      --on-fern: #1f5c33;
      --lagoon: #cbebea;
      --on-lagoon: #1f5c5a;
      --sky: #cbdceb;
      --on-sky: #1f3f5c;
      --iris: #d0cbeb;
      --on-iris: #271f5c;
      --plum: #ebcbe1;
      --on-plum: #5c1f47;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --clay: #4d2f28;
        --on-clay: #edd1c9;
        --ochre: #4d4028;
        --on-ochre: #ede0c9;
        --moss: #444d28;
        --on-moss: #e4edc9;
        --fern: #284d34;
        --on-fern: #c9edd5;
        --lagoon: #284d4c;
        --on-lagoon: #c9edec;
        --sky: #283c4d;
        --on-sky: #c9dced;
        --iris: #2d284d;
        --on-iris: #cec9ed;
        --plum: #4d2841;
        --on-plum: #edc9e1;
      }
    }
    .clay circle { fill: var(--clay); }
    .clay text { fill: var(--on-clay); }
    .ochre circle { fill: var(--ochre); }
    .ochre text { fill: var(--on-ochre); }
    .moss circle { fill: var(--moss); }
    .moss text { fill: var(--on-moss); }
    .fern circle { fill: var(--fern); }
    .fern text { fill: var(--on-fern); }
    .lagoon circle { fill: var(--lagoon); }
    .lagoon text { fill: var(--on-lagoon); }
    .sky circle { fill: var(--sky); }
    .sky text { fill: var(--on-sky); }
    .iris circle { fill: var(--iris); }
    .iris text { fill: var(--on-iris); }
    .plum circle { fill: var(--plum); }
    .plum text { fill: var(--on-plum); }
    .portrait { display: block; width: 3rem; height: 3rem; border-radius: 50%; object-fit: cover; }
    .portrait text { font-size: 1.125rem; font-weight: 600; text-anchor: middle; dominant-baseline: central; }
    .profile-head .portrait, .portrait-now .portrait { width: 7rem; height: 7rem; }
    .portrait-now { display: flex; flex-wrap: wrap; align-items: center; gap: 1.25rem; }
    .photo-part { display: grid; gap: 1.25rem; margin-top: 0.75rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
    .field input[type="file"] { padding: 0.625rem 0.875rem; }
    @media (forced-colors: active) { .portrait circle { fill: Canvas; stroke: CanvasText; } .portrait text { fill: CanvasText; } }

    """
}
