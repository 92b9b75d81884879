import Foundation
import Testing

@testable import Domain

struct SignInDecisionTests {
  private let prepared = SignInDecision.Prepared(
    link: Sample.id(20), digest: SecretDigest(of: "secret"), keyID: 4, email: Sample.id(21))
  private let opening = SessionOpening(
    session: SecretDigest(of: "session"), event: Sample.id(22), browser: "Firefox on Linux")

  private func request(_ practitioner: Practitioner?, recent: Int = 0) throws -> Decision<Void> {
    SignInDecision.request(
      WayInRequest(
        address: try EmailAddress("somebody@example.com"), practitioner: practitioner, recentLinks: recent,
        day: LocalDay(Sample.now, in: .gmt)), prepared: prepared, now: Sample.now)
  }

  private func link(expiresIn seconds: TimeInterval = 900, usedAt: Date? = nil) -> SignInLink {
    SignInLink(
      id: Sample.id(20), practitioner: Sample.id(1), digest: SecretDigest(of: "secret"),
      createdAt: Sample.now,
      expiresAt: Sample.now + seconds, usedAt: usedAt)
  }

  @Test func `a member gets a link that works for fifteen minutes`() throws {
    let practitioner = try Sample.practitioner()
    let decision = try request(practitioner)
    #expect(decision.changes == [.signInLinkMade(link())])
    let email = try #require(decision.emails.first)
    #expect(decision.emails.count == 1)
    #expect(email.id == prepared.email)
    #expect(email.recipient == .practitioner(practitioner.id))
    #expect(email.useBy == Sample.now + 900)
    let facts = SignInLinkEmail(
      name: practitioner.name, link: prepared.link, generation: 1, keyID: 4, expiresAt: Sample.now + 900)
    #expect(email.email == .signInLink(facts))
  }

  @Test(arguments: 0...6)
  func `three links in fifteen minutes are the most`(recent: Int) throws {
    let decision = try request(Sample.practitioner(), recent: recent)
    #expect(decision.emails.count == (recent < 3 ? 1 : 0))
    #expect(decision.changes.count == (recent < 3 ? 1 : 0))
  }

  @Test func `a suspended member gets nothing, a stranger one answer a day`() throws {
    let suspended = try request(Sample.practitioner(standing: .suspended))
    #expect(suspended.changes.isEmpty && suspended.emails.isEmpty)
    let stranger = try request(nil)
    #expect(stranger.changes.isEmpty)
    let email = try #require(stranger.emails.first)
    #expect(stranger.emails.count == 1)
    #expect(email.email == .noAccount(NoAccountEmail(askedAt: Sample.now)))
    #expect(email.recipient == .address(try EmailAddress("somebody@example.com")))
    #expect(email.period == LocalDay(Sample.now, in: .gmt).text, "unique with kind and recipient")
  }

  @Test func `whoever leaves can still sign in, to come back`() throws {
    #expect(try request(Sample.practitioner(standing: .leaving)).emails.count == 1)
    #expect(try request(Sample.practitioner(standing: .erased)).emails.isEmpty)
  }

  @Test func `who has stopped every stream can still sign in`() throws {
    let practitioner = try Sample.practitioner(stopped: Set(EmailStream.allCases))
    let decision = try request(practitioner)
    #expect(decision.emails.count == 1)
  }

  @Test func `no email or record holds a secret`() throws {
    let decision = try request(Sample.practitioner())
    #expect(!"\(decision)".contains("\"secret\""))
  }

  @Test func `a link opens one session of thirty days`() throws {
    let decision = SignInDecision.redeem(
      link: link(), practitioner: try Sample.practitioner(), opening: opening,
      now: Sample.now + 60)
    let opened = Session(
      digest: opening.session, practitioner: Sample.id(1), means: .emailLink, browser: "Firefox on Linux",
      openedAt: Sample.now + 60)
    #expect(opened.expiresAt == Sample.now + 60 + 30 * Sample.day)
    #expect(decision.outcome == opened)
    let line = SecurityEvent(
      id: opening.event, practitioner: Sample.id(1), kind: .signedIn, at: Sample.now + 60,
      detail: "by a link in an email, Firefox on Linux")
    #expect(
      decision.changes == [
        .signInLinkUsed(Sample.id(20), at: Sample.now + 60), .sessionOpened(opened), .securityEvent(line),
      ])
  }

  @Test func `used, expired, unknown and suspended are told alike`() throws {
    let active = try Sample.practitioner()
    let cases: [(SignInLink?, Practitioner?)] = [
      (nil, active), (link(usedAt: Sample.now), active), (link(expiresIn: 60), active),
      (link(expiresIn: -1), active),
      (link(), nil), (link(), try Sample.practitioner(standing: .suspended)), (nil, nil),
    ]
    for (link, practitioner) in cases {
      let decision = SignInDecision.redeem(
        link: link, practitioner: practitioner, opening: opening,
        now: Sample.now + 60)
      #expect(decision.outcome == nil)
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }

  @Test func `a link signs in nobody but its own member`() throws {
    let decision = SignInDecision.redeem(
      link: link(), practitioner: try Sample.practitioner(2), opening: opening,
      now: Sample.now)
    #expect(decision.outcome == nil)
  }

  @Test func `a link works up to its expiry`() {
    #expect(link().isUsable(now: Sample.now + 899.999))
    #expect(!link().isUsable(now: Sample.now + 900))
    #expect(!link(usedAt: Sample.now).isUsable(now: Sample.now))
  }
}
