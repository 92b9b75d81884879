import Foundation
import Testing

/// Somebody who is invited, in a browser of their own.
struct Newcomer {
  static let address = "aroha.ngata@example.org"
  static let name = "Dr Aroha Ngata"
  static let password = "a heron stood in the shallows"

  let site: Installation
  let browser: Browser

  /// Opens the link of the invitation.
  func openInvitation() async throws {
    let message = try await site.maildir.message(to: Self.address, linkingTo: "/invite/")
    try await browser.open(try #require(message.links(to: "/invite/").first))
  }

  /// Fills in the form of the invitation; without a password, links are emailed.
  func join(password: String?) async throws {
    try await openInvitation()
    try await browser.type(Self.name, into: "#name")
    if let password { try await browser.type(password, into: "#password") }
    let choice = password == nil ? "link" : "password"
    try await browser.press("main form[action^='/invite/'] button[value='\(choice)']")
  }

  /// Signs in by a link that is emailed.
  func signInByLink() async throws {
    let before = try site.maildir.messages().count
    try await browser.open(site.url + "/sign-in")
    try await browser.type(Self.address, into: "#email")
    try await browser.press("button[value='link']")
    _ = try await eventually("another message") { try site.maildir.messages().count > before ? true : nil }
    let message = try await site.maildir.message(to: Self.address, linkingTo: "/sign-in/")
    try await browser.open(try #require(message.links(to: "/sign-in/").first))
    try await browser.press("main form button[type='submit']")
  }

  /// Signs in with the password.
  func signInByPassword() async throws {
    try await browser.open(site.url + "/sign-in")
    try await browser.type(Self.address, into: "#email")
    try await browser.type(Self.password, into: "#password")
    try await browser.press("button[value='password']")
  }

  /// One step of the listing: what a person types and ticks in it.
  struct Step: Sendable {
    let name: String
    let fill: @Sendable (Browser) async throws -> Void
  }

  /// Every step that asks something, in their order.
  static let steps = [
    Step(name: "profession") { browser in
      try await browser.click("#profession option[value='clinical-psychologist']")
      try await browser.replace("#registration", with: "psy0001234567")
    },
    Step(name: "places") { browser in
      try await browser.type("Broken Hill", into: "#find-place")
      try await browser.press("#find-place-button")
    },
    Step(name: "clients") { browser in
      try await browser.tick("adult", of: "age")
      try await browser.tick("individual", of: "client")
    },
    Step(name: "areas") { browser in
      try await browser.type("ptsd", into: "#area-filter")
      try await browser.tick("ptsd", of: "area")
      try await browser.type("emdr", into: "#modality-filter")
      try await browser.tick("emdr", of: "modality")
    },
    Step(name: "sessions") { browser in
      try await browser.tick("in-person", of: "mode")
      try await browser.tick("evening", of: "hours")
      try await browser.type("$250", into: "#fee")
      if try await !browser.run(
        "return document.querySelector(\"input[name='language'][value='en']\").checked")
      {
        try await browser.tick("en", of: "language")
      }
    },
    Step(name: "about") { browser in try await browser.type("I listen.", into: "#bio") },
    Step(name: "wait") { browser in try await browser.tick("2-weeks", of: "waiting-period") },
    Step(name: "seekers") { browser in try await browser.tick("yes", of: "seekers") },
  ]

  /// Fills in a step and goes on to the next.
  func take(_ step: Step) async throws {
    try await browser.open(site.url + "/onboarding")
    #expect(try await browser.url == "\(site.url)/onboarding/\(step.name)", "where it was left")
    try await step.fill(browser)
    try await browser.press("button[name='press'][value='save']")
  }

  /// Puts a picture of the page on the listing as its photo: a PNG like any other.
  func addPhoto() async throws {
    let picture = site.scratch.folder.appendingPathComponent("photo.png")
    try await browser.screenshot(to: picture)
    try await browser.open(site.url + "/profile/photo")
    try await browser.type(picture.path, into: "#photo")
    try await browser.press("form[action='/profile/photo'] button")
    #expect(try await browser.text("main").contains("Colleagues see this photo."))
  }

  /// Shows the listing to colleagues.
  func publish() async throws {
    try await browser.open(site.url + "/onboarding/preview")
    try await browser.press("button[value='publish']")
    #expect(try await browser.text("h1") == "Your listing")
  }
}
