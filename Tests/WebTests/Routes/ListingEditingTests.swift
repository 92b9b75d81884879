import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Editing a published listing` {
  /// A member whose listing is published, and verified.
  private func published(_ fixture: SiteFixture) async throws -> Practitioner {
    let newcomer = try await fixture.newcomer()
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: newcomer)
      for (step, body) in FilledSteps.all { _ = try await browser.fill("/onboarding/\(step)", body) }
      _ = try await browser.fill("/onboarding/preview", "press=publish")
    }
    let verified = ListingFacts(
      isOpenToSeekers: true, verification: .init(number: "PSY0001234567", at: SiteFixture.start))
    try await fixture.store.perform({ _ in }) {
      Decision((), changes: [.listingFactsSaved(newcomer.id, verified)])
    }
    return newcomer
  }

  @Test func `saves each section straight into it, for colleagues to see`() async throws {
    let fixture = try await SiteFixture()
    let member = try await published(fixture)
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: member)
      let changes = [
        ("sessions", "mode=phone&language=vi", "Vietnamese"),
        ("places", "telehealth-only=yes", "Registration"),
        ("clients", "age=child&client=family", "Child (5–12)"), ("areas", "area=gambling", "Gambling"),
        ("about", "bio=Quite+new.", "Quite new."), ("wait", "waiting-period=closed", "Closed to new clients"),
        ("seekers", "seekers=no", "Registration"),
      ]
      for (step, body, words) in changes {
        let page = try ParsedPage(text: try await browser.get("/profile/listing/\(step)").text)
        #expect(page.all("form").contains { $0["action"] == "/profile/listing/\(step)" })
        #expect(try await browser.fill("/profile/listing/\(step)", body).location == "/profile/listing")
        #expect(try await browser.get("/practitioners/\(member.id.text)").text.contains(words), "\(step)")
      }
      #expect(try await browser.get("/profile/listing").text.contains("Telehealth only"))
    }
    let listing = try #require(fixture.store.directory[member.id])
    #expect(listing.profile.locations == [] && !listing.facts.isOpenToSeekers && listing.verifiedAt != nil)
    #expect(listing.name == "Dr Aroha Ngata" && listing.wait?.period == .closed)
  }

  @Test func `a form shows what the listing says`() async throws {
    let fixture = try await SiteFixture()
    let member = try await published(fixture)
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: member)
      // Sent back as it is shown, every form leaves the listing as it was.
      let before = fixture.store.directory[member.id]
      for (step, _) in FilledSteps.all where step != "wait" {
        let page = try ParsedPage(text: try await browser.get("/profile/listing/\(step)").text)
        #expect(
          try await browser.fill("/profile/listing/\(step)", Self.body(of: page)).location
            == "/profile/listing")
      }
      #expect(fixture.store.directory[member.id] == before)
    }
  }

  /// What a browser would send.
  private static func body(of page: ParsedPage) -> String {
    let inputs = page.all("input").filter { $0.parents.contains("main") && $0["name"] != nil }
    let sent = inputs.filter { input in
      ["radio", "checkbox"].contains(input["type"] ?? "")
        ? input["checked"] != nil : input["name"] != "form-token"
    }
    var pairs = sent.map { ($0["name"] ?? "", $0["value"] ?? "") }
    for option in page.all("option") where option["selected"] != nil {
      pairs.append(("profession", option["value"] ?? ""))
    }
    for area in page.all("textarea") {
      pairs.append(
        (area["name"] ?? "", String(area.text.dropFirst()).replacingOccurrences(of: "\n", with: "\r\n")))
    }
    return pairs.map { "\($0.0)=\($0.1.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")" }
      .joined(separator: "&")
  }

  @Test func `what is wrong waits beside the listing, and can be forgotten`() async throws {
    let fixture = try await SiteFixture()
    let member = try await published(fixture)
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: member)
      let path = "/profile/listing/profession"
      #expect(try await browser.fill(path, "name=Dr+X&profession=gp&registration=PSY1").status == 400)
      #expect(fixture.store.directory[member.id]?.name == "Dr Aroha Ngata")
      #expect(try await browser.get("/profile/listing").text.contains("not saved yet"))
      let page = try await browser.get(path)
      #expect(page.text.contains("PSY1") && page.text.contains("Forget these changes"))
      #expect(try await browser.fill(path, "press=discard").location == "/profile/listing")
      #expect(try await browser.get(path).text.contains("PSY0001234567"))
      #expect(try await !browser.get("/profile/listing").text.contains("not saved yet"))
    }
  }

  @Test func `another registration number is not verified until the operator says so`() async throws {
    let fixture = try await SiteFixture()
    let member = try await published(fixture)
    try await fixture.test { client in
      var browser = try await fixture.signedIn(Browser(client), as: member)
      let listing = "/practitioners/\(member.id.text)"
      let form = "name=Dr+Aroha+Ngata&profession=clinical-psychologist&registration="
      #expect(try await browser.get(listing).text.contains("Verified on"))
      #expect(try await !browser.get("/profile/listing").text.contains("not yet verified"))
      _ = try await browser.fill("/profile/listing/profession", form + "PSY0001234567")
      #expect(try await browser.get(listing).text.contains("Verified on"))
      for number in ["PSY0007654321", "PSY0001234567"] {
        _ = try await browser.fill("/profile/listing/profession", form + number)
        #expect(try await browser.get(listing).text.contains("Registration not yet verified"), "\(number)")
      }
      #expect(try await browser.get("/profile/listing").text.contains("not yet verified"))
    }
  }
}
