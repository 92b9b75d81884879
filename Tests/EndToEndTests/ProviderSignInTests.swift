import Foundation
import Testing

/// Signing in through a provider of OpenID Connect that somebody else wrote, in a real browser.
@Suite(.timeLimit(.minutes(5)), .enabled(if: RealPeers.areAsked, RealPeers.reason))
struct ProviderSignInTests {
  private static let address = "siobhan.kelly@example.com"

  private func site(_ provider: Int, in scratch: Scratch) throws -> Installation {
    let site = try Installation.delivering(in: scratch)
    try site.configure(
      """
      sign-in:
        provider:
          issuer: http://127.0.0.1:\(provider)
          name: Example ID
          client-id: helplink
          client-secret: made up
      """)
    return site
  }

  /// Signs in by an emailed link.
  private func signIn(_ browser: Browser, _ site: Installation) async throws {
    _ = try await Visitor.post(site.url + "/sign-in", form: ["email": Self.address, "choice": "link"])
    let message = try await site.maildir.message(to: Self.address, linkingTo: "/sign-in/")
    try await browser.open(try #require(message.links(to: "/sign-in/").first))
    try await browser.press("main form button[type='submit']")
  }

  @Test func `a member links an account and signs in by it, though the provider has new keys since`()
    async throws
  {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let site = try site(port, in: scratch)
      try await site.importPractitioners()
      let daemon = try await site.serve()
      let old = try await MockProvider.start(
        port: port, subject: "siobhan", address: "private@elsewhere.example", in: scratch)
      let keys = try await old.keys()
      let browser = try await Browser.open(in: scratch)
      try await signIn(browser, site)
      try await browser.open(site.url + "/profile/security/provider")
      try await browser.click("form[action='/profile/security/provider'] button")
      try await old.signIn(as: "siobhan", in: browser)
      try await browser.waits(for: "Signing in with Example ID")
      #expect(try await browser.text("main").contains("private@elsewhere.example opens this account"))
      try await browser.press("form[action='/sign-out'] button")

      await old.stop()
      let new = try await MockProvider.start(
        port: port, subject: "siobhan", address: Self.address, in: scratch)
      #expect(try await new.keys() != keys)
      try await browser.open(site.url + "/sign-in")
      try await browser.click("form[action='/sign-in/google'] button")
      try await new.signIn(as: "siobhan", in: browser)
      try await browser.waits(for: "Listings")
      #expect(try await browser.url == site.url + "/listings")
      expectNoSecret(in: daemon.output + daemon.errors)
    }
  }

  @Test func `somebody invited joins through it, though the provider has new keys since, and signs in by it`()
    async throws
  {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let site = try site(port, in: scratch)
      let daemon = try await site.serve()
      try #require(try await site.command("invite", "new@example.org").code == 0)
      let message = try await site.maildir.message(to: "new@example.org", linkingTo: "/invite/")
      let link = try #require(message.links(to: "/invite/").first)
      let old = try await MockProvider.start(
        port: port, subject: "nova", address: "nova@elsewhere.example", in: scratch)
      let browser = try await Browser.open(in: scratch)
      try await browser.open(link)
      try await browser.click("form[action='/sign-in/google'] button")
      try await old.signIn(as: "nova", in: browser)
      try await browser.waits(for: "Join Help Link")
      #expect(try await browser.text("main").contains("nova@elsewhere.example"))
      try await browser.press("form[action='/sign-in/google/callback'] button")
      #expect(try await browser.url == site.url + "/onboarding/profession")
      #expect(try await site.members().map(\.email) == ["new@example.org"])
      try await browser.press("form[action='/sign-out'] button")

      await old.stop()
      let new = try await MockProvider.start(
        port: port, subject: "nova", address: "nova@elsewhere.example", in: scratch)
      try await browser.open(site.url + "/sign-in?next=/profile")
      try await browser.click("form[action='/sign-in/google'] button")
      try await new.signIn(as: "nova", in: browser)
      try await browser.waits(for: "Profile")
      let secret = try #require(link.split(separator: "/").last)
      #expect(!(daemon.output + daemon.errors).contains(secret))
      expectNoSecret(in: daemon.output + daemon.errors)
    }
  }

  @Test func `an account with a member's address, and none that is linked, opens nothing`() async throws {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let site = try site(port, in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      let provider = try await MockProvider.start(
        port: port, subject: "somebody", address: Self.address, in: scratch)
      let browser = try await Browser.open(in: scratch)
      try await browser.open(site.url + "/sign-in")
      try await browser.click("form[action='/sign-in/google'] button")
      try await provider.signIn(as: "somebody", in: browser)
      try await browser.waits(for: "This Example ID account opens nothing here")
      try await browser.open(site.url + "/listings")
      #expect(try await browser.text("h1") == "Sign in")
    }
  }

  private func expectNoSecret(in log: String) {
    for secret in ["made up", "code=", "state=", "eyJ"] {
      #expect(!log.contains(secret), "\(secret) is in the log")
    }
  }
}
