import Domain
import Foundation

@testable import Store

/// A member who has done all there is to do, beside a colleague with whom they did it. Every word of theirs has the same mark
/// in it, so that whatever is left can be found.
enum FullMember {
  static let mark = "zanthoxylum"
  static let id = Sample.id(1, of: Practitioner.self)
  static let colleague = Sample.id(2, of: Practitioner.self)
  static let now = Sample.now

  static func address() throws -> EmailAddress { try EmailAddress("Dr.\(mark)@example.com") }
  /// What they had before.
  static func oldAddress() throws -> EmailAddress { try EmailAddress("old.\(mark)@example.com") }

  static func practitioner() throws -> Practitioner {
    Practitioner(
      id: id, name: "Dr \(mark.capitalized)", email: try address(), timeZone: "Australia/Perth",
      joinedAt: now - 400 * Sample.day)
  }

  static func add(to store: Store) async throws {
    var profile = Sample.profile(1)
    profile.registrationNumber = "PSY\(mark)"
    profile.bio = "I, \(mark), listen."
    try await store.join([2])
    try await store.apply([
      .joined(try practitioner(), profile, nil), .accountOpened(try Sample.practitioner(3)),
    ])
    try await store.apply(try listing() + access(), emails: try emails() + invitationEmails())
    var need = ReferralSample.need
    need.note = "A note, \(mark)"
    try await store.refer(1, from: 1, to: [2], need: need)
    try await store.refer(2, from: 2, to: [1])
    try await store.apply(try answers() + recommendations() + invitations())
  }

  private static func listing() throws -> [Change] {
    var draft = ListingDraft()
    draft[.about] = TypedForm([.bio: ["The draft of \(mark)."]])
    return [
      .photoSaved(id, "photo-\(mark)"),
      .listingFactsSaved(id, ListingFacts(verification: .init(number: "PSY\(mark)", at: now))),
      .draftSaved(id, draft, at: now),
      .streamStopped(id, .rounds, at: now),
      .matchesShown([id, colleague], on: LocalDay(now, in: .gmt), countedFrom: LocalDay(number: 0)),
      .preferencesSaved(id, EmailPreferences(digests: .monthly, digestDay: .friday)),
      .searchSaved(
        SavedSearch(id: Sample.id(34), owner: id, name: "For \(mark)", query: "q=\(mark)", savedAt: now)),
    ]
  }

  private static func access() throws -> [Change] {
    [
      .passwordSaved(
        id, StoredPassword(parameters: .current, salt: [1], hash: Array(mark.utf8)), at: now),
      .identityLinked(
        LinkedIdentity(
          identity: ProviderIdentity(issuer: "https://id.example", subject: "subject-\(mark)"),
          practitioner: id,
          account: "\(mark)@id.example", linkedAt: now)),
      .sessionOpened(
        Session(
          digest: SecretDigest(stored: "session-\(mark)"), practitioner: id, means: .password,
          browser: "\(mark) on Linux", openedAt: now)),
      .signInLinkMade(
        SignInLink(
          id: Sample.id(31), practitioner: id, digest: SecretDigest(stored: "link-\(mark)"), createdAt: now,
          expiresAt: now + 900)),
      .accountLinkMade(
        AccountLink(
          id: Sample.id(32), purpose: .addressChange(try EmailAddress("next.\(mark)@example.com")),
          practitioner: id, digest: SecretDigest(stored: "account-link-\(mark)"), createdAt: now,
          expiresAt: now + 900)),
      .securityEvent(
        SecurityEvent(
          id: Sample.id(33), practitioner: id, kind: .verified, at: now, detail: "number PSY\(mark)")),
    ]
  }

  /// To them, to the address they had before, to one where they asked for a way in, and one to the colleague that is not theirs.
  private static func emails() throws -> [NewEmail] {
    var asked = Sample.email(1, to: 1)
    asked.email = .waitingPeriod(
      WaitingPeriodEmail(
        round: Round(at: now, in: .gmt), name: "Dr \(mark)", present: nil, timeZone: "Australia/Perth"))
    let notice = AccountNotice(id: Sample.id(41), line: Sample.id(42), browser: "", siteZone: .gmt)
    let stranger = NewEmail(
      id: Sample.id(43), email: .noAccount(NoAccountEmail(askedAt: now)), recipient: .address(try address()),
      period: "asked", notBefore: now, useBy: now + 900)
    return [
      asked, notice.email(.passwordReset, to: try practitioner(), at: try oldAddress(), now: now), stranger,
      Sample.email(2, to: 2),
    ]
  }

  private static func answers() throws -> [Change] {
    let event = WaitEvent(id: Sample.id(51), kind: .said, at: now, means: .email, email: Sample.emailID(1))
    return [
      .answered(
        WaitAnswer(email: Sample.emailID(1), practitioner: id, period: .now, at: now, before: nil)),
      .waitSaid(id, Sample.said(.now), event),
      .awaySaid(
        id, until: now + 9 * Sample.day, AwayEvent(id: Sample.id(52), at: now, means: .site)),
    ]
  }

  private static func recommendations() -> [Change] {
    [(id, colleague), (colleague, id)].map {
      .recommended(
        Recommendation(
          recommender: $0, recommended: $1, sentence: "Between \(mark) and a colleague.", madeAt: now))
    }
  }

  /// The one they came by, under the address they had before; one that the colleague sent them since; two of their own, by one
  /// of which the third member joined.
  private static func invitations() throws -> [Change] {
    [
      .invitationSent(try invitation(61, by: colleague, to: try oldAddress()), email: Sample.id(71)),
      .invitationRedeemed(Sample.id(61), by: id, at: now),
      .invitationSent(try invitation(62, by: colleague, to: try address()), email: Sample.id(72)),
      .invitationSent(
        try invitation(63, by: id, to: try EmailAddress("friend@example.org")), email: Sample.id(73)),
      .invitationSent(
        try invitation(64, by: id, to: try EmailAddress("number.3@example.com")), email: Sample.id(74)),
      .invitationRedeemed(Sample.id(64), by: Sample.id(3), at: now),
    ]
  }

  static func invitation(_ number: Int, by inviter: Practitioner.ID?, to address: EmailAddress) throws
    -> Invitation
  {
    Invitation(
      id: Sample.id(number), inviter: inviter, address: address, note: try InvitationNote("A note, \(mark)"),
      generation: 1, keyID: 1, digest: SecretDigest(of: "invitation \(number)"), createdAt: now, sentAt: now)
  }

  /// The emails of their invitations, which name them.
  private static func invitationEmails() throws -> [NewEmail] {
    try [(61, try oldAddress()), (62, try address()), (63, try EmailAddress("friend@example.org"))].map {
      NewEmail(
        id: Sample.id($0 + 10),
        email: .invitation(
          InvitationEmail(
            try invitation($0, by: nil, to: $1), inviter: "Dr \(mark)", timeZone: "Australia/Perth")),
        recipient: .address($1), about: $0 == 63 ? id : colleague, period: "\($0)", notBefore: now,
        useBy: now + 900)
    } + [
      NewEmail(
        id: Sample.id(74),
        email: .alreadyAMember(AlreadyAMemberEmail(name: "Dr Number 3", inviter: "Dr \(mark)")),
        recipient: .practitioner(Sample.id(3)), about: id, period: "64", notBefore: now, useBy: now + 900)
    ]
  }
}
