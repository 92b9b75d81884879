/// How those who fit are put in order, as `data/matching.yaml` has it.
public struct MatchingRules: Hashable, Sendable {
  /// What a part of the score is worth, in points; a part that fits in full earns all of them.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    /// What it is about: each concern that one works with earns its share.
    case concerns
    /// Approaches that were named, each its share.
    case approaches
    /// The wait against how soon it should be.
    case wait
    /// How lately the wait was confirmed.
    case confirmation
    /// How near.
    case distance
    case language
    case gender
  }

  /// Points by part, 0 to 1,000 each.
  public var points: [Part: Int]
  /// Scores count in steps of so many points; those on one step are equals, and take turns.
  public var alike: Int
  /// Kilometres that count as next door.
  public var near: Int
  /// Kilometres to the farthest who is met in person.
  public var within: Int
  /// The same for those who would go farther.
  public var farther: Int
  /// Matches a page.
  public var shown: Int
  /// Fewer than this are too few, and ways to more are told.
  public var few: Int
  /// For how many days it counts that somebody was shown.
  public var lately: Int

  /// Rules; those that ship unless others are given.
  public init(
    points: [Part: Int] = [
      .concerns: 40, .approaches: 10, .wait: 20, .confirmation: 10, .distance: 10, .language: 10, .gender: 10,
    ],
    alike: Int = 10, near: Int = 5, within: Int = 30, farther: Int = 150, shown: Int = 6, few: Int = 3,
    lately: Int = 28
  ) {
    self.points = points
    self.alike = alike
    self.near = near
    self.within = within
    self.farther = farther
    self.shown = shown
    self.few = few
    self.lately = lately
  }
}
