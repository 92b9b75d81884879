/// What a digest says of a referral: how soon, and what was answered, and nothing of whom it is for.
public struct DigestReferral: Hashable, Sendable, Codable {
  /// Which one.
  public var id: Referral.ID
  /// A place is looked for within so many weeks.
  public var weeks: Int
  /// What the colleague said; nil where the member is asked.
  public var answer: ReferralAnswer?

  /// A referral, as a digest tells of it.
  public init(id: Referral.ID, weeks: Int, answer: ReferralAnswer? = nil) {
    self.id = id
    self.weeks = weeks
    self.answer = answer
  }
}
