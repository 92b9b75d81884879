import Domain
import Foundation
import Testing

@testable import Web

struct ProviderRoutesTests {
  @Test func `there, back and one press: a linked account signs its member in`() async throws {
    try await ProviderFixture.run { fixture in
      try await fixture.link()
      var browser = fixture.browser()
      let before = await fixture.site.store.writeTransactions
      let page = try await fixture.comeBack(&browser)
      #expect(page.status == 200)
      #expect(page.text.contains("As member1@example.com."))
      #expect(await fixture.site.store.writeTransactions == before, "a GET opens no write transaction")
      #expect(
        try await browser.get("/listings").location?.hasPrefix("/sign-in") == true, "nobody is signed in yet")
      let done = try await fixture.goOn(&browser, from: page)
      #expect(done.status == 303 && done.location == "/listings")
      #expect(browser.cookies["__Host-provider"] == nil)
      #expect(try await browser.get("/listings").text.contains("Dr Example 1"))
    }
  }

  @Test(arguments: [
    ("", "/listings"), ("next=", "/listings"),
    ("next=/profile/security%3Fdone%3Dpassword", "/profile/security?done=password"),
    ("next=//evil.example", "/listings"), ("next=https%3A%2F%2Fevil.example", "/listings"),
    ("next=/%5Cevil.example", "/listings"), ("next=javascript%3Aalert(1)", "/listings"),
    ("next=/sign-out", "/listings"), ("next=%0d%0aset-cookie%3Ax", "/listings"),
    ("next=/%09/evil.example", "/listings"),
  ])
  func `leads where its owner wanted to go on this site, and nowhere else`(body: String, path: String)
    async throws
  {
    try await ProviderFixture.run { fixture in
      try await fixture.link()
      var browser = fixture.browser()
      let page = try await fixture.comeBack(&browser, body)
      #expect(try await fixture.goOn(&browser, from: page).location == path)
    }
  }

  @Test func `the page on which one signs in hands on where one wanted to go, also after a mistake`()
    async throws
  {
    try await ProviderFixture.run { fixture in
      var browser = fixture.browser()
      let first = try await browser.get("/sign-in?next=/profile")
      let again = try await browser.post("/sign-in", "email=nobody&next=/profile")
      for page in [first, again] {
        let form = try #require(page.text.components(separatedBy: "action=\"/sign-in/google\"").last)
        #expect(hidden("next", in: form) == "/profile")
        #expect(page.text.contains("Sign in with Example ID"))
      }
    }
  }

  @Test func `who has no listing yet goes on with it, and the session before ends`() async throws {
    try await ProviderFixture.run { fixture in
      try await fixture.link()
      let id = fixture.site.member.id
      try await fixture.site.store.perform({ _ in }) { Decision((), changes: [.published(id, at: nil)]) }
      var (browser, _) = try await fixture.signedInBrowser(at: "/onboarding/profession")
      let before = SecretDigest(of: try #require(browser.cookies["__Host-session"]))
      let page = try await fixture.comeBack(&browser)
      #expect(try await fixture.goOn(&browser, from: page).location == "/onboarding")
      #expect(try await fixture.site.sessions().map(\.means) == [.provider])
      #expect(try await !fixture.site.sessions().map(\.digest).contains(before))
      #expect(try await fixture.site.trail() == [.signedIn])
    }
  }

  @Test func `a GET begins nothing, and another site's page cannot`() async throws {
    try await ProviderFixture.run { fixture in
      var browser = fixture.browser()
      let opened = try await browser.get("/sign-in/google")
      #expect(opened.location == "/sign-in")
      #expect(try await browser.get("/sign-in").text.contains("Sign in with Example ID"))
      #expect(try await browser.post("/sign-in/google", "", site: "cross-site").status == 403)
      #expect(browser.cookies.isEmpty)
      #expect(fixture.provider.asked("/.well-known/openid-configuration") == 0)
    }
  }

  @Test func `the page that leads there carries a link for those whose browser does not go by itself`()
    async throws
  {
    try await ProviderFixture.run { fixture in
      var browser = fixture.browser()
      let page = try await browser.post("/sign-in/google")
      let address = try fixture.address(in: page)
      #expect(page.text.contains("href=\"\(address.replacing("&", with: "&amp;"))\""))
      let query = try #require(URLComponents(string: address)?.queryItems)
      #expect(
        query.first { $0.name == "hd" }?.value == "any", "what the endpoint's own address asks for stays")
      #expect(
        query.first { $0.name == "redirect_uri" }?.value == "https://network.example/sign-in/google/callback")
    }
  }

  @Test func `an equal address opens nothing, and the page is the same as for a stranger's`() async throws {
    try await ProviderFixture.run { fixture in
      var pages: [String] = []
      for address in ["member1@example.com", "nobody@example.com"] {
        var browser = fixture.browser()
        let page = try await fixture.comeBack(&browser, as: .init(subject: address, email: address))
        let refused = try await fixture.goOn(&browser, from: page)
        #expect(refused.status == 403)
        #expect(browser.cookies.isEmpty)
        pages.append(refused.text)
      }
      #expect(pages[0] == pages[1])
      #expect(pages[0].contains("No account is linked to it."))
      #expect(try await fixture.linked().isEmpty)
    }
  }

  @Test(arguments: [Practitioner.Standing.suspended])
  func `who takes no part is not signed in, and learns no more than a stranger`(
    standing: Practitioner.Standing
  )
    async throws
  {
    try await ProviderFixture.run { fixture in
      var member = try SiteFixture.practitioner(number: 2)
      member.standing = standing
      try await fixture.site.add(member, wait: nil)
      try await fixture.link(to: member)
      var browser = fixture.browser()
      let refused = try await fixture.goOn(&browser, from: try await fixture.comeBack(&browser))
      #expect(refused.status == 403)
      #expect(refused.text.contains("No account is linked to it."))
      #expect(browser.cookies["__Host-session"] == nil)
    }
  }

  @Test func `who declines there is told so, and any other error is told as one`() async throws {
    try await ProviderFixture.run { fixture in
      for (error, heading) in [
        ("access_denied", "You did not sign in with Example ID"),
        ("server_error", "That did not come through"),
      ] {
        var browser = fixture.browser()
        let address = try await fixture.begin(&browser)
        let state = try #require(address.firstMatch(of: /state=([a-z2-7]+)/)?.1)
        let page = try await browser.get("/sign-in/google/callback?error=\(error)&state=\(state)")
        #expect(page.text.contains("<h1>\(heading)</h1>"))
        #expect(browser.cookies.isEmpty)
        #expect(fixture.provider.asked("/token") == 0)
      }
    }
  }

  @Test func `of a sign-in there is no code, token, nonce or secret in the log`() async throws {
    try await ProviderFixture.run { fixture in
      var browser = fixture.browser()
      let address = try await fixture.begin(&browser)
      let query = try fixture.provider.signIn(at: address)
      fixture.provider.script.lie = { $0.claims["aud"] = "another" }
      let sealed = try #require(browser.cookies["__Host-provider"])
      _ = try await browser.get("/sign-in/google/callback" + query)
      let values = (address + query).matches(of: /=([^&]{16,})/).map { String($0.1) } + [sealed]
      let log = fixture.log.text
      #expect(log.contains("for another audience"))
      for value in values + [ScriptedProvider.client.secret, "eyJ"] {
        let isTold = log.contains(value)
        #expect(!isTold)
      }
      let printed = "\(fixture.site.site.provider?.settings as Any)"
      #expect(!printed.contains(ScriptedProvider.client.secret))
    }
  }

  @Test func `where no provider is configured there is nothing of it`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let begun = try await browser.post("/sign-in/google")
      #expect(begun.status == 410, "an emailed link that is none")
      #expect(try await browser.get("/sign-in/google/callback").status == 404)
      #expect(try await browser.post("/profile/security/provider").status == 404)
      #expect(browser.cookies.isEmpty)
    }
  }
}
