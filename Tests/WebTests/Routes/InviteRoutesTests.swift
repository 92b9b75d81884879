import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Joining by an invitation` {
  /// A site on which the member has invited new@example.org, and the link.
  private func invited(
    _ test: @Sendable (SiteFixture, Browser, String) async throws -> Void
  ) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      _ = try await browser.invitations("email=new%40example.org&note=Glad+to+see+you")
      try await test(fixture, Browser(client), try #require(try await fixture.invitationLinks().first))
    }
  }

  @Test func `the link shows who invites and what this is, and once filled in opens an account`() async throws
  {
    try await invited { fixture, invitee, link in
      var invitee = invitee
      let page = try await invitee.get(link)
      for words in ["Dr Example 1 invites you", "“Glad to see you”", "new@example.org", "name=\"password\""] {
        #expect(page.text.contains(words), "\(words)")
      }
      let joined = try await invitee.post(link, "name=Dr+Nova+New&password=a+long+enough+phrase")
      #expect(joined.status == 303)
      #expect(invitee.cookies["__Host-session"] != nil)
      let practitioner = try #require(
        try await fixture.store.read { try $0.practitioner(at: EmailAddress("new@example.org")) })
      #expect(practitioner.name == "Dr Nova New" && !practitioner.isListed)
      #expect(joined.location == "/onboarding")
      #expect(try await invitee.get("/onboarding").location == "/onboarding/profession")
      #expect(fixture.site.passwords.stretched == 1)
    }
  }

  @Test func `a link works once, and used, replaced, forged and cut short ones are told alike`() async throws
  {
    try await invited { fixture, invitee, link in
      var first = invitee
      #expect(try await first.post(link, "name=Dr+New").status == 303)
      let before = try await fixture.counts()
      let used = try await Self.told(invitee, link)
      let secret = try #require(link.split(separator: "/").last)
      let forged = String(secret.dropLast() + (secret.hasSuffix("a") ? "b" : "a"))
      let token = LinkToken(
        .waitingPeriod, subject: fixture.email, choice: 1, expiresAt: SiteFixture.start + 1e6)
      for other in [
        forged, String(secret.prefix(16)), String(secret) + "a", secret.uppercased(),
        fixture.keys.seal(token),
        String(repeating: "a", count: 32), "%00", "..%2f..%2f", "x'--", SecretDigest(of: String(secret)).text,
      ] {
        #expect(try await Self.told(invitee, "/invite/\(other)") == used, "\(other)")
      }
      #expect(try await fixture.counts() == before)
      #expect(fixture.site.passwords.stretched == 0, "no forged link has a password stretched")
      for other in ["/sign-in/\(secret)", "/w/\(secret)", "/u/\(secret)"] {
        var thief = invitee
        #expect(try await thief.post(other, "choice=stop&waiting-period=now").status >= 400)
        #expect(thief.cookies.isEmpty)
      }
    }
  }

  /// What a browser is told by GET and by POST: the words without the link's own path, and no cookie.
  private static func told(_ browser: Browser, _ link: String) async throws -> [String] {
    var browser = browser
    var answers: [String] = []
    for answer in [
      try await browser.get(link),
      try await browser.post(link, "name=Dr+Thief&password=a+long+enough+phrase"),
      try await browser.post(link + "/fresh"),
    ] {
      answers.append("\(answer.status) \(answer.text)")
    }
    #expect(browser.cookies.isEmpty)
    return answers
  }

  @Test func `an expired link says so, and the fresh one goes to the invited address, once`() async throws {
    try await invited { fixture, invitee, link in
      var invitee = invitee
      fixture.pass(14 * 86_400 - 1)
      #expect(try await invitee.get(link).status == 200)
      #expect(try await invitee.post(link + "/fresh").location == link, "it still works")
      fixture.pass(1)
      let expired = try await invitee.get(link)
      #expect(expired.status == 410 && expired.text.contains("has expired"))
      #expect(try await invitee.post(link, "name=Dr+New").status == 410)
      #expect(try await fixture.invitationLinks().count == 1)
      let asked = try await invitee.post(link + "/fresh", "email=thief%40example.org")
      #expect(asked.status == 200 && asked.text.contains("goes to the address"))
      for _ in 0..<3 { #expect(try await invitee.post(link + "/fresh").status == 410) }
      let links = try await fixture.invitationLinks()
      #expect(links.count == 2)
      #expect(try await invitee.get(link).status == 410)
      #expect(try await invitee.post(try #require(links.last), "name=Dr+New").status == 303)
    }
  }

  @Test func `revoked and redeemed links get no fresh one, nor those of a suspended inviter`() async throws {
    try await invited { fixture, invitee, link in
      var suspended = fixture.member
      suspended.standing = .suspended
      let (inviter, profile) = (
        suspended, Profile(profession: "psychologist", registrationNumber: "PSY0000000001")
      )
      try await fixture.store.perform({ _ in }) { Decision((), changes: [.revised(inviter, profile)]) }
      var invitee = invitee
      #expect(try await invitee.get(link).text.contains("was taken back"))
      #expect(try await invitee.post(link, "name=Dr+New").status == 410)
      fixture.pass(20 * 86_400)
      #expect(try await invitee.post(link + "/fresh").status == 410)
      #expect(try await fixture.invitationLinks().count == 1)
    }
  }

  @Test(arguments: [
    "", "name=", "name=%20", "password=a+long+enough+phrase", "name=a%40b.c", "name=A%0D%0AB",
    "name=Dr+New&password=short",
  ])
  func `a form that nobody filled in right opens nothing, and comes back`(body: String) async throws {
    try await invited { fixture, invitee, link in
      var invitee = invitee
      let before = try await fixture.counts()
      let page = try await invitee.post(link, body)
      #expect(page.status == 400)
      #expect(page.text.contains("<title>Error: ") && !page.text.contains("a long enough phrase"))
      if body.contains("short") {
        #expect(page.text.contains("value=\"Dr New\"") && page.text.contains("at least 12"))
      }
      #expect(try await fixture.counts() == before)
      #expect(invitee.cookies.isEmpty)
      #expect(try await invitee.post(link, "name=Dr+New").status == 303)
    }
  }

  @Test func `somebody joins without a password, by a button of its own, and signs in by emailed links`()
    async throws
  {
    try await invited { fixture, invitee, link in
      var invitee = invitee
      let page = try await invitee.get(link).text
      #expect(page.contains("Join without a password"))
      let missing = try await invitee.post(link, "name=Dr+New&password=&choice=password")
      #expect(missing.status == 400 && missing.text.contains("href=\"#password\""))
      let typed = "name=Dr+New&password=short&choice=link"
      #expect(try await invitee.post(link, typed).location == "/onboarding")
      #expect(fixture.site.passwords.stretched == 0, "what was typed beside it is not taken")
      let id = try await fixture.store.read { try $0.practitioner(at: EmailAddress("new@example.org"))?.id }
      let member = try #require(id)
      #expect(try await fixture.store.read { try $0.password(of: member) } == nil)
      let trail = try await fixture.store.read { try $0.trail(of: member, limit: 9).map(\.kind) }
      #expect(Set(trail) == [.accountOpened, .signedIn])
      var elsewhere = Browser(invitee.client)
      _ = try await elsewhere.post("/sign-in", "email=new%40example.org&choice=link")
      #expect(try await elsewhere.post("/sign-in/" + fixture.newestLink().secret).location == "/onboarding")
    }
  }

  @Test(arguments: [(false, true), (true, false), (true, true)])
  func `the form asks for what the site signs in by`(password: Bool, emailLink: Bool) async throws {
    let fixture = try await SiteFixture(signIn: SignInWays(password: password, emailLink: emailLink))
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      _ = try await browser.invitations("email=new%40example.org")
      let link = try #require(try await fixture.invitationLinks().first)
      var invitee = Browser(client)
      let page = try ParsedPage(text: try await invitee.get(link).text)
      let fields = page.all("input").filter { $0["name"] == "password" }
      #expect(fields.count == (password ? 1 : 0))
      #expect(fields.allSatisfy { ($0["required"] != nil) == !emailLink })
      let buttons = page.all("button").filter { $0["name"] == "choice" }.compactMap { $0["value"] }
      #expect(buttons == (password ? ["password"] : []) + (emailLink ? ["link"] : []))
      for choice in ["", "&choice=link"] {
        var joining = Browser(client)
        let answer = try await joining.post(link, "name=Dr+New" + choice)
        if emailLink {
          #expect([303, 410].contains(answer.status))
        } else {
          #expect(answer.status == 400 && answer.text.contains("href=\"#password\""))
        }
      }
    }
  }

  @Test func `reading it, by whatever means and however often, writes nothing`() async throws {
    try await invited { fixture, invitee, link in
      var scanner = invitee
      let before = await fixture.store.writeTransactions
      for _ in 0..<20 {
        #expect(try await scanner.get(link).status == 200)
        #expect(try await scanner.send(.head, link, "").status == 200)
        _ = try await scanner.get(link + "/fresh")
      }
      #expect(await fixture.store.writeTransactions == before)
      #expect(scanner.cookies.isEmpty)
    }
  }

  @Test func `another site signs nobody in, and a signed-in member is told and nothing happens`() async throws
  {
    try await invited { fixture, invitee, link in
      var invitee = invitee
      #expect(try await invitee.post(link, "name=Dr+New", site: "cross-site").status == 403)
      var member = try await fixture.browser(invitee)
      let before = try await fixture.counts()
      #expect(try await member.get(link).text.contains("signed in as Dr Example 1"))
      #expect(try await member.post(link, "name=Dr+New").status == 409)
      #expect(try await fixture.counts() == before)
      var fixed = invitee
      fixed.cookies["__Host-session"] = "chosen-by-somebody-else"
      #expect(try await fixed.post(link, "name=Dr+New").status == 303)
      #expect(fixed.cookies["__Host-session"] != "chosen-by-somebody-else")
    }
  }

  @Test func `an address that became a member's meanwhile is led to sign in`() async throws {
    try await invited { fixture, invitee, link in
      var other = try SiteFixture.practitioner(number: 5)
      other.email = try EmailAddress("New@Example.org")
      try await fixture.add(other, wait: nil)
      let before = try await fixture.counts()
      var invitee = invitee
      #expect(try await invitee.get(link).text.contains("There is nothing to accept"))
      #expect(try await invitee.post(link, "name=Dr+New").status == 409)
      #expect(try await fixture.counts() == before)
      #expect(invitee.cookies.isEmpty)
    }
  }

  @Test func `fifty who press at once open one account`() async throws {
    try await invited { fixture, invitee, link in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<50 {
          group.addTask {
            var browser = invitee
            return try await browser.post(link, "name=Dr+New+\(number % 10)x").status
          }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(statuses.filter { $0 == 303 }.count == 1)
      #expect(statuses.filter { $0 == 410 }.count == 49)
      #expect(try await fixture.counts()[0] == 2)
    }
  }
}
