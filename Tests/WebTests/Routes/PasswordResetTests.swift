import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `A forgotten password` {
  private static let new = "password=lorikeets+are+loud+at+dusk"
  private static let ask = "email=member1%40example.com"

  @Test func `is replaced by an emailed link: opening it changes nothing, and it works once`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    fixture.pass(60)
    try await fixture.test { client in
      var thief = Browser(client)
      #expect(try await thief.signIn().status == 303)
      var browser = Browser(client)
      #expect(try await browser.post("/sign-in/forgot", Self.ask).status == 200)
      let path = try await fixture.newestReset()
      let before = await fixture.store.writeTransactions
      for _ in 0..<5 { #expect(try await browser.get(path).text.contains("Dr Example 1")) }
      #expect(await fixture.store.writeTransactions == before)
      #expect(try await browser.post(path, Self.new, site: "cross-site").status == 403)
      #expect(try await thief.get("/listings").status == 200)
      #expect(try await browser.post(path, Self.new).location == "/listings")
      #expect(try await browser.get("/listings").status == 200)
      #expect(try await thief.get("/listings").status == 303, "signed out")
      #expect(try await browser.get(path).status == 410)
      #expect(try await browser.post(path, Self.new).status == 410)
      #expect(try await thief.signIn().status == 400, "the old one is no more")
      #expect(try await thief.signIn("member1%40example.com", "lorikeets+are+loud+at+dusk").status == 303)
    }
    #expect(try await fixture.news() == [.passwordReset])
    #expect(Set(try await fixture.trail()).isSuperset(of: [.passwordResetAsked, .passwordSet, .signedIn]))
  }

  @Test func `may be set that never was`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in/forgot", Self.ask)
      #expect(try await browser.post(fixture.newestReset(), Self.new).status == 303)
    }
  }

  @Test func `comes back when the new one is too easy, and the link still works`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in/forgot", Self.ask)
      let path = try await fixture.newestReset()
      for easy in ["", "password=", "password=short", "password=password1234", "password=member1example.com"]
      {
        let page = try await browser.post(path, easy)
        #expect(page.status == 400 && page.text.contains("Choose "))
        #expect(!page.text.contains("value=\"p"))
      }
      #expect(fixture.site.passwords.stretched == 0)
      #expect(try await browser.post(path, Self.new).status == 303)
    }
  }

  @Test func `forged, truncated, expired, replayed and swapped links do nothing, and stretch nothing`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in/forgot", Self.ask)
      let path = try await fixture.newestReset()
      _ = try await browser.post("/sign-in", Self.ask)
      let link = try await fixture.newestLink()
      browser = Browser(client)
      let forged = path.dropLast() + (path.hasSuffix("a") ? "b" : "a")
      for wrong in [
        String(forged), String(path.dropLast()), path + "a",
        path.uppercased().replacing("/SIGN-IN/RESET/", with: "/sign-in/reset/"),
        "/sign-in/reset/\(link.secret)", "/sign-in/reset/\(link.code)",
      ] {
        #expect(try await browser.get(wrong).status == 410)
        #expect(try await browser.post(wrong, Self.new).status == 410)
      }
      let swapped = path.replacing("/reset", with: "")
      #expect(try await browser.post(swapped).status == 410, "it does not sign in by itself")
      fixture.pass(3_600)
      #expect(try await browser.post(path, Self.new).status == 410)
      #expect(browser.cookies.isEmpty && fixture.site.passwords.stretched == 0)
    }
    #expect(try await fixture.sessions().isEmpty)
  }

  @Test func `an older link is of no use once another was used, and a suspended member has none`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in/forgot", Self.ask)
      let older = try await fixture.newestReset()
      fixture.pass(60)
      _ = try await browser.post("/sign-in/forgot", Self.ask)
      let newer = try await fixture.newestReset()
      fixture.pass(60)
      #expect(try await browser.post(newer, Self.new).status == 303)
      #expect(try await browser.post(older, Self.new).status == 410)
      _ = try await browser.post("/sign-in/forgot", Self.ask)
      let last = try await fixture.newestReset()
      try await fixture.setStanding(.suspended)
      #expect(try await browser.post(last, Self.new).status == 410)
    }
  }

  @Test func `is asked for alike by a member and by nobody`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let before = try await fixture.queued().count
      let known = try await browser.post("/sign-in/forgot", Self.ask)
      #expect(try await fixture.queued().count == before + 1)
      let unknown = try await browser.post("/sign-in/forgot", "email=nobody%40example.com")
      #expect(try await fixture.queued().count == before + 2)
      #expect(known.text == unknown.text && known.status == 200 && unknown.status == 200)
      #expect(try await browser.post("/sign-in/forgot", "email=nobody").status == 400)
      #expect(try await browser.post("/sign-in/forgot", Self.ask, site: "cross-site").status == 403)
    }
  }
}
