/// Decides in which order equals are shown to one seeker, and counts who is on their first page. What is counted is of
/// practitioners and days; it is about no seeker.
public enum MatchOrderDecision {
  /// One order that chance has drawn.
  public struct Draw: Hashable, Sendable {
    /// What turns it.
    public let seed: UInt64
    /// Who would be on the first page.
    public let page: [Practitioner.ID]

    /// The order of a seed.
    public init(seed: UInt64, page: [Practitioner.ID]) {
      self.seed = seed
      self.page = page
    }
  }

  /// Orders to draw: those who were shown much lately yield to those who were not, as far as one of these lets them.
  public static let draws = 12

  /// Takes, of the orders that were drawn, the one whose page was shown least lately; the first of equals. Without a draw there
  /// is nothing to decide.
  public static func decide(
    _ draws: [Draw], shown: [Practitioner.ID: Int], day: LocalDay, rules: MatchingRules
  ) -> Decision<UInt64?> {
    func exposure(_ draw: Draw) -> Int { draw.page.reduce(0) { $0 + (shown[$1] ?? 0) } }
    guard let best = draws.min(by: { exposure($0) < exposure($1) }) else { return Decision(nil) }
    guard !best.page.isEmpty else { return Decision(best.seed) }
    let first = LocalDay(number: day.number - rules.lately + 1)
    return Decision(best.seed, changes: [.matchesShown(best.page, on: day, countedFrom: first)])
  }
}
