extension Stylesheet {
  /// What an inviter wrote, and the list of those who were invited.
  static let invitations = """
    .quote { padding: 0.25rem 0 0.25rem 1.125rem; border-left: 3px solid var(--accent); }
    .invitations { border-top: 1px solid var(--line); }
    .invitation {
      display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.625rem 1.5rem;
      padding: 1rem 0; border-bottom: 1px solid var(--line);
    }
    .invitation > div { flex: 1 1 18rem; min-width: 0; }
    .invitation .address { font-weight: 600; }
    .invitation .acts { display: flex; flex: 0 1 auto; flex-wrap: wrap; gap: 0.5rem; }

    """
}
