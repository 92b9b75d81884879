import Foundation
import Testing

@testable import Domain

struct ProviderDecisionTests {
  private let identity = ProviderIdentity(issuer: "https://id.example", subject: "1")
  private let opening = SessionOpening(
    session: SecretDigest(of: "session"), event: Sample.id(31), browser: "Firefox on Linux",
    replaced: SecretDigest(of: "before"))
  private let notice = AccountNotice(
    id: Sample.id(40), line: Sample.id(41), browser: "Firefox on Linux", siteZone: Sample.sydney)

  private func arrival(_ identity: ProviderIdentity? = nil, account: String = "number.1@example.com")
    -> ProviderDecision.Arrival
  {
    ProviderDecision.Arrival(
      identity: identity ?? self.identity, account: account, provider: "Google", browser: "Firefox on Linux",
      event: Sample.id(30))
  }

  private func linked(_ identity: ProviderIdentity? = nil, to member: Int = 1) -> LinkedIdentity {
    LinkedIdentity(
      identity: identity ?? self.identity, practitioner: Sample.id(member), account: "a@example.com",
      linkedAt: Sample.now)
  }

  private func event(_ kind: SecurityEvent.Kind, detail: String = "Google, Firefox on Linux") -> SecurityEvent
  {
    SecurityEvent(id: Sample.id(30), practitioner: Sample.id(1), kind: kind, at: Sample.now, detail: detail)
  }

  @Test
  func `a linked identity opens one session, in the place of the one before, and the trail says by what`()
    throws
  {
    let decision = ProviderDecision.signIn(
      arrival(), linked: linked(), practitioner: try Sample.practitioner(), opening: opening, now: Sample.now)
    let (opened, changes) = opening.open(
      for: Sample.id(1), by: .provider, through: "Google", now: Sample.now)
    #expect(decision.outcome == opened && opened.means == .provider)
    #expect(decision.changes == changes)
    var line = event(.signedIn)
    line.id = Sample.id(31)
    #expect(
      changes == [
        .sessionClosed(SecretDigest(of: "before")), .sessionOpened(opened), .securityEvent(line),
      ])
    #expect(decision.emails.isEmpty)
  }

  @Test func `nothing else does: not an equal address, not another's identity, not one who takes no part`()
    throws
  {
    let active = try Sample.practitioner()
    let other = ProviderIdentity(issuer: "https://id.example", subject: "2")
    let elsewhere = ProviderIdentity(issuer: "https://other.example", subject: "1")
    let cases: [(LinkedIdentity?, Practitioner?)] = [
      (nil, active), (linked(), nil), (linked(other), active), (linked(elsewhere), active),
      (linked(to: 2), active),
      (linked(), try Sample.practitioner(standing: .suspended)),
      (linked(), try Sample.practitioner(standing: .erased)),
    ]
    for (linked, practitioner) in cases {
      let decision = ProviderDecision.signIn(
        arrival(account: active.email.text), linked: linked, practitioner: practitioner, opening: opening,
        now: Sample.now)
      #expect(decision.outcome == nil)
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }

  @Test func `a member links what is nobody's`() throws {
    let member = try Sample.practitioner()
    let decision = ProviderDecision.link(
      arrival(), to: member, linked: nil, own: [], notice: notice, now: Sample.now)
    let linked = LinkedIdentity(
      identity: identity, practitioner: member.id, account: "number.1@example.com", linkedAt: Sample.now)
    #expect(decision.outcome == .linked)
    #expect(decision.changes == [.identityLinked(linked), .securityEvent(event(.providerLinked))])
    #expect(decision.emails == [notice.email(.providerLinked, to: member, now: Sample.now)])
  }

  @Test func `what is linked stays as it is`() throws {
    let member = try Sample.practitioner()
    let second = ProviderIdentity(issuer: "https://id.example", subject: "2")
    let cases: [(LinkedIdentity?, [LinkedIdentity], ProviderDecision.Linking)] = [
      (linked(), [linked()], .alreadyLinked), (linked(to: 2), [], .opensAnother),
      (linked(to: 2), [linked(second)], .opensAnother), (nil, [linked(second)], .hasAnother),
    ]
    for (linked, own, outcome) in cases {
      let decision = ProviderDecision.link(
        arrival(), to: member, linked: linked, own: own, notice: notice, now: Sample.now)
      #expect(decision.outcome == outcome)
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }

  @Test func `an account may be linked with one identity of each provider`() throws {
    let elsewhere = linked(ProviderIdentity(issuer: "https://other.example", subject: "1"))
    let decision = ProviderDecision.link(
      arrival(), to: try Sample.practitioner(), linked: nil, own: [elsewhere], notice: notice,
      now: Sample.now)
    #expect(decision.outcome == .linked)
  }

  @Test func `the last way in is not taken away`() throws {
    let member = try Sample.practitioner()
    let line = event(.providerUnlinked)
    let other = linked(ProviderIdentity(issuer: "https://other.example", subject: "1"))
    for (own, hasAnotherWay, outcome) in [
      ([linked(), other], true, ProviderDecision.Unlinking.unlinked), ([linked()], false, .lastWay),
      ([other], true, .notLinked), ([linked(to: 2)], true, .notLinked), ([], false, .notLinked),
    ] {
      let decision = ProviderDecision.unlink(
        issuer: "https://id.example", of: member, own: own, hasAnotherWay: hasAnotherWay, event: line,
        notice: notice)
      #expect(decision.outcome == outcome)
      #expect(
        decision.changes == (outcome == .unlinked ? [.identityUnlinked(identity), .securityEvent(line)] : []))
      let news = notice.email(.providerUnlinked, to: member, now: Sample.now)
      #expect(decision.emails == (outcome == .unlinked ? [news] : []))
    }
  }

  @Test func `an address of a provider's is cut, and nothing is decided by it`() {
    let long = LinkedIdentity(
      identity: identity, practitioner: Sample.id(1), account: String(repeating: "a", count: 300),
      linkedAt: Sample.now)
    #expect(long.account.count == 254)
  }
}
