extension Stylesheet {
  /// One palette for light and one for dark. `--edge` outlines controls (3:1), `--line` only divides.
  static let colours = """
    :root {
      color-scheme: light dark;
      --ground: #f6f5f1;
      --surface: #ffffff;
      --ink: #1b2a28;
      --quiet: #52605d;
      --line: #dddfd8;
      --edge: #76847f;
      --accent: #0d5c54;
      --accent-strong: #08433d;
      --on-accent: #ffffff;
      --tint: #e8f1ee;
      --wrong: #9a2a1e;
      --wrong-tint: #fbeeeb;
      --now: #cfeade;
      --on-now: #0a4439;
      --soon: #dcebf0;
      --on-soon: #16465a;
      --later: #f3e9d2;
      --on-later: #5a4312;
      --closed: #e8e8e4;
      --on-closed: #4c5654;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #101716;
        --surface: #182120;
        --ink: #e4ebe8;
        --quiet: #a2b0ab;
        --line: #2b3836;
        --edge: #72837e;
        --accent: #83d3c4;
        --accent-strong: #a9e4d8;
        --on-accent: #06241f;
        --tint: #1a2f2b;
        --wrong: #f3a79b;
        --wrong-tint: #33201d;
        --now: #14463b;
        --on-now: #b4ecd9;
        --soon: #173c4b;
        --on-soon: #bfe3f1;
        --later: #43361a;
        --on-later: #f2dfb3;
        --closed: #2a3331;
        --on-closed: #b6c1bd;
      }
    }

    """
}
