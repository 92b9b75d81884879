import Foundation

/// A digest that was made, as the next one needs to know it.
public struct DigestRecord: Hashable, Sendable {
  /// Whose.
  public var member: Practitioner.ID
  /// The local day it was due on; no two of a member's are of one day.
  public var period: LocalDay
  /// What happened after this is in it, unless it was too old to be news,
  public var since: Date
  /// up to this.
  public var until: Date
  /// The email that says it.
  public var email: OutboxEntry.ID

  /// A digest of a day.
  public init(member: Practitioner.ID, period: LocalDay, since: Date, until: Date, email: OutboxEntry.ID) {
    self.member = member
    self.period = period
    self.since = since
    self.until = until
    self.email = email
  }
}

/// What a member's next digest rests on, besides the listings.
public struct DigestFacts: Hashable, Sendable {
  /// Whose digest it is.
  public var practitioner: Practitioner
  /// What their listing says of their wait.
  public var wait: StatedWait?
  /// When it is due; nil when that is still to be worked out.
  public var due: Date?
  /// The day of the last that was made, sent or not.
  public var lastPeriod: LocalDay?
  /// What the last one that went out has told; nil before the first.
  public var told: DigestEmail?
  /// The searches they keep, by their names.
  public var searches: [SavedSearch]
  /// Who recommends them, the oldest first.
  public var recommendations: [Recommendation]
  /// What colleagues asked them and they have not answered, the oldest first: what was asked since `start`, less `overlap`.
  public var unanswered: [AskingFacts]
  /// What was answered to their own referrals, the oldest first: since `start`, less `overlap`.
  public var answers: [AskingFacts]
  /// Requests for a time that they have not answered, the oldest first: what they were asked since `start`, less `overlap`.
  public var requests: [DigestRequest]
  /// What they offer to help seekers; nil when their listing is not open to any.
  public var booking: BookingFacts?

  /// What is on record.
  public init(
    practitioner: Practitioner, wait: StatedWait?, due: Date?, lastPeriod: LocalDay? = nil,
    told: DigestEmail? = nil, searches: [SavedSearch] = [], recommendations: [Recommendation] = [],
    unanswered: [AskingFacts] = [], answers: [AskingFacts] = [], requests: [DigestRequest] = [],
    booking: BookingFacts? = nil
  ) {
    self.practitioner = practitioner
    self.wait = wait
    self.due = due
    self.lastPeriod = lastPeriod
    self.told = told
    self.searches = searches
    self.recommendations = recommendations
    self.unanswered = unanswered
    self.answers = answers
    self.requests = requests
    self.booking = booking
  }

  /// News that are older are none: 92 days.
  static let horizon: TimeInterval = 92 * 86_400

  /// A moment is taken down before the transaction that it belongs to is on disk, by this at the most: so far before its
  /// beginning a digest looks back, and leaves out what the last one told already.
  public static let overlap: TimeInterval = 300

  /// Sections as they are at a later moment: without what nobody waits for any more.
  func standing(_ sections: [DigestSection], at moment: Date) -> [DigestSection] {
    let over = Set(unanswered.filter { $0.state(now: moment) != .asked }.map(\.referral.id))
    return sections.compactMap { section in
      var section = section
      if section.kind == .asked {
        section.items.removeAll { item in item.referral.map { over.contains($0.id) } ?? false }
      }
      return section.standing(at: moment)
    }
  }

  /// Where the last digest ended; before the first, when the member joined the others.
  public var start: Date { told?.until ?? practitioner.publishedAt ?? practitioner.joinedAt }

  /// What happened after this is news at a moment.
  public func since(now: Date) -> Date { max(start, now - Self.horizon) }
}
