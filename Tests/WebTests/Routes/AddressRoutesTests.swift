import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `A change of address` {
  private static let path = "/profile/address"
  private static let new = "email=New%40Elsewhere.example"
  private static let confirm = "choice=confirm"

  /// A site whose member has a password and is signed in by it.
  private func signedIn(_ test: @Sendable (SiteFixture, Browser) async throws -> Void) async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    fixture.pass(60)
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.signIn()
      try await test(fixture, browser)
    }
  }

  private func ask(_ browser: inout Browser, _ body: String = Self.new) async throws -> Browser.Answer {
    try await browser.submit(Self.path, body + "&password=\(SiteFixture.sentPassword)", from: Self.path)
  }

  private func email(_ fixture: SiteFixture) async throws -> String? {
    let id = fixture.member.id
    return try await fixture.store.read { try $0.practitioner(id)?.email.text }
  }

  @Test func `is asked for, confirmed by a link that went to the new one, and told to the old one`()
    async throws
  {
    try await signedIn { fixture, browser in
      var browser = browser
      for page in ["/profile", "/profile/security"] {
        #expect(try await browser.get(page).text.contains("href=\"\(Self.path)\""))
      }
      #expect(try await browser.get(Self.path).text.contains("member1@example.com"))
      let asked = try await ask(&browser)
      #expect(asked.location == Self.path + "?done=sent")
      #expect(try await browser.get(Self.path + "?done=sent").text.contains("A link is on its way"))
      #expect(try await email(fixture) == "member1@example.com")
      let link = try await fixture.addressLinks(to: "new@elsewhere.example").last ?? ""
      var reader = Browser(browser.client)
      let before = await fixture.store.writeTransactions
      for _ in 0..<5 {
        let page = try await reader.get(link)
        #expect(page.status == 200 && page.text.contains("New@elsewhere.example"))
      }
      #expect(try await reader.post(link).status == 400, "what a script submits by itself")
      #expect(await fixture.store.writeTransactions == before)
      let done = try await reader.press(link, Self.confirm)
      #expect(done.text.contains("Your address is changed"))
      #expect(reader.cookies.isEmpty, "nobody is signed in by it")
      #expect(try await email(fixture) == "New@elsewhere.example")
      #expect(try await reader.press(link, Self.confirm).text.contains("Your address is changed"), "again")
      #expect(try await browser.get("/profile").text.contains("New@elsewhere.example"), "still signed in")
      #expect(try await reader.signIn().status == 400)
      #expect(try await reader.signIn("new%40elsewhere.example").status == 303)
      let told = try await fixture.queued().filter { $0.email.kind == .accountNotice }
      #expect(told.map(\.recipient) == [.address(fixture.member.email)])
      #expect(try await fixture.news() == [.addressChanged])
      #expect(Set(try await fixture.trail()).isSuperset(of: [.addressChangeAsked, .addressChanged]))
    }
  }

  @Test func `says and does the same for an address that a member has as for one that nobody has`()
    async throws
  {
    try await signedIn { fixture, browser in
      try await fixture.add(try SiteFixture.practitioner(number: 2), wait: nil)
      var browser = browser
      var told: [String] = []
      for address in ["member2%40example.com", "nobody%40example.com"] {
        let before = try await fixture.counts()[1]
        let answer = try await ask(&browser, "email=\(address)")
        let page = try await browser.get(answer.location ?? "")
        let token = hidden("form-token", in: page.text) ?? ""
        let emails = try await fixture.counts()[1] - before
        told.append("\(answer.status) \(emails) \(page.text.replacing(token, with: ""))")
      }
      #expect(told.first?.count == told.last?.count)
      #expect(Set(told.map { $0.prefix(5) }) == ["303 1"])
      let link = try #require(try await fixture.addressLinks(to: "member2@example.com").last)
      var reader = Browser(browser.client)
      let before = await fixture.store.writeTransactions
      #expect(try await reader.get(link).status == 409)
      #expect(await fixture.store.writeTransactions == before)
      let taken = try await reader.post(link, Self.confirm)
      #expect(taken.status == 409 && taken.text.contains("Another account has this address"))
      #expect(!taken.text.contains("Dr Example"))
      #expect(try await email(fixture) == "member1@example.com")
      #expect(try await fixture.news().isEmpty)
    }
  }

  @Test
  func `that another member took meanwhile changes nothing, and of many who confirm at once one has it`()
    async throws
  {
    try await signedIn { fixture, browser in
      var second = try SiteFixture.practitioner(number: 2)
      second.email = try EmailAddress("second@example.com")
      try await fixture.add(second, wait: nil)
      var browser = browser
      var other = try await fixture.browser(Browser(browser.client), of: second)
      _ = try await ask(&browser)
      _ = try await ask(&other)
      let links = try await fixture.addressLinks(to: "new@elsewhere.example")
      #expect(links.count == 2)
      let client = browser.client
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<40 {
          group.addTask {
            var reader = Browser(client)
            return try await reader.post(links[number % 2], Self.confirm).status
          }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
      #expect(statuses.count { $0 == 303 } == 20 && statuses.count { $0 == 409 } == 20)
      #expect(try await fixture.news() == [.addressChanged], "the old address is told once")
    }
  }

  @Test func `needs the password that is on record, or a session that is fresh, and a form of its own`()
    async throws
  {
    try await signedIn { fixture, browser in
      var browser = browser
      let before = try await fixture.counts()
      for password in ["", "wrong", "member1%40example.com"] {
        let body = "\(Self.new)&password=\(password)"
        let answer = try await browser.submit(Self.path, body, from: Self.path)
        #expect(answer.status == 400 && answer.text.contains("That is not the password that you have now."))
        #expect(answer.text.contains("value=\"New@Elsewhere.example\""))
      }
      let sent = Self.new + "&password=\(SiteFixture.sentPassword)"
      #expect(try await browser.post(Self.path, sent).status == 403)
      let token = try #require(hidden("form-token", in: try await browser.get(Self.path).text))
      let forged = try await browser.post(Self.path, "\(sent)&form-token=\(token)", site: "cross-site")
      #expect(forged.status == 403)
      var nobody = Browser(browser.client)
      #expect(try await nobody.post(Self.path, "\(sent)&form-token=\(token)").location == "/sign-in")
      #expect(try await fixture.counts() == before)
    }
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      fixture.pass(901)
      #expect(try await browser.get(Self.path).text.contains("Sign in once more"))
      let stale = try await browser.submit(Self.path, Self.new, from: "/profile/security")
      #expect(stale.location == Self.path)
      #expect(try await fixture.addressLinks(to: "new@elsewhere.example").isEmpty)
      var fresh = try await fixture.browser(Browser(client))
      #expect(
        try await fresh.submit(Self.path, Self.new, from: Self.path).location == Self.path + "?done=sent")
    }
  }

  @Test(arguments: [
    "", "email=", "email=nobody", "email=a%0d%0ab%40example.com", "email=%22%3E%3Cscript%3E%40x",
    "email=MEMBER1%40example.com",
  ])
  func `to what is no address, or the same, comes back filled in`(body: String) async throws {
    try await signedIn { fixture, browser in
      var browser = browser
      let before = try await fixture.counts()
      let page = try await ask(&browser, body)
      #expect(page.status == 400 && page.text.contains("<title>Error: "))
      #expect(!page.text.contains("<script>") && !page.text.contains(SiteFixture.password))
      #expect(try await fixture.counts() == before)
    }
  }

  @Test func `is asked for five times an hour, and of one address not so often by anybody`() async throws {
    try await signedIn { fixture, browser in
      var browser = browser
      for number in 0..<5 {
        #expect(try await ask(&browser, "email=new\(number)%40example.org").status == 303)
      }
      let sixth = try await ask(&browser, "email=new6%40example.org")
      #expect(sixth.status == 429 && sixth.headers[.retryAfter] == "3600")
      fixture.pass(3_601)
      var statuses: [Int] = []
      for _ in 0..<7 {
        fixture.pass(1)
        statuses.append(try await ask(&browser, "email=same%40example.org").status)
      }
      #expect(statuses == [303, 303, 303, 303, 303, 303, 303], "that it is not sent is not told")
      #expect(try await fixture.addressLinks(to: "same@example.org").count == 5)
    }
  }

  @Test func `ends the links that went to the old one, and those to other new ones`() async throws {
    try await signedIn { fixture, browser in
      var browser = browser
      _ = try await ask(&browser)
      _ = try await ask(&browser, "email=other%40example.org")
      var reader = Browser(browser.client)
      _ = try await reader.post("/sign-in/forgot", "email=member1%40example.com")
      _ = try await reader.post("/sign-in", "email=member1%40example.com&choice=link")
      let signIn = try await fixture.newestLink()
      let dead = [
        "/sign-in/\(signIn.secret)", try await fixture.newestReset(),
        try #require(try await fixture.addressLinks(to: "other@example.org").last),
      ]
      for link in dead { #expect(try await reader.get(link).status == 200) }
      let link = try #require(try await fixture.addressLinks(to: "new@elsewhere.example").last)
      _ = try await reader.post(link, Self.confirm)
      for link in dead { #expect(try await reader.get(link).status == 410) }
      #expect(try await reader.post(dead[0]).status == 410)
      #expect(try await reader.post(dead[1], "password=lorikeets+are+loud+at+dusk").status == 410)
      #expect(try await reader.post(dead[2], Self.confirm).status == 410)
      #expect(try await reader.post("/sign-in/code", "code=\(signIn.code)").status == 400)
      #expect(try await email(fixture) == "New@elsewhere.example")
    }
  }

  @Test func `forged, truncated, swapped, expired and stale links change nothing`() async throws {
    try await signedIn { fixture, browser in
      var browser = browser
      _ = try await ask(&browser)
      let link = try #require(try await fixture.addressLinks(to: "new@elsewhere.example").last)
      let secret = String(link.dropFirst(Self.path.count + 1))
      var reader = Browser(browser.client)
      _ = try await reader.post("/sign-in/forgot", "email=member1%40example.com")
      let reset = String(try await fixture.newestReset().dropFirst("/sign-in/reset/".count))
      for wrong in [
        String(secret.dropLast()) + (secret.hasSuffix("a") ? "b" : "a"), String(secret.dropLast()),
        secret + "a", secret.uppercased(), reset, SecretDigest(of: secret).text, "%00", "x'--",
      ] {
        #expect(try await reader.get("\(Self.path)/\(wrong)").status == 410, "\(wrong)")
        #expect(try await reader.post("\(Self.path)/\(wrong)", Self.confirm).status == 410, "\(wrong)")
      }
      for other in ["/sign-in/\(secret)", "/sign-in/reset/\(secret)", "/invite/\(secret)", "/u/\(secret)"] {
        #expect(
          try await reader.post(other, "password=lorikeets+are+loud+at+dusk&name=X&choice=stop").status >= 400
        )
      }
      try await fixture.setStanding(.suspended)
      #expect(try await reader.post(link, Self.confirm).status == 410)
      try await fixture.setStanding(.active)
      fixture.pass(AddressChange.linkLasts)
      #expect(try await reader.post(link, Self.confirm).status == 410)
      #expect(try await email(fixture) == "member1@example.com")
      #expect(reader.cookies["__Host-session"] == nil)
    }
  }
}

extension SiteFixture {
  /// The paths of the links to a new address that were mailed there, the newest last.
  func addressLinks(to address: String) async throws -> [String] {
    try await queued().reversed().filter { $0.recipient.key == address }.compactMap { entry in
      guard case .addressChange(let facts) = entry.email else { return nil }
      let secret = keys.secret(
        for: .addressChange, record: facts.link.bytes, generation: 1, keyID: facts.keyID)
      return "/profile/address/" + (try #require(secret))
    }
  }
}
