import Domain
import Foundation

/// The links of one email. All derive from its outbox row and the key ring, so that every attempt carries the same.
struct EmailLinks {
  let entry: OutboxEntry
  let site: MailSite
  let keys: KeyRing

  /// Shows and, once pressed, says a waiting period in answer to a question that was asked at a moment.
  func waitingPeriod(_ period: WaitingPeriod, answering question: OutboxEntry.ID, askedAt: Date) -> String {
    let token = LinkToken(
      .waitingPeriod, subject: question, choice: UInt8(period.rank),
      expiresAt: askedAt + LinkLifetimes.waitingPeriod)
    return "\(site.siteURL)/w/\(keys.seal(token))"
  }

  /// Shows a referral and, once pressed, answers it; nil for a link that only shows.
  func referral(_ answer: ReferralAnswer?, answering question: OutboxEntry.ID, askedAt: Date) -> String {
    let token = LinkToken(
      .referral, subject: question, choice: answer?.code ?? 0, expiresAt: askedAt + LinkLifetimes.referral)
    return "\(site.siteURL)/r/\(keys.seal(token))"
  }

  /// The page of a referral, which asks whoever is not signed in to do so first.
  func referralPage(_ referral: Referral.ID) -> String {
    "\(site.siteURL)/sign-in?next=/referrals/\(referral)"
  }

  /// All referrals of the member, likewise.
  var referrals: String { "\(site.siteURL)/sign-in?next=/referrals" }

  /// Stops a stream for a member.
  func unsubscribe(_ practitioner: Practitioner.ID, from stream: EmailStream) -> String {
    let token = LinkToken(
      .unsubscribe, subject: practitioner, choice: stream.code,
      expiresAt: entry.createdAt + LinkLifetimes.unsubscribe)
    return "\(site.siteURL)/u/\(keys.seal(token))"
  }

  /// Signs in, once.
  func signIn(_ facts: SignInLinkEmail) throws(MessageMakerError) -> String {
    let secret = keys.secret(
      for: .signInLink, record: facts.link.bytes, generation: facts.generation, keyID: facts.keyID)
    guard let secret else { throw .unknownKey(facts.keyID) }
    return "\(site.siteURL)/sign-in/\(secret)"
  }

  /// Shows an invitation and, once filled in and pressed, opens an account, once.
  func invitation(_ facts: InvitationEmail) throws(MessageMakerError) -> String {
    let secret = keys.secret(
      for: .invitation, record: facts.invitation.bytes, generation: facts.generation, keyID: facts.keyID)
    guard let secret else { throw .unknownKey(facts.keyID) }
    return "\(site.siteURL)/invite/\(secret)"
  }

  /// The figures that sign the asking browser in.
  func signInCode(_ facts: SignInLinkEmail) throws(MessageMakerError) -> String {
    let figures = keys.figures(for: .signInCode, record: facts.link.bytes, keyID: facts.keyID)
    guard let figures else { throw .unknownKey(facts.keyID) }
    return figures
  }

  /// Lets its reader choose another password, once.
  func passwordReset(_ facts: PasswordResetEmail) throws(MessageMakerError) -> String {
    let secret = keys.secret(
      for: .passwordReset, record: facts.link.bytes, generation: 1, keyID: facts.keyID)
    guard let secret else { throw .unknownKey(facts.keyID) }
    return "\(site.siteURL)/sign-in/reset/\(secret)"
  }

  /// Makes the address that it goes to a member's own, once.
  func addressChange(_ facts: AddressChangeEmail) throws(MessageMakerError) -> String {
    let secret = keys.secret(
      for: .addressChange, record: facts.link.bytes, generation: 1, keyID: facts.keyID)
    guard let secret else { throw .unknownKey(facts.keyID) }
    return "\(site.siteURL)/profile/address/\(secret)"
  }

  /// How members see a colleague.
  func listing(_ member: Practitioner.ID) -> String { "\(site.siteURL)/practitioners/\(member)" }

  /// All colleagues.
  var listings: String { "\(site.siteURL)/listings" }

  /// The searches that a member keeps.
  var savedSearches: String { "\(site.siteURL)/listings/searches" }

  /// Where one signs in.
  var signInPage: String { "\(site.siteURL)/sign-in" }

  /// Where one asks for another password.
  var forgottenPage: String { "\(site.siteURL)/sign-in/forgot" }

  /// Where a provider is linked and unlinked.
  var providerPage: String { "\(site.siteURL)/profile/security/provider" }

  /// How to reach the operator.
  var helpPage: String { "\(site.siteURL)/help" }

  /// The envelope sender: its local part says which email came back, in the 64 characters that one may have.
  func envelopeSender(author: Message.Mailbox) -> String {
    guard let domain = site.returnPathDomain else { return author.address }
    let token = LinkToken(.bounce, subject: entry.id, expiresAt: entry.createdAt + LinkLifetimes.bounce)
    return "\(keys.seal(token))@\(domain)"
  }
}
