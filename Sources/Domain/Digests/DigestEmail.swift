import Foundation

/// What the network did for one member since the last digest. It says names, places and waits of colleagues, of help seekers only
/// that they ask, and leads to the rest.
public struct DigestEmail: Hashable, Sendable, Codable {
  /// How the practitioner is greeted.
  public var name: String
  /// IANA name of the zone that dates are written in.
  public var timeZone: String
  /// How often the member wanted digests when it was made: who wants them less often since does not get it.
  public var frequency: DigestFrequency
  /// What happened up to then is in it.
  public var until: Date
  /// In the order that they are shown, none of them empty.
  public var sections: [DigestSection]
  /// The question about the wait, if it is asked.
  public var question: DigestQuestion?
  /// How many free times the member offers in the two weeks from then; nil for whom no seeker can find. It is no news.
  public var freeTimes: Int?

  /// A digest.
  public init(
    name: String, timeZone: String, frequency: DigestFrequency, until: Date, sections: [DigestSection],
    question: DigestQuestion?, freeTimes: Int? = nil
  ) {
    self.name = name
    self.timeZone = timeZone
    self.frequency = frequency
    self.until = until
    self.sections = sections
    self.question = question
    self.freeTimes = freeTimes
  }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { sections.isEmpty && question == nil }

  /// The items of a section.
  func told(_ kind: DigestSection.Kind) -> [DigestItem] {
    sections.filter { $0.kind == kind }.flatMap(\.items)
  }

  /// The same without what names a member.
  public func without(_ member: Practitioner.ID) -> DigestEmail {
    var email = self
    email.sections = sections.compactMap { section in
      var section = section
      section.items.removeAll { $0.member == member }
      return section.items.isEmpty ? nil : section
    }
    return email
  }

  /// The same with nothing in it but when it was: what is kept of one that no later digest needs to know.
  public var forgotten: DigestEmail {
    DigestEmail(
      name: "", timeZone: timeZone, frequency: frequency, until: until, sections: [], question: nil)
  }
}

/// The question about the wait within a digest.
public struct DigestQuestion: Hashable, Sendable, Codable {
  /// What the listing says.
  public var present: StatedWait?

  /// The question to somebody whose listing says this.
  public init(present: StatedWait?) { self.present = present }
}

/// News of one kind.
public struct DigestSection: Hashable, Sendable, Codable {
  /// What it is about; each is shown at most once, in this order.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    /// Help seekers who ask for a time, and wait for an answer: the first, because that is the soonest to be over.
    case requests
    /// Colleagues who ask whether the member can take someone, and wait for an answer.
    case asked
    /// What colleagues answered to the member's referrals.
    case answers
    /// Listings that match a saved search and have room since.
    case openings
    /// Colleagues with a new listing, near, with areas in common.
    case joined
    /// Who recommends the member.
    case recommendations
  }

  /// What it is about.
  public var kind: Kind
  /// At most `most`.
  public var items: [DigestItem]
  /// How many more there are.
  public var more: Int

  /// More than that are counted, not named.
  public static let most = 10

  /// News of one kind.
  public init(_ kind: Kind, _ items: [DigestItem], more: Int = 0) {
    self.kind = kind
    self.items = items
    self.more = more
  }

  /// The same as it is at a moment; nil when nobody waits for any of it any more.
  func standing(at moment: Date) -> DigestSection? {
    var section = self
    section.items.removeAll { item in item.request.map { $0.answerBy <= moment } ?? false }
    return section.items.isEmpty ? nil : section
  }
}

/// One colleague in a digest, or one request of somebody who is not named.
public struct DigestItem: Hashable, Sendable, Codable {
  /// Whom it is about; nil where that is no member.
  public var member: Practitioner.ID?
  /// As it is written; empty where nobody is named.
  public var name: String
  /// "Corinda QLD 4075", two at the most.
  public var places: [String]
  /// What their listing says, where that is the news.
  public var wait: WaitingPeriod?
  /// The referral between the two, where that is the news.
  public var referral: DigestReferral?
  /// The request for a time, where that is the news.
  public var request: DigestRequest?

  /// A colleague.
  public init(
    member: Practitioner.ID, name: String, places: [String], wait: WaitingPeriod? = nil,
    referral: DigestReferral? = nil
  ) {
    self.member = member
    self.name = name
    self.places = places
    self.wait = wait
    self.referral = referral
  }

  /// A request for a time.
  public init(_ request: DigestRequest) {
    name = ""
    places = []
    self.request = request
  }

  /// A colleague as their listing has them.
  init(_ listing: Listing, wait: WaitingPeriod? = nil) {
    self.init(
      member: listing.practitioner, name: listing.name,
      places: listing.profile.locations.prefix(2).map(\.label), wait: wait)
  }
}
