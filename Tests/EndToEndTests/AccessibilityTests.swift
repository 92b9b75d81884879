import Foundation
import Testing

/// What axe-core says of every page: narrow and dark, wide and light.
@Suite(.timeLimit(.minutes(10)), .enabled(if: RealPeers.areAsked, RealPeers.reason))
struct AccessibilityTests {
  private static let member = "marco.rossi@example.com"

  @Test func `a page that keeps people out is found out`() async throws {
    try await Scratch.using { scratch in
      let browser = try await Browser.open(in: scratch)
      try await browser.open(
        "data:text/html,<title>A picture</title><main><h1>A</h1><img src='a.png'></main>")
      #expect(try await Axe.violations(in: browser).map(\.id).contains("image-alt"))
    }
  }

  @Test func `pages for everybody have nothing that keeps people out`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      let browser = try await Browser.open(in: scratch)
      for path in ["/", "/sign-in", "/sign-in/forgot", "/privacy", "/help", "/no-such-page", "/invite/spent"]
      {
        try await expectClean(path, browser, site)
      }
      _ = try await site.command("invite", Newcomer.address, "--note", "Come and join us")
      let newcomer = Newcomer(site: site, browser: browser)
      try await newcomer.openInvitation()
      try await expectClean("invitation", browser)
      try await browser.type("https://example.org", into: "#name")
      try await browser.press("main form[action^='/invite/'] button[type='submit']")
      try await expectClean("invitation with problems", browser)
    }
  }

  @Test func `each question to a help seeker, with problems too, and the matches keep nobody out`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      let browser = try await Browser.open(in: scratch)
      try await expectClean("/find", browser, site)
      try await browser.press("main form[action='/find'] button")
      for step in Seeker.steps {
        try await expectClean("find \(step.name)", browser)
        try await browser.press("button[name='press'][value='next']")
        if try await browser.url.hasSuffix(step.name) {
          try await expectClean("find \(step.name) with problems", browser)
          try await Seeker.answer(step, in: browser)
          try await browser.press("button[name='press'][value='next']")
        }
      }
      try await browser.waits(for: "Nobody fits all of this just now")
      try await expectClean("matches", browser)
    }
  }

  @Test func `each step to a listing, empty and with problems, has nothing that keeps people out`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      _ = try await site.serve()
      _ = try await site.command("invite", Newcomer.address)
      let newcomer = Newcomer(site: site, browser: try await Browser.open(in: scratch))
      try await newcomer.join(password: nil)
      for step in Newcomer.steps {
        try await expectClean("/onboarding/\(step.name)", newcomer.browser, site)
        try await saveUnfilled(newcomer.browser)
        guard try await newcomer.browser.url.hasSuffix(step.name) else { continue }
        try await expectClean("\(step.name) with problems", newcomer.browser)
        try await newcomer.take(step)
      }
      try await expectClean("/onboarding/preview", newcomer.browser, site)
      try await newcomer.publish()
      try await expectClean("/profile/listing", newcomer.browser, site)
    }
  }

  @Test func `fewer emails, or none, keeps nobody out`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      try await site.sendRound()
      let message = try await site.maildir.message(to: Self.member, linkingTo: "/u/")
      let browser = try await Browser.open(in: scratch)
      try await browser.open(try #require(message.links(to: "/u/").first))
      try await expectClean("unsubscribe", browser)
      try await browser.press("main button[value='quarterly']")
      try await expectClean("unsubscribe fewer", browser)
      try await browser.press("main button[value='stop']")
      try await expectClean("unsubscribed", browser)
      try await browser.press("main button[value='resume']")
      try await expectClean("resumed", browser)
    }
  }

  /// Sends a form as a browser does that checks nothing itself.
  private func saveUnfilled(_ browser: Browser) async throws {
    _ = try await browser.run(
      "document.querySelector('form.stack').noValidate = true; return true", Bool.self)
    try await browser.press("button[name='press'][value='save']")
  }

  /// Opens the page of an emailed link to sign in.
  func openSignIn(of member: String, _ browser: Browser, _ site: Installation) async throws {
    _ = try await Visitor.post(site.url + "/sign-in", form: ["email": member, "choice": "link"])
    let message = try await site.maildir.message(to: member, linkingTo: "/sign-in/")
    try await browser.open(try #require(message.links(to: "/sign-in/").first))
  }

  func expectClean(_ name: String, _ url: String, _ browser: Browser) async throws {
    try await browser.open(url)
    try await expectClean(name, browser)
  }

  @Test func `members' pages have nothing that keeps people out`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      let browser = try await Browser.open(in: scratch)
      try await openSignIn(of: Self.member, browser, site)
      try await expectClean("sign-in link", browser)
      try await browser.press("main form button[type='submit']")
      let others = try await browser.run(
        "return Array.from(document.querySelectorAll('.listing h2 a')).map(function (a) { return a.pathname })",
        [String].self)
      for path in Self.memberPages + others.prefix(2) { try await expectClean(path, browser, site) }
      try await expectCleanReferral(to: others.compactMap { $0.split(separator: "/").last }, browser, site)
    }
  }

  /// The form, empty and with problems; the page of what was asked; and what the link of an email comes to.
  private func expectCleanReferral(to colleagues: [Substring], _ browser: Browser, _ site: Installation)
    async throws
  {
    let chosen = colleagues.prefix(3).map { "to=\($0)" }.joined(separator: "&")
    try await expectClean("/referrals/new?\(chosen)", browser, site)
    try await browser.press("main form.stack button.large")
    try await expectClean("referral with problems", browser)
    let other = try await SignedInVisitor.signIn("thao.nguyen@example.com", at: site)
    let path = try await Referring.refer(other, to: [Self.member], at: site)
    for page in [path, "/referrals"] { try await expectClean(page, browser, site) }
    let message = try await site.maildir.message(to: Self.member, linkingTo: "/r/")
    try await browser.open(try #require(message.link(below: "I'm full")))
    try await expectClean("referral link", browser)
    try await browser.press("#answer button")
    try await expectClean("referral answered", browser)
  }

  private static let memberPages = [
    "/listings", "/listings?recommended=peers", "/listings?q=anxiety&near=3000&within=500&sort=distance",
    "/listings?near=richmond&within=NaN", "/listings?area=hoarding&client=group&language=ar",
    "/listings/searches",
    "/invitations", "/profile", "/profile/listing",
    "/profile/listing/places", "/profile/listing/areas", "/profile/photo", "/profile/emails",
    "/profile/slots", "/profile/appointments", "/profile/security", "/profile/address", "/profile/leave",
    "/profile/export",
  ]

  func expectClean(_ path: String, _ browser: Browser, _ site: Installation) async throws {
    try await browser.open(site.url + path)
    try await expectClean(path, browser)
  }

  /// Looks at the page that is shown, and leaves the browser as it was.
  func expectClean(_ name: String, _ browser: Browser) async throws {
    for (width, dark) in [(360, true), (1280, false)] {
      try await browser.resize(width: width, height: 800)
      try await browser.prefer(dark: dark)
      for violation in try await Axe.violations(in: browser) { Issue.record("\(name): \(violation)") }
      let shown = try await browser.run("return document.documentElement.scrollWidth", Int.self)
      #expect(shown <= width, "\(name) is wider than \(width)")
    }
    try await keepPictures(of: browser, as: name)
  }

  private func keepPictures(of browser: Browser, as name: String) async throws {
    let file = name.replacing("/", with: "_")
    for (width, dark) in [(360, false), (360, true), (1280, true), (1280, false)] {
      try await browser.resize(width: width, height: 1_600)
      try await browser.prefer(dark: dark)
      try await Pictures.keep(of: browser, as: "\(file)-\(width)-\(dark ? "dark" : "light")")
    }
  }
}
