import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Signing in with a password` {
  @Test func `opens a session, and says so on the trail`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var browser = Browser(client)
      let done = try await browser.signIn()
      #expect(done.status == 303 && done.location == "/listings")
      #expect(try await browser.get("/listings").status == 200)
    }
    #expect(try await fixture.trail() == [.signedIn])
    #expect(try await fixture.sessions().map(\.means) == [.password])
  }

  /// Status, page, stretchings, emails and lines on the trail are the same, whatever was wrong.
  @Test func `is refused in one way, with one stretching`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.add(try SiteFixture.practitioner(number: 2), wait: nil)
    try await fixture.setPassword()
    try await fixture.test { client in
      var answers: Set<String> = []
      for (email, password, standing) in [
        ("member1@example.com", "wrong", Practitioner.Standing.active),
        ("member1@example.com", "A+heron+stood+in+the+shallows", .active),
        ("member1@example.com", SiteFixture.sentPassword, .suspended),
        ("member2@example.com", "wrong", .active),
        ("nobody1@example.com", "wrong", .active), ("nobody1@example.com", SiteFixture.sentPassword, .active),
      ] {
        try await fixture.setStanding(standing)
        let before = fixture.site.passwords.stretched
        var browser = Browser(client)
        let answer = try await browser.signIn(email.replacing("@", with: "%40"), password)
        #expect(fixture.site.passwords.stretched == before + 1)
        #expect(browser.cookies.isEmpty)
        answers.insert("\(answer.status) " + answer.text.replacing(email, with: "…"))
      }
      #expect(answers.count == 1)
      #expect(answers.first?.hasPrefix("400 ") == true)
      #expect(answers.first?.contains("That address and password do not go together.") == true)
      #expect(answers.first?.contains(SiteFixture.password) == false)
    }
    #expect(try await fixture.queued().count == 1, "the question alone")
    #expect(try await fixture.trail().isEmpty)
  }

  @Test func `stretches an old one anew, once`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword(parameters: .init(cost: 8, blockSize: 1, parallelism: 1))
    let id = fixture.member.id
    try await fixture.test { client in
      for stretchings in [2, 1] {
        var browser = Browser(client)
        let before = fixture.site.passwords.stretched
        let answer = try await browser.signIn()
        #expect(answer.status == 303)
        #expect(fixture.site.passwords.stretched == before + stretchings)
      }
    }
    let stored = try await fixture.store.read { try $0.password(of: id) }
    #expect(stored?.stored.parameters == SiteFixture.cheap)
  }

  @Test func `has ten thousand guesses held up, says for how long, and lets the owner in all the while`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var owner = Browser(client)
      #expect(try await owner.signIn().status == 303)
      owner.cookies["__Host-session"] = nil
      let before = fixture.site.passwords.stretched
      var statuses: [Int: Int] = [:]
      for number in 0..<10_000 {
        let status = try await owner.guess("guess\(number)", from: "10.1.\(number / 256).\(number % 256)")
        statuses[status, default: 0] += 1
      }
      // The owner's own sign-in was the first of ten: their browser was not known before.
      #expect(statuses == [400: 9, 429: 9_991])
      #expect(fixture.site.passwords.stretched == before + 9)
      var stranger = Browser(client)
      let right = try await stranger.signIn()
      #expect(right.status == 429 && right.headers[.retryAfter] == "360")
      #expect(right.text.contains("Too many passwords were tried for this address. Try again in 7 minutes"))
      #expect(
        right.text.contains("value=\"member1@example.com\"") && !right.text.contains(SiteFixture.password))
      _ = try await stranger.post("/sign-in", "email=member1%40example.com&choice=link")
      #expect(try await stranger.post("/sign-in/" + fixture.newestLink().secret).status == 303)
      #expect(try await owner.signIn().status == 303)
    }
    try await fixture.site.putOnRecord()
    try await fixture.site.putOnRecord()
    let refusals = try await fixture.trail().filter { $0 == .signInRefused }
    #expect(refusals.count == 1)
  }

  @Test func `is held up the same for an address that is nobody's`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var answers: [String] = []
      for email in ["member1", "nobody1"] {
        var browser = Browser(client)
        var pages = ""
        for _ in 0..<12 {
          let answer = try await browser.signIn("\(email)%40example.com", "wrong")
          pages += "\(answer.status) \(answer.headers[.retryAfter] ?? "") \(answer.text)"
        }
        answers.append(pages.replacing(email, with: "…"))
      }
      #expect(answers[0] == answers[1])
    }
  }

  @Test func `gives every sign-in a session of its own, whatever cookie came with it`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var browser = Browser(client)
      let planted = String(repeating: "a", count: 32)
      browser.cookies["__Host-session"] = planted
      _ = try await browser.signIn()
      let first = try #require(browser.cookies["__Host-session"])
      #expect(first != planted)
      _ = try await browser.signIn()
      #expect(browser.cookies["__Host-session"] != first)
      var thief = Browser(client)
      for old in [planted, first] {
        thief.cookies["__Host-session"] = old
        #expect(try await thief.get("/listings").status == 303, "the session before has ended")
      }
    }
    #expect(try await fixture.sessions().count == 1)
  }

  @Test func `is refused from another site's page`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var browser = Browser(client)
      let body = "email=member1%40example.com&password=\(SiteFixture.sentPassword)"
      let answer = try await browser.post("/sign-in", body, site: "cross-site")
      #expect(answer.status == 403)
      #expect(browser.cookies.isEmpty)
    }
  }

  @Test(arguments: [
    ("/listings?page=1", true), ("/practitioners/x", true), ("/profile/security", true),
    ("//evil.example", false),
    ("https://evil.example", false), ("/\\evil.example", false), ("\\\\evil.example", false),
    ("javascript:alert(1)", false), ("/\t/evil.example", false), ("/\r\nLocation: /x", false), ("", false),
    ("evil.example", false), ("/sign-in", false), ("/sign-out", false), ("?x", false), ("#x", false),
    ("/" + String(repeating: "a", count: 500), false), ("/é", false), (" /listings", false),
  ])
  func `goes on to a page of this site alone`(next: String, isAllowed: Bool) async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    let sent = try #require(next.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let expected = isAllowed ? next : "/listings"
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.get("/sign-in?next=\(sent)")
      #expect((hidden("next", in: page.text) != nil) == isAllowed)
      #expect(try await browser.signIn(more: "&next=\(sent)").location == expected)
      for acts in ["link", "code"] {
        fixture.pass(1)
        var other = Browser(client)
        _ = try await other.post("/sign-in", "email=member1%40example.com&choice=link&next=\(sent)")
        let email = try await fixture.newestLink()
        let done =
          acts == "link"
          ? try await other.post("/sign-in/\(email.secret)")
          : try await other.post("/sign-in/code", "code=\(email.code)")
        #expect(done.location == expected, "by \(acts)")
      }
    }
  }

  @Test func `where only one way is open, the other does nothing`() async throws {
    let noPassword = try await SiteFixture(signIn: SignInWays(password: false))
    try await noPassword.setPassword()
    try await noPassword.test { client in
      var browser = Browser(client)
      let page = try await browser.get("/sign-in")
      #expect(!page.text.contains("type=\"password\""))
      #expect(try await browser.signIn().status == 200, "a link is on its way")
      #expect(try await browser.get("/sign-in/forgot").location == "/sign-in")
    }
    #expect(noPassword.site.passwords.stretched == 0)
    let noLink = try await SiteFixture(signIn: SignInWays(emailLink: false))
    try await noLink.test { client in
      var browser = Browser(client)
      #expect(try await !browser.get("/sign-in").text.contains("Email me a link"))
      let answer = try await browser.post("/sign-in", "email=member1%40example.com&choice=link")
      #expect(answer.status == 400 && answer.text.contains("Enter your password."))
    }
    #expect(try await noLink.queued().count == 1)
  }
}
