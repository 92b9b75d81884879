import Foundation
import Testing

@testable import Domain

@Suite struct `A password that was looked at` {
  private static func stored(_ octet: UInt8) -> StoredPassword {
    StoredPassword(
      parameters: .current, salt: [UInt8](repeating: octet, count: 16),
      hash: [UInt8](repeating: octet, count: 32))
  }

  private static let opening = SessionOpening(
    session: SecretDigest(of: "session"), event: Sample.id(22), browser: "Edge on Windows",
    replaced: SecretDigest(of: "before"))
  private static let notice = AccountNotice(
    id: Sample.id(30), line: Sample.id(31), browser: "Edge on Windows", siteZone: .gmt)

  @Test func `signs in with a session of its own in the place of the one before`() throws {
    let attempt = PasswordSignIn.Attempt(
      checked: Self.stored(1), isRight: true, restretched: Self.stored(2))
    let decision = PasswordSignIn.decide(
      attempt, practitioner: try Sample.practitioner(), stored: Self.stored(1), opening: Self.opening,
      now: Sample.now)
    let session = try #require(decision.outcome)
    #expect(session.means == .password && session.digest == Self.opening.session)
    #expect(decision.changes.first == .sessionClosed(SecretDigest(of: "before")))
    #expect(decision.changes.contains(.sessionOpened(session)))
    #expect(decision.changes.last == .passwordRestretched(Sample.id(1), Self.stored(2)))
  }

  @Test func `opens nothing when wrong, changed meanwhile, or the member may not`() throws {
    let right = PasswordSignIn.Attempt(checked: Self.stored(1), isRight: true)
    let wrong = PasswordSignIn.Attempt(checked: Self.stored(1), isRight: false)
    let active = try Sample.practitioner()
    for (attempt, practitioner, stored) in [
      (wrong, active, Self.stored(1)), (right, active, Self.stored(2)), (right, active, nil),
      (right, nil, Self.stored(1)), (right, try Sample.practitioner(standing: .suspended), Self.stored(1)),
      (right, try Sample.practitioner(standing: .erased), Self.stored(1)),
    ] as [(PasswordSignIn.Attempt, Practitioner?, StoredPassword?)] {
      let decision = PasswordSignIn.decide(
        attempt, practitioner: practitioner, stored: stored, opening: Self.opening, now: Sample.now)
      #expect(decision.outcome == nil && decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }

  @Test func `is changed with the old one, or set first in a fresh session, and the member is told`() throws {
    func change(_ old: StoredPassword?, isRight: Bool, stored: StoredPassword?, age: TimeInterval)
      throws -> Decision<PasswordChange.Outcome>
    {
      let session = Session(
        digest: SecretDigest(of: "mine"), practitioner: Sample.id(1), means: .emailLink,
        openedAt: Sample.now - age)
      return PasswordChange.decide(
        .init(old: .init(checked: old, isRight: isRight), new: Self.stored(9)),
        practitioner: try Sample.practitioner(), session: session, stored: stored, notice: Self.notice,
        now: Sample.now)
    }
    let changed = try change(Self.stored(1), isRight: true, stored: Self.stored(1), age: 86_400)
    let set = try change(nil, isRight: false, stored: nil, age: 900)
    for (decision, news) in [(changed, AccountNews.passwordChanged), (set, .passwordSet)] {
      #expect(decision.outcome == .done)
      #expect(decision.changes.contains(.passwordSaved(Sample.id(1), Self.stored(9), at: Sample.now)))
      #expect(decision.changes.contains(.sessionsClosed(Sample.id(1), except: SecretDigest(of: "mine"))))
      guard case .accountNotice(let facts) = decision.emails.first?.email else {
        Issue.record("no notice")
        continue
      }
      #expect(facts.news == news && facts.browser == "Edge on Windows")
    }
    for (decision, outcome) in [
      (
        try change(Self.stored(1), isRight: false, stored: Self.stored(1), age: 0),
        PasswordChange.Outcome.wrong
      ),
      (try change(Self.stored(1), isRight: true, stored: Self.stored(2), age: 0), .wrong),
      (try change(nil, isRight: false, stored: Self.stored(2), age: 0), .wrong),
      (try change(nil, isRight: false, stored: nil, age: 901), .signInAgain),
    ] {
      #expect(decision.outcome == outcome && decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }

  @Test func `is reset by a link once, for an hour, and not after another was set`() throws {
    func facts(
      createdAt: Date = Sample.now - 60, setAt: Date? = nil, usedAt: Date? = nil,
      purpose: AccountLink.Purpose = .passwordReset, standing: Practitioner.Standing = .active,
      practitioner: Int = 1
    ) throws -> PasswordReset.Facts {
      PasswordReset.Facts(
        link: AccountLink(
          id: Sample.id(40), purpose: purpose, practitioner: Sample.id(1), digest: SecretDigest(of: "x"),
          createdAt: createdAt, expiresAt: createdAt + PasswordReset.linkLasts, usedAt: usedAt),
        practitioner: try Sample.practitioner(practitioner, standing: standing), passwordSetAt: setAt)
    }
    func redeem(_ facts: PasswordReset.Facts) -> Decision<Session?> {
      PasswordReset.redeem(
        facts, password: Self.stored(9), opening: Self.opening, notice: Self.notice, now: Sample.now)
    }
    let done = redeem(try facts(setAt: Sample.now - 61))
    #expect(done.outcome?.means == .emailLink)
    #expect(done.changes.contains(.accountLinkUsed(Sample.id(40), at: Sample.now)))
    #expect(done.emails.count == 1)
    let closing = try #require(done.changes.firstIndex(of: .sessionsClosed(Sample.id(1), except: nil)))
    let opening = try #require(done.outcome.flatMap { done.changes.firstIndex(of: .sessionOpened($0)) })
    #expect(closing < opening, "everybody is signed out before the one who set it is signed in")
    for refused in [
      try facts(createdAt: Sample.now - 3_600), try facts(setAt: Sample.now - 59),
      try facts(setAt: Sample.now - 60), try facts(usedAt: Sample.now - 1),
      try facts(purpose: .addressChange(EmailAddress("new@example.com"))),
      try facts(standing: .suspended), try facts(standing: .erased), try facts(practitioner: 2),
      PasswordReset.Facts(link: nil, practitioner: try Sample.practitioner(), passwordSetAt: nil),
    ] {
      let decision = redeem(refused)
      #expect(decision.outcome == nil && decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }

  @Test func `that was wrong too often is on the trail once a day`() throws {
    let member = try Sample.practitioner()
    func heldUp(_ practitioner: Practitioner?, lastAt: Date?) -> [Change] {
      let last = lastAt.map {
        SecurityEvent(id: Sample.id(1), practitioner: Sample.id(1), kind: .signInRefused, at: $0)
      }
      return PasswordSignIn.heldUp(practitioner, last: last, line: Sample.id(2), now: Sample.now).changes
    }
    #expect(heldUp(member, lastAt: nil).count == 1)
    #expect(heldUp(member, lastAt: Sample.now - 86_400).count == 1)
    #expect(heldUp(member, lastAt: Sample.now - 86_399).isEmpty)
    #expect(heldUp(nil, lastAt: nil).isEmpty)
  }
}
