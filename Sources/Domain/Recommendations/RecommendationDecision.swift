import Foundation

/// Saying that one would refer to a colleague, and taking it back.
public enum RecommendationDecision {
  /// What is wanted.
  public enum Wish: Hashable, Sendable {
    /// It stands, with this sentence (which may be empty) in the place of the one before.
    case recommend(String)
    /// It no longer stands.
    case withdraw
  }

  /// What it rests on.
  public struct Facts: Sendable {
    /// Who wants it.
    public var recommender: Practitioner?
    /// Whom it is about.
    public var recommended: Practitioner?
    /// What stands between the two.
    public var present: Recommendation?

    /// What is on record.
    public init(recommender: Practitioner?, recommended: Practitioner?, present: Recommendation?) {
      self.recommender = recommender
      self.recommended = recommended
      self.present = present
    }
  }

  /// What the asker is told.
  public enum Outcome: Hashable, Sendable, CaseIterable {
    case recommended
    /// It does not stand, whether or not it did before.
    case withdrawn
    /// Nobody recommends themselves.
    case oneself
    /// The asker has no published listing, so that nobody could see who recommends.
    case askerIsNotListed
    /// There is no such colleague, or none that can be seen.
    case unknown
  }

  /// Decides a wish. Taking back is possible whatever has become of the two.
  public static func decide(_ wish: Wish, facts: Facts, now: Date) -> Decision<Outcome> {
    guard let recommender = facts.recommender, let recommended = facts.recommended else {
      return Decision(.unknown)
    }
    guard recommender.id != recommended.id else { return Decision(.oneself) }
    switch wish {
    case .withdraw:
      let change = Change.recommendationWithdrawn(by: recommender.id, of: recommended.id)
      return Decision(.withdrawn, changes: facts.present == nil ? [] : [change])
    case .recommend(let sentence):
      guard recommended.isListed else { return Decision(.unknown) }
      guard recommender.isListed else { return Decision(.askerIsNotListed) }
      let wanted = Recommendation(
        recommender: recommender.id, recommended: recommended.id, sentence: sentence,
        madeAt: facts.present?.madeAt ?? now)
      return Decision(.recommended, changes: facts.present == wanted ? [] : [.recommended(wanted)])
    }
  }
}

extension Change {
  /// The member whose recommendations it alters.
  public var recommender: Practitioner.ID? {
    switch self {
    case .recommended(let recommendation): recommendation.recommender
    case .recommendationWithdrawn(let recommender, _): recommender
    default: nil
    }
  }
}
