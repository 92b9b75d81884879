import Foundation
import Testing

/// Places are found and chosen with the keyboard alone, in a real browser, as WAI-ARIA's combobox wants it.
@Suite(.timeLimit(.minutes(5)), .enabled(if: RealPeers.areAsked, RealPeers.reason))
struct PlacesByKeyboardTests {
  /// Works in Melbourne.
  private static let address = "arjun.patel@example.com"
  private static let field = "document.getElementById('find-place')"

  /// The form of a member's places, by keyboard: the focus is in the field that finds them.
  private func openPlaces(_ browser: Browser, _ site: Installation) async throws {
    _ = try await Visitor.post(site.url + "/sign-in", form: ["email": Self.address, "choice": "link"])
    let message = try await site.maildir.message(to: Self.address, linkingTo: "/sign-in/")
    try await browser.open(try #require(message.links(to: "/sign-in/").first))
    try await browser.press("main form button[type='submit']")
    try await browser.open(site.url + "/profile/listing/places")
    _ = try await browser.run("\(Self.field).focus(); return true", Bool.self)
  }

  private func attribute(_ name: String, _ browser: Browser) async throws -> String {
    try await browser.run("return \(Self.field).getAttribute('\(name)') || ''", String.self)
  }

  /// The suggestions that are shown.
  private func suggestions(_ browser: Browser) async throws -> [String] {
    try await browser.run(
      """
      var list = document.getElementById('find-place-list');
      return list.hidden ? [] : Array.from(list.children, function (option) { return option.innerText; });
      """, [String].self)
  }

  /// Waits for suggestions of which this is the first.
  private func waits(forFirst label: String, _ browser: Browser) async throws -> [String] {
    try await eventually("\(label) to be suggested") {
      let shown = try await suggestions(browser)
      return shown.first == label ? shown : nil
    }
  }

  /// The suggestion that a screen reader reads, which is the one that looks chosen.
  private func active(_ browser: Browser) async throws -> String {
    try await browser.run(
      """
      var chosen = document.querySelectorAll('#find-place-list [role=option][aria-selected=true]');
      var active = document.getElementById(\(Self.field).getAttribute('aria-activedescendant'));
      return chosen.length === 1 && chosen[0] === active ? active.innerText : '';
      """, String.self)
  }

  @Test func `a place near to the member's own is found, chosen and added by keyboard`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      let browser = try await Browser.open(in: scratch)
      try await openPlaces(browser, site)
      #expect(try await attribute("role", browser) == "combobox")
      #expect(try await attribute("aria-expanded", browser) == "false")
      #expect(try await attribute("aria-controls", browser) == "find-place-list")

      try await browser.type("rich")
      let shown = try await waits(forFirst: "Richmond VIC 3121", browser)
      #expect(try await attribute("aria-expanded", browser) == "true" && shown.count == 10)
      #expect(try await browser.text("#find-place ~ p[role=status]").hasPrefix("10 places"))
      #expect(try await active(browser) == "")
      try await browser.type(.down)
      #expect(try await active(browser) == shown[0])
      try await browser.type(.down, .down)
      #expect(try await active(browser) == shown[2])
      try await browser.type(.up)
      #expect(try await active(browser) == shown[1])

      try await browser.type(.escape)
      #expect(try await suggestions(browser) == [])
      #expect(try await attribute("aria-expanded", browser) == "false")
      #expect(try await attribute("aria-activedescendant", browser) == "")
      #expect(try await browser.run("return \(Self.field).value", String.self) == "rich")

      try await browser.type(.up, .down)
      #expect(try await active(browser) == shown[0])
      _ = try await browser.run("window.isLeft = true; return true", Bool.self)
      try await browser.type(.enter)
      _ = try await eventually("the chosen place") {
        try await browser.count("button[aria-label='Remove Richmond VIC 3121']") == 1 ? true : nil
      }
      #expect(try await browser.run("return document.activeElement.id", String.self) == "find-place")
    }
  }

  @Test func `what is typed to its end and entered is found without choosing, and several are offered`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      _ = try await site.serve()
      let browser = try await Browser.open(in: scratch)
      try await openPlaces(browser, site)
      try await browser.type("Richmond" + Browser.Key.enter.rawValue)
      _ = try await eventually("the places to choose from") {
        try await browser.count("input[name='found-place']") > 1 ? true : nil
      }
      #expect(
        try await browser.run("return document.querySelector('input[name=found-place]').value", String.self)
          == "Richmond VIC 3121")
    }
  }
}
