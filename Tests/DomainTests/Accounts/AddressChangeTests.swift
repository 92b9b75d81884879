import Foundation
import Testing

@testable import Domain

struct AddressChangeTests {
  private static let notice = AccountNotice(
    id: Sample.id(40), line: Sample.id(41), browser: "Firefox on Linux", siteZone: Sample.sydney)
  private static let prepared = AccountLink.Prepared(
    link: Sample.id(30), digest: SecretDigest(of: "secret"), keyID: 2, email: Sample.id(31),
    event: Sample.id(32))

  private static func wanted() throws -> EmailAddress { try EmailAddress("New@Elsewhere.example") }

  private static func stored(_ number: UInt8) -> StoredPassword {
    StoredPassword(parameters: .current, salt: [number], hash: [number])
  }

  private func ask(
    for address: EmailAddress? = nil, checked: StoredPassword? = Self.stored(1), isRight: Bool = true,
    stored: StoredPassword? = Self.stored(1), sessionAge: TimeInterval = 86_400, recentLinks: Int = 0
  ) throws -> Decision<AddressChange.Asked> {
    let session = Session(
      digest: SecretDigest(of: "mine"), practitioner: Sample.id(1), means: .password,
      openedAt: Sample.now - sessionAge)
    let request = AddressChange.Request(
      address: try address ?? Self.wanted(), practitioner: try Sample.practitioner(), session: session,
      attempt: .init(checked: checked, isRight: isRight), stored: stored, recentLinks: recentLinks)
    return AddressChange.request(
      request, prepared: Self.prepared, browser: "Firefox on Linux", now: Sample.now)
  }

  @Test func `asking sends one link, to the new address alone, and is on the trail`() throws {
    let decision = try ask()
    let expiresAt = Sample.now + AddressChange.linkLasts
    let link = AccountLink(
      id: Sample.id(30), purpose: .addressChange(try Self.wanted()), practitioner: Sample.id(1),
      digest: SecretDigest(of: "secret"), createdAt: Sample.now, expiresAt: expiresAt)
    let line = SecurityEvent(
      id: Sample.id(32), practitioner: Sample.id(1), kind: .addressChangeAsked, at: Sample.now,
      detail: "Firefox on Linux")
    #expect(decision.outcome == .sent)
    #expect(decision.changes == [.accountLinkMade(link), .securityEvent(line)])
    let email = try #require(decision.emails.first)
    #expect(decision.emails.count == 1)
    #expect(try email.recipient == .address(Self.wanted()))
    #expect(email.useBy == expiresAt && email.email.kind == .addressChange)
  }

  @Test func `only its member asks, and not for what they have, nor too often`() throws {
    let own = try EmailAddress(try Sample.practitioner().email.text.uppercased())
    for (decision, outcome) in [
      (try ask(isRight: false), AddressChange.Asked.wrongPassword),
      (try ask(stored: Self.stored(2)), .wrongPassword),
      (try ask(checked: nil, isRight: false), .wrongPassword),
      (try ask(checked: nil, isRight: false, stored: nil, sessionAge: 901), .signInAgain),
      (try ask(for: own), .yours), (try ask(recentLinks: AddressChange.mostLinks), .tooMany),
    ] {
      #expect(decision.outcome == outcome)
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
    }
    #expect(try ask(checked: nil, isRight: false, stored: nil, sessionAge: 900).outcome == .sent)
    #expect(try ask(recentLinks: AddressChange.mostLinks - 1).outcome == .sent)
  }

  private func facts(
    purpose: AccountLink.Purpose? = nil, createdAt: Date = Sample.now - 60, usedAt: Date? = nil,
    of practitioner: Practitioner? = nil, holder: Practitioner? = nil
  ) throws -> AddressChange.Facts {
    AddressChange.Facts(
      link: AccountLink(
        id: Sample.id(30), purpose: try purpose ?? .addressChange(Self.wanted()), practitioner: Sample.id(1),
        digest: SecretDigest(of: "secret"), createdAt: createdAt,
        expiresAt: createdAt + AddressChange.linkLasts, usedAt: usedAt),
      practitioner: try practitioner ?? Sample.practitioner(), holder: holder)
  }

  private func confirm(_ facts: AddressChange.Facts) -> Decision<AddressChange.Standing> {
    AddressChange.confirm(facts, notice: Self.notice, now: Sample.now)
  }

  @Test func `confirming changes the address, ends every link, and tells the old address`() throws {
    let member = try Sample.practitioner()
    var moved = member
    moved.email = try Self.wanted()
    let decision = confirm(try facts())
    #expect(decision.outcome == .done(moved))
    #expect(
      decision.changes == [
        .accountLinkUsed(Sample.id(30), at: Sample.now), .linksEnded(member.id, at: Sample.now),
        .addressChanged(member.id, try Self.wanted()),
        Self.notice.event(.addressChanged, of: member, now: Sample.now),
      ])
    #expect(decision.emails.map(\.recipient) == [.address(member.email)])
    guard case .accountNotice(let told)? = decision.emails.first?.email else {
      Issue.record("no notice")
      return
    }
    #expect(told.news == .addressChanged)
    // Whoever changes the case of their own address is its holder.
    #expect(confirm(try facts(holder: member)).outcome == .done(moved))
  }

  @Test func `nothing changes by a link that is used, late, another's or for something else`() throws {
    var moved = try Sample.practitioner()
    moved.email = try Self.wanted()
    for (facts, standing) in [
      (try facts(createdAt: Sample.now - 3_600), AddressChange.Standing.unusable),
      (try facts(usedAt: Sample.now - 1), .unusable),
      (try facts(usedAt: Sample.now - 1, of: moved, holder: moved), .done(moved)),
      (try facts(purpose: .passwordReset), .unusable),
      (try facts(of: try Sample.practitioner(2)), .unusable),
      (try facts(of: try Sample.practitioner(standing: .suspended)), .unusable),
      (try facts(of: try Sample.practitioner(standing: .erased)), .unusable),
      (AddressChange.Facts(link: nil, practitioner: moved, holder: nil), .unusable),
      (try facts(holder: try Sample.practitioner(2)), .taken(try Self.wanted())),
    ] {
      #expect(facts.standing(now: Sample.now) == standing)
      let decision = confirm(facts)
      #expect(decision.outcome == standing)
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }
}
