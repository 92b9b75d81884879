import Domain
import Foundation
import GRDB

extension Record {
  /// What a decision about a recommendation rests on.
  public func recommendationFacts(by recommender: Practitioner.ID, of recommended: Practitioner.ID) throws
    -> RecommendationDecision.Facts
  {
    let sql = "SELECT * FROM recommendation WHERE recommender_id = ? AND recommended_id = ?"
    return RecommendationDecision.Facts(
      recommender: try practitioner(recommender), recommended: try practitioner(recommended),
      present: try first(sql, [recommender.text, recommended.text]).map(recommendation))
  }

  /// What a member says of others, seen or not, the oldest first.
  public func recommendations(by member: Practitioner.ID) throws -> [Recommendation] {
    try rows(
      "SELECT * FROM recommendation WHERE recommender_id = ? ORDER BY made_at, recommended_id", [member.text]
    ).map(recommendation)
  }

  /// What others say of a member, seen or not, the oldest first.
  public func recommendations(of member: Practitioner.ID) throws -> [Recommendation] {
    try rows(
      "SELECT * FROM recommendation WHERE recommended_id = ? ORDER BY made_at, recommender_id", [member.text]
    ).map(recommendation)
  }

  func allRecommendations() throws -> [Recommendation] {
    try rows("SELECT * FROM recommendation", []).map(recommendation)
  }

  func applyRecommendation(_ change: Change) throws {
    switch change {
    case .recommended(let new):
      try run(
        """
        INSERT INTO recommendation (recommender_id, recommended_id, sentence, made_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (recommender_id, recommended_id) DO UPDATE SET sentence = excluded.sentence
        """,
        [new.recommender.text, new.recommended.text, new.sentence, new.madeAt.milliseconds])
    case .recommendationWithdrawn(let recommender, let recommended):
      try run(
        "DELETE FROM recommendation WHERE recommender_id = ? AND recommended_id = ?",
        [recommender.text, recommended.text])
    default: break
    }
  }

  /// What is kept in memory, as it stands now.
  func fresh(_ touched: Writer.Touched) throws -> Writer.Fresh {
    var fresh = Writer.Fresh()
    for id in touched.listings { fresh.listings.updateValue(try listing(id), forKey: id) }
    for id in touched.recommenders { fresh.recommendations[id] = try recommendations(by: id) }
    for id in touched.searchers { fresh.savedSearches[id] = try savedSearches(of: id) }
    return fresh
  }

  private func recommendation(_ row: Row) throws -> Recommendation {
    let (one, other): (String, String) = (row["recommender_id"], row["recommended_id"])
    guard let recommender = Practitioner.ID(one), let recommended = Practitioner.ID(other) else {
      throw StoreError.unreadableRow(table: "recommendation", id: one, why: "an identifier")
    }
    return Recommendation(
      recommender: recommender, recommended: recommended, sentence: row["sentence"],
      madeAt: Date(milliseconds: row["made_at"]))
  }
}
