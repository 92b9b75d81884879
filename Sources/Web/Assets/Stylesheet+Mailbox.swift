extension Stylesheet {
  /// The demo's mailbox: a list of letters, and one letter as it was sent.
  static let mailbox = """
    .letters { list-style: none; padding: 0; margin-top: 1.5rem; border-top: 1px solid var(--line); }
    .letters li { padding: 0.875rem 0; border-bottom: 1px solid var(--line); }
    .letter {
      display: block; width: 100%; height: 60rem; margin: 1.5rem 0; border: 1px solid var(--line);
      border-radius: 0.875rem; background: var(--surface);
    }
    .letter-text { overflow-x: auto; padding: 1rem; border: 1px solid var(--line); border-radius: 0.875rem; }

    """
}
