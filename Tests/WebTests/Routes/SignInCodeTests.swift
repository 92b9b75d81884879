import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Signing in by a code` {
  private static let ask = "email=member1%40example.com&choice=link"

  @Test func `works in the browser that asked, once, for a quarter of an hour`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in", Self.ask)
      let code = try await fixture.newestLink().code
      var elsewhere = Browser(client)
      #expect(try await elsewhere.post("/sign-in/code", "code=\(code)").location == "/sign-in")
      #expect(elsewhere.cookies.isEmpty)
      #expect(try await browser.post("/sign-in/code", "code=\(code)", site: "cross-site").status == 403)
      var late = browser
      let spaced = "code=+\(code.prefix(3))+\(code.suffix(3))"
      #expect(try await browser.post("/sign-in/code", spaced).location == "/listings")
      #expect(try await browser.get("/listings").status == 200)
      #expect(try await late.post("/sign-in/code", "code=\(code)").status == 400, "used up")
      #expect(try await late.post("/sign-in/" + fixture.newestLink().secret).status == 410)
      _ = try await late.post("/sign-in", Self.ask)
      fixture.pass(15 * 60)
      let expired = try await fixture.newestLink().code
      #expect(try await late.post("/sign-in/code", "code=\(expired)").status == 400)
    }
    #expect(try await fixture.sessions().map(\.means) == [.emailCode])
  }

  @Test func `is dead after five wrong ones, and the link is not`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in", Self.ask)
      let email = try await fixture.newestLink()
      for number in 0..<5 {
        #expect(try await browser.post("/sign-in/code", "code=x\(number)").status == 400)
      }
      #expect(try await browser.post("/sign-in/code", "code=\(email.code)").status == 400)
      #expect(browser.cookies["__Host-session"] == nil)
      #expect(try await browser.post("/sign-in/\(email.secret)").status == 303)
    }
  }

  @Test func `is another's in another browser, even for the same member`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var attacker = Browser(client)
      _ = try await attacker.post("/sign-in", Self.ask)
      let code = try await fixture.newestLink().code
      fixture.pass(1)
      var owner = Browser(client)
      _ = try await owner.post("/sign-in", Self.ask)
      let theirs = try await fixture.newestLink().code
      #expect(try await attacker.post("/sign-in/code", "code=\(theirs)").status == 400)
      #expect(try await owner.post("/sign-in/code", "code=\(code)").status == 400)
      #expect(try await owner.post("/sign-in/code", "code=\(theirs)").status == 303)
    }
  }

  @Test func `asked for again in the same browser, the newest counts`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in", Self.ask)
      let first = try await fixture.newestLink().code
      fixture.pass(60)
      _ = try await browser.post("/sign-in", Self.ask)
      let second = try await fixture.newestLink().code
      #expect(first != second)
      #expect(try await browser.post("/sign-in/code", "code=\(first)").status == 400)
      #expect(try await browser.post("/sign-in/code", "code=\(second)").status == 303)
    }
  }

  @Test func `is refused alike for a member and for nobody, who each have one email`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var answers: Set<String> = []
      for email in ["member1", "nobody1"] {
        var browser = Browser(client)
        let sent = try await browser.post("/sign-in", "email=\(email)%40example.com&choice=link")
        #expect(browser.cookies.keys.sorted() == ["__Host-asking"])
        var pages = "\(sent.status) \(sent.text)"
        for number in 0..<7 {
          let answer = try await browser.post("/sign-in/code", "code=12345\(number)")
          pages += "\(answer.status) \(answer.text)"
        }
        answers.insert(pages)
      }
      #expect(answers.count == 1)
    }
    let recipients = try await fixture.queued().filter { $0.email.kind != .waitingPeriod }.map(\.recipient)
    #expect(
      Set(recipients) == [
        .practitioner(fixture.member.id), .address(try EmailAddress("nobody1@example.com")),
      ])
    #expect(recipients.count == 2)
  }

  @Test func `strangers are answered once a day`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      for answers in 1...3 {
        for path in ["/sign-in", "/sign-in/forgot", "/sign-in"] {
          #expect(try await browser.post(path, "email=Nobody%40example.com").status == 200)
        }
        let answered = try await fixture.queued().map(\.email.kind).filter { $0 == .noAccount }
        #expect(answered.count == answers)
        fixture.pass(86_400)
      }
    }
  }

  /// Whoever holds the database has no code: its digest is of the browser's secret as well.
  @Test func `no digest on record is that of a code`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in", Self.ask)
      let email = try await fixture.newestLink()
      let link = try await fixture.store.read { try $0.signInLink(SecretDigest(of: email.secret)) }
      let secret = try #require(browser.cookies["__Host-asking"])
      #expect(link?.code?.digest == SignInLink.Code.digest(email.code, browser: secret))
      #expect(link?.code?.digest != SecretDigest(of: email.code))
      #expect(link?.code?.browser == SecretDigest(of: secret))
    }
  }
}
