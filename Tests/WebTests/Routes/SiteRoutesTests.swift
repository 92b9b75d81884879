import Domain
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `The site` {
  private func signIn(_ browser: inout Browser, _ fixture: SiteFixture) async throws {
    let secret = "secret-of-the-test"
    let session = Session(
      digest: SecretDigest(of: secret), practitioner: fixture.member.id, means: .emailLink,
      openedAt: SiteFixture.start)
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.sessionOpened(session)]) }
    browser.cookies["__Host-session"] = secret
  }

  @Test(arguments: ["/", "/sign-in", "/nowhere", "/healthz", "/w/x"])
  func `tells browsers to be strict, everywhere`(path: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let headers = try await browser.get(path).headers
      let policy = try #require(headers[.contentSecurityPolicy])
      #expect(policy.contains("default-src 'none'"))
      #expect(!policy.contains("unsafe-inline"))
      #expect(headers[.cacheControl] == "no-store")
      #expect(headers[try #require(HTTPField.Name("referrer-policy"))] == "no-referrer")
      #expect(headers[.strictTransportSecurity]?.hasPrefix("max-age=") == true)
      #expect(headers[.xContentTypeOptions] == "nosniff")
    }
  }

  @Test func `lists who has just said "no wait" first, badged, with the age of the answer`() async throws {
    let fixture = try await SiteFixture()
    for number in 2...40 {
      let wait = StatedWait(.now, confirmedAt: SiteFixture.start - Double(number) * 86_400, means: .site)
      try await fixture.add(try SiteFixture.practitioner(number: number), wait: wait)
    }
    try await fixture.test { client in
      var browser = Browser(client)
      try await signIn(&browser, fixture)
      let first = try await browser.get("/listings").text
      #expect(first.contains("1–30 of 40"))
      let mineIsAt = "href=\"/practitioners/\(fixture.member.id)\""
      #expect(!first.contains(mineIsAt), "six months, from an import: far behind")
      _ = try await browser.press(fixture.link(.now), "waiting-period=now")
      let text = try await browser.get("/listings").text
      let mine = try #require(text.range(of: mineIsAt))
      let next = try #require(text.range(of: "Dr Example 2<"))
      #expect(mine.lowerBound < next.lowerBound)
      #expect(text[mine.lowerBound..<next.lowerBound].contains("Updated today"))
      fixture.pass(20 * 86_400)
    }
  }

  @Test(arguments: ["0", "3", "-1", "x", "99999999999999999999"])
  func `refuses a page that is not there with a sentence`(page: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      try await signIn(&browser, fixture)
      let answer = try await browser.get("/listings?page=\(page)")
      #expect(answer.status == 400)
      #expect(answer.text.contains("page must be a number"))
    }
  }

  @Test(arguments: ["List-Unsubscribe=One-Click", "choice=stop"])
  func `unsubscribes by one click of a mail program, twice the same, and by no GET`(body: String) async throws
  {
    let fixture = try await SiteFixture()
    let token = LinkToken(
      .unsubscribe, subject: fixture.member.id, choice: EmailStream.rounds.code,
      expiresAt: SiteFixture.start + 86_400)
    let path = "/u/" + fixture.keys.seal(token)
    let id = fixture.member.id
    try await fixture.test { client in
      var program = Browser(client)
      let before = await fixture.store.writeTransactions
      #expect(try await program.get(path).status == 200)
      #expect(await fixture.store.writeTransactions == before)
      for _ in 0..<2 { #expect(try await program.post(path, body, site: "cross-site").status == 200) }
      let found = try await fixture.store.read { try $0.practitioner(id)?.stoppedStreams }
      #expect(found == [.rounds])
      #expect(try await program.post(path, "choice=resume").status == 200)
      let resumed = try await fixture.store.read { try $0.practitioner(id)?.stoppedStreams }
      #expect(resumed == [])
    }
  }

  @Test(arguments: [
    "", "List-Unsubscribe=", "List-Unsubscribe=one-click", "list-unsubscribe=One-Click",
    "x=List-Unsubscribe=One-Click",
    "choice=", "choice=maybe", "One-Click", "%", "\u{0}", "{\"List-Unsubscribe\":\"One-Click\"}",
  ])
  func `stops nothing for a body that nobody who means it sends, and asks`(body: String) async throws {
    let fixture = try await SiteFixture()
    let token = LinkToken(
      .unsubscribe, subject: fixture.member.id, choice: EmailStream.rounds.code,
      expiresAt: SiteFixture.start + 86_400)
    let id = fixture.member.id
    try await fixture.test { client in
      var program = Browser(client)
      let before = await fixture.store.writeTransactions
      let answer = try await program.post("/u/" + fixture.keys.seal(token), body)
      #expect(answer.status == 400)
      #expect(answer.text.contains("Stop sending them"))
      #expect(await fixture.store.writeTransactions == before)
    }
    let found = try await fixture.store.read { try $0.practitioner(id)?.stoppedStreams }
    #expect(found == [])
  }

  @Test(arguments: ["/demo/mailbox", "/demo/mailbox/x", "/demo/mailbox/x/raw", "/demo"])
  func `has no demo in it`(path: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let answer = try await browser.get(path)
      #expect(answer.status == 404)
    }
  }

  @Test func `bounds what it reads of a form`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let answer = try await browser.post(fixture.link(.now), String(repeating: "a", count: 70_000))
      #expect(answer.status == 413)
      #expect(answer.text.contains("too large"))
    }
  }

  @Test func `shows one listing to members and to nobody else`() async throws {
    let fixture = try await SiteFixture()
    let path = "/practitioners/\(fixture.member.id)"
    try await fixture.test { client in
      var browser = Browser(client)
      #expect(try await browser.get(path).location == "/sign-in?next=\(path)")
      try await signIn(&browser, fixture)
      #expect(try await browser.get(path).text.contains("PSY0000000001"))
      #expect(try await browser.get("/practitioners/nobody").status == 404)
    }
  }
}
