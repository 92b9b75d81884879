extension Stylesheet {
  /// Choosing colleagues in the list, and what was asked of whom.
  static let referrals = """
    .pick {
      display: inline-flex; align-items: center; gap: 0.625rem; min-height: 2.75rem; padding: 0 0.875rem;
      border: 1px solid var(--edge); border-radius: 0.625rem; cursor: pointer;
    }
    .pick:has(:checked) { border-color: var(--accent); background: var(--tint); }
    .pick input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); }
    .refer {
      position: sticky; bottom: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem;
      padding: 0.75rem 0; background: var(--ground);
    }
    .panel .note { white-space: pre-line; overflow-wrap: anywhere; }
    .answers { display: grid; gap: 0.75rem; }

    """
}
