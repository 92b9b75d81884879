import Foundation
import Testing

/// The pages of bookings and requests, for either side.
extension AccessibilityTests {
  @Test func `the pages of a booking have nothing that keeps people out`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await Bookable.prepare(site)
      _ = try await site.serve()
      let bookable = try await Bookable.at(site)
      let browser = try await Browser.open(in: scratch)
      try await expectClean("/bookings/new?practitioner=\(bookable.id)", browser, site)
      try await browser.click("label.choice")
      try await browser.press("main form button[type='submit']")
      try await expectClean("/bookings/details", browser)
      let link = try #require(try await bookable.book(3).link)
      for page in ["", "/move", "/cancel"] { try await expectClean("booking\(page)", link + page, browser) }
    }
  }

  @Test func `the pages of a request have nothing that keeps people out`() async throws {
    try await Scratch.using { scratch in
      let requesting = try await Requesting.atWork(in: scratch)
      let site = requesting.site
      let browser = try await Browser.open(in: scratch)
      try await expectClean("/requests/new?practitioner=\(requesting.id)", browser, site)
      let asked = try #require(try await requesting.ask().requestLink)
      try await expectClean("request to confirm", asked, browser)
      let question = try await requesting.confirm()
      let link = try #require(question.requestLink)
      for page in ["", "/no", "/full"] { try await expectClean("request\(page)", link + page, browser) }
      try await openSignIn(of: Bookable.practitioner, browser, site)
      try await browser.press("main form button[type='submit']")
      try await expectClean("appointments asked for", site.url + "/profile/appointments", browser)
      try await browser.press("#requests a.button")
      try await expectClean("request in the list", browser)
      try await expectCleanOffering(browser, site)
      let booked = try #require(try await requesting.offer(question).link)
      for page in ["/move", "/another"] { try await expectClean("requested\(page)", booked + page, browser) }
      let told = try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/move")
      try await expectClean("requested move, by whoever offers", try #require(told.link) + "/move", browser)
      try await expectClean("request answered", link, browser)
    }
  }

  /// The page that the digest of whoever is asked leads to, with problems too, and what came of it.
  private func expectCleanOffering(_ browser: Browser, _ site: Installation) async throws {
    try #require(try await site.command("schedule", "run", "digest").code == 0)
    let digest = try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/t/")
    try await expectClean("times to offer", try #require(digest.links(to: "/t/").first), browser)
    _ = try await browser.run(
      "document.querySelector('form.stack').noValidate = true; return true", Bool.self)
    try await browser.press("button[value='offer']")
    try await expectClean("times to offer with problems", browser)
    try await browser.choose("weekly-2", of: "when")
    try await browser.type("09:00", into: "#time")
    try await browser.tick("video", of: "mode")
    try await browser.press("button[value='offer']")
    try await browser.waits(for: "Done: you offer this time")
    try await expectClean("time offered", browser)
    try await browser.press("button[value='undo']")
    try await browser.waits(for: "Done: you do not offer that time any more")
    try await expectClean("time taken back", browser)
  }
}
