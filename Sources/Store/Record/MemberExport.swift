import Domain
import Foundation

/// Everything that is held about one member, as one file. Its keys are stable: people's own programs read them.
public struct MemberExport: Sendable, Codable {
  /// What the account is.
  struct Account: Sendable, Codable {
    var id: String
    var name: String
    var email: String
    var standing: String
    var timeZone: String?
    var stoppedStreams: [String]
    var emailPreferences: PreferencesPart
    var joinedAt: Date
    var publishedAt: Date?
    var leftAt: Date?
    var awayUntil: Date?
    /// When the password was set; the password itself is not held, only what it was stretched to.
    var passwordSetAt: Date?
  }

  /// How often the member wants the emails that are subscribed to.
  struct PreferencesPart: Sendable, Codable {
    var rounds: String
    var digests: String
    /// "Monday".
    var digestDay: String
    /// The full hour by the member's clock.
    var digestHour: Int
  }

  /// A digest that was made for the member, and the time that it is about.
  struct DigestPart: Sendable, Codable {
    var day: String
    var since: Date
    var until: Date
  }

  /// What colleagues see.
  struct ListingPart: Sendable, Codable {
    var profile: Profile
    var waitingPeriod: String?
    var confirmedAt: Date?
    var confirmedBy: String?
    /// The name of the photo's file: SHA-256 of its bytes.
    var photo: String?
    var isOpenToSeekers: Bool
    var verifiedNumber: String?
    var verifiedAt: Date?
  }

  /// A line of the history of the wait.
  struct WaitLine: Sendable, Codable {
    var at: Date
    var kind: String
    var means: String
    var waitingPeriod: String?
  }

  /// A line of the history of being away.
  struct AwayLine: Sendable, Codable {
    var at: Date
    var means: String
    var until: Date?
  }

  /// A browser that is signed in.
  struct SessionPart: Sendable, Codable {
    var means: String
    var browser: String
    var openedAt: Date
    var seenAt: Date
  }

  /// A sign-in provider's account.
  struct IdentityPart: Sendable, Codable {
    var issuer: String
    var subject: String
    var linkedAt: Date
  }

  /// A line of the trail of what concerned security.
  struct TrailLine: Sendable, Codable {
    var at: Date
    var kind: String
    var detail: String
  }

  /// An invitation that the member made.
  struct InvitationPart: Sendable, Codable {
    var address: String
    var note: String
    var createdAt: Date
    var expiresAt: Date
    var revokedAt: Date?
    var redeemedAt: Date?
  }

  /// A recommendation, with the identifier of the other.
  struct RecommendationPart: Sendable, Codable {
    var member: String
    var sentence: String
    var madeAt: Date
  }

  /// A referral that the member made, with the identifiers of those whom it asked.
  struct ReferralMadePart: Sendable, Codable {
    var need: ReferralNeed
    var madeAt: Date
    var state: String
    var closedAt: Date?
    var asked: [AskingPart]
  }

  /// What one is asked by a referral, and answered; `member` is the other of the two.
  struct AskingPart: Sendable, Codable {
    var member: String
    var askedAt: Date
    var answer: String?
    var offeredWait: String?
    var answeredAt: Date?
  }

  /// A search that the member keeps.
  struct SearchPart: Sendable, Codable {
    var name: String
    /// As the address of the listings writes it.
    var query: String
    var savedAt: Date
  }

  /// How often the listing was shown to help seekers on a day.
  struct ShownPart: Sendable, Codable {
    /// `2027-01-14`
    var day: String
    var times: Int
  }

  /// An email that was made for the member.
  struct EmailPart: Sendable, Codable {
    var kind: String
    var period: String
    var state: String
    var createdAt: Date
    var settledAt: Date?
    /// Where it goes or went, when that is not the member's own address at the time.
    var address: String?
  }

  var account: Account
  var listing: ListingPart?
  /// A listing that was begun, as it was saved.
  var draft: String?
  var waitHistory: [WaitLine] = []
  var awayHistory: [AwayLine] = []
  var sessions: [SessionPart] = []
  var identities: [IdentityPart] = []
  var trail: [TrailLine] = []
  var invitations: [InvitationPart] = []
  var recommendationsMade: [RecommendationPart] = []
  var recommendationsReceived: [RecommendationPart] = []
  var referralsMade: [ReferralMadePart] = []
  var referralsReceived: [AskingPart] = []
  var savedSearches: [SearchPart] = []
  var shownToSeekers: [ShownPart] = []
  var offers: [OfferPart] = []
  var daysOff: [DaysOffPart] = []
  var weeksAhead: Int?
  var noticeHours: Int?
  var appointments: [AppointmentPart] = []
  var requests: [RequestPart] = []
  var digests: [DigestPart] = []
  var emails: [EmailPart] = []

  /// The file: JSON with its keys in order, times in ISO 8601.
  public func file() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
