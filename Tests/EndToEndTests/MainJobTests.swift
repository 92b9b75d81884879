import Foundation
import Testing

/// The main job with the real things: a schedule, Postfix, a click in Chromium, a listing that moves.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct MainJobTests {
  private static let clicker = "thao.nguyen@example.com"
  private static let reader = "marco.rossi@example.com"

  @Test func `a button in a delivered message, pressed in a browser, puts the listing first and badges it`()
    async throws
  {
    try await Scratch.using { scratch in
      let (site, postfix) = try await delivered(in: scratch)
      let browser = try await Browser.open(in: scratch)
      try await signIn(Self.reader, site, postfix, browser)
      #expect(try await firstListing(browser) != "Dr Thảo Nguyễn")
      #expect(try await browser.count(".listing .badge") == 0)

      let message = try await postfix.maildir(of: Self.clicker).message(to: Self.clicker, linkingTo: "/w/")
      try await browser.open(try #require(message.link(below: "Within a month")))
      #expect(try await browser.text("h1") == "Is your wait within a month?")
      #expect(try await site.member(Self.clicker).waitingPeriod == "6-months")
      try await browser.press("#answer button")
      #expect(try await browser.text("h1") == "Thank you: Within a month")
      try await expectItFits(browser, "result")

      try await browser.open("\(site.url)/listings")
      #expect(try await firstListing(browser) == "Dr Thảo Nguyễn")
      #expect(try await browser.text(".listing:first-child .badge") == "Updated today")
      #expect(try await browser.count(".listing .badge") == 1)
      try await expectItFits(browser, "listings")
    }
  }

  @Test func `where a practitioner is signed in, opening a link is enough, and can be undone`() async throws {
    try await Scratch.using { scratch in
      let (site, postfix) = try await delivered(in: scratch)
      let browser = try await Browser.open(in: scratch)
      try await signIn(Self.reader, site, postfix, browser)
      let before = try await site.member(Self.reader)
      let message = try await postfix.maildir(of: Self.reader).message(to: Self.reader, linkingTo: "/w/")
      try await browser.open(try #require(message.link(below: "No wait")))
      try await browser.waits(for: "Thank you: No wait")
      #expect(try await site.member(Self.reader).waitingPeriod == "now")
      try await browser.press("form[action$='/undo'] button")
      #expect(try await browser.text("h1") == "Your earlier answer stands again")
      #expect(try await site.member(Self.reader) == before)
    }
  }

  @Test func `what Postfix delivers came over TLS and has no defects`() async throws {
    try await Scratch.using { scratch in
      let (site, postfix) = try await delivered(in: scratch)
      let addresses = try await site.members().map(\.email)
      var files: [String] = []
      for address in addresses {
        let message = try await postfix.maildir(of: address).message(to: address, linkingTo: "/w/")
        #expect(message.header("Received")?.contains("using TLSv1.") == true)
        files.append(message.file.path)
      }
      let script = Binary.fixtures.appendingPathComponent("message_defects.py").path
      let ended = try await Program.run("/usr/bin/env", ["python3", script] + files, in: scratch)
      #expect(ended.code == 0)
      #expect(ended.output + ended.errors == "")
    }
  }

  /// A daemon that has sent its round through a Postfix of its own.
  private func delivered(in scratch: Scratch) async throws -> (Installation, Postfix) {
    let lines = try String(
      contentsOf: Binary.fixtures.appendingPathComponent("practitioners.jsonl"), encoding: .utf8)
    let addresses = lines.matches(of: /"email": "([^"]+)"/).map { String($0.1) }
    let postfix = try await Postfix.start(mailboxes: addresses, in: scratch)
    let site = try Installation(
      in: scratch,
      mail: """
        transport: smtp
        smtp:
          url: smtp://127.0.0.1:\(postfix.port)
          tls: required
          ca: \(postfix.authority)
        """)
    try await site.importPractitioners()
    _ = try await site.serve()
    try await site.sendRound()
    return (site, postfix)
  }

  /// Asks for a link as a person does, and follows it.
  private func signIn(
    _ address: String, _ site: Installation, _ postfix: Postfix, _ browser: Browser
  ) async throws {
    let asked = try await Visitor.post("\(site.url)/sign-in", form: ["email": address])
    #expect(asked.status == 200)
    let message = try await postfix.maildir(of: address).message(to: address, linkingTo: "/sign-in/")
    try await browser.open(try #require(message.links(to: "/sign-in/").first))
    try await browser.press("main form button")
    #expect(try await browser.url == "\(site.url)/listings")
  }

  private func firstListing(_ browser: Browser) async throws -> String {
    try await browser.text(".listing:first-child h2 a")
  }

  /// A page is as wide as the telephone that shows it, by day and by night.
  private func expectItFits(_ browser: Browser, _ name: String) async throws {
    try await browser.resize(width: 320, height: 640)
    for dark in [false, true] {
      try await browser.prefer(dark: dark)
      let width = try await browser.run("return document.documentElement.scrollWidth", Int.self)
      #expect(width <= 320, "\(name)")
      try await Pictures.keep(of: browser, as: "\(name)-320-\(dark ? "dark" : "light")")
    }
    try await browser.prefer(dark: false)
    try await browser.resize(width: 1_280, height: 900)
  }
}
