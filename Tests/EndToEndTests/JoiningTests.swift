import Foundation
import Testing

/// How a colleague joins, in real browsers: from the email of an invitation to a listing that the inviter sees.
@Suite(.timeLimit(.minutes(10)), .enabled(if: RealPeers.areAsked, RealPeers.reason))
struct JoiningTests {
  private static let inviter = "marco.rossi@example.com"

  @Test func `with a password, and the listing is finished in another browser`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let inviter = try await inviting(site)
      let newcomer = Newcomer(site: site, browser: try await Browser.open(in: scratch))
      try await newcomer.join(password: Newcomer.password)
      for step in Newcomer.steps.prefix(3) { try await newcomer.take(step) }
      let elsewhere = Newcomer(site: site, browser: try await Browser.open(in: scratch))
      try await elsewhere.signInByPassword()
      for step in Newcomer.steps.dropFirst(3) { try await elsewhere.take(step) }
      try await elsewhere.addPhoto()
      try await elsewhere.publish()
      try await expectSeen(by: inviter, site)
    }
  }

  @Test func `by emailed links alone, though the keys were rotated since the invitation`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let inviter = try await inviting(site)
      _ = try await site.maildir.message(to: Newcomer.address, linkingTo: "/invite/")
      try #require(try await site.command("keys", "rotate").code == 0)
      let newcomer = Newcomer(site: site, browser: try await Browser.open(in: scratch))
      try await newcomer.join(password: nil)
      let elsewhere = Newcomer(site: site, browser: try await Browser.open(in: scratch))
      try await elsewhere.signInByLink()
      for step in Newcomer.steps { try await elsewhere.take(step) }
      try await elsewhere.addPhoto()
      try await elsewhere.publish()
      try await expectSeen(by: inviter, site)
    }
  }

  /// A daemon with members, one of whom has invited the newcomer from their page.
  private func inviting(_ site: Installation) async throws -> Browser {
    try await site.importPractitioners()
    _ = try await site.serve()
    let browser = try await Browser.open(in: site.scratch)
    _ = try await Visitor.post(site.url + "/sign-in", form: ["email": Self.inviter, "choice": "link"])
    let message = try await site.maildir.message(to: Self.inviter, linkingTo: "/sign-in/")
    try await browser.open(try #require(message.links(to: "/sign-in/").first))
    try await browser.press("main form button[type='submit']")
    try await browser.open(site.url + "/invitations")
    try await browser.type(Newcomer.address, into: "#email")
    try await browser.type("We met in Broken Hill.", into: "#note")
    try await browser.press("form[action='/invitations'] button")
    return browser
  }

  /// The inviter finds the listing from the invitation, with the photo and what was said.
  private func expectSeen(by inviter: Browser, _ site: Installation) async throws {
    try await inviter.open(site.url + "/invitations")
    try await inviter.press(".invitation a[href^='/practitioners/']")
    #expect(try await inviter.text("h1") == Newcomer.name)
    let page = try await inviter.text("main")
    for words in [
      "Clinical psychologist", "Broken Hill NSW 2880", "PTSD", "EMDR", "In person", "$250", "I listen.",
      "Within 2 weeks", "Registration not yet verified",
    ] { #expect(page.contains(words), "\(words)") }
    let isSeen = "return document.querySelector(\"main img[src^='/photos/']\").naturalWidth === 512"
    #expect(try await inviter.run(isSeen, Bool.self))
    try await inviter.open(site.url + "/listings")
    #expect(try await inviter.text(".listing:first-child h2 a") == Newcomer.name)
  }
}
