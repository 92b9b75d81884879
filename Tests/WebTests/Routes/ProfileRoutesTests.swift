import Domain
import Foundation
import Testing

@testable import Store
@testable import Web

@Suite struct `A member's own things` {
  /// A browser that the fixture's member is signed in with.
  private func signedIn(_ fixture: SiteFixture, _ browser: inout Browser) async throws {
    let new = NewSession()
    let session = Session(
      digest: new.digest, practitioner: fixture.member.id, means: .emailLink, openedAt: SiteFixture.start)
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.sessionOpened(session)]) }
    browser.cookies["__Host-session"] = new.secret
  }

  private func stand(_ fixture: SiteFixture, _ standing: Practitioner.Standing) async throws {
    let id = fixture.member.id
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.standingSet(id, standing)]) }
  }

  @Test(arguments: ["/profile", "/profile/emails", "/profile/export"])
  func `is for whoever is signed in`(path: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      #expect(try await browser.get(path).location?.hasPrefix("/sign-in") == true)
      try await signedIn(fixture, &browser)
      let before = await fixture.store.writeTransactions
      #expect(try await browser.get(path).status == 200)
      #expect(await fixture.store.writeTransactions == before)
      try await stand(fixture, .suspended)
      #expect(try await browser.get(path).location?.hasPrefix("/sign-in") == true)
    }
  }

  @Test func `every link of the profile leads somewhere`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      try await signedIn(fixture, &browser)
      let page = try await browser.get("/profile").text
      #expect(page.contains("Dr Example 1") && page.contains("member1@example.com"))
      let links = page.matches(of: /href="(\/[a-z\/-]*)"/).map { String($0.1) }
      #expect(links.contains("/profile/emails") && links.contains("/privacy") && links.contains("/help"))
      for link in Set(links) { #expect(try await browser.get(link).status == 200, "\(link)") }
    }
  }

  @Test func `the monthly email is stopped and wanted again, the same record as in its own link`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      try await signedIn(fixture, &browser)
      for (choice, stopped) in [
        ("never", [EmailStream.rounds]), ("never", [.rounds]), ("monthly", []), ("", []), ("often", []),
      ] {
        let token = try #require(hidden("form-token", in: try await browser.get("/profile/emails").text))
        let page = try await browser.press("/profile/emails", "form-token=\(token)&rounds=\(choice)")
        #expect(page.text.contains("Saved.") == ["never", "monthly"].contains(choice))
        let id = fixture.member.id
        let member = try await fixture.store.read { try $0.practitioner(id) }
        #expect(member?.stoppedStreams == Set(stopped))
      }
    }
  }

  @Test func `how often digests come, on which day and when, is chosen and shown again`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      try await signedIn(fixture, &browser)
      func save(_ fields: String) async throws -> (page: String, member: Practitioner) {
        let token = try #require(hidden("form-token", in: try await browser.get("/profile/emails").text))
        let page = try await browser.press("/profile/emails", "form-token=\(token)&\(fields)").text
        let id = fixture.member.id
        return (page, try #require(try await fixture.store.read { try $0.practitioner(id) }))
      }
      let chosen = try await save("rounds=quarterly&digests=fortnightly&digest-day=4&digest-hour=17")
      #expect(
        chosen.member.preferences
          == EmailPreferences(rounds: .quarterly, digests: .fortnightly, digestDay: .friday, digestHour: 17))
      #expect(chosen.page.contains("value=\"fortnightly\" checked") && chosen.page.contains("Friday"))
      #expect(chosen.page.contains("<option value=\"17\" selected>5 pm</option>"))
      let off = try await save("digests=never&digest-day=4&digest-hour=17")
      #expect(off.member.stoppedStreams == [.digests] && off.member.preferences == chosen.member.preferences)
      #expect(off.page.contains("value=\"never\" checked"))
      let again = try await save("digests=weekly&digest-day=9&digest-hour=3")
      #expect(again.member.stoppedStreams == [] && again.member.preferences.digests == .weekly)
      #expect(again.member.preferences.digestDay == .friday && again.member.preferences.digestHour == 17)
    }
  }

  @Test(arguments: ["/profile/emails", "/profile/export"])
  func `another site's form, and one without its token, changes nothing`(path: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      #expect(try await browser.post(path, "rounds=never").location == "/sign-in")
      try await signedIn(fixture, &browser)
      let token = try #require(hidden("form-token", in: try await browser.get(path).text))
      let before = await fixture.store.writeTransactions
      #expect(
        try await browser.post(path, "form-token=\(token)&rounds=never", site: "cross-site").status == 403)
      #expect(try await browser.post(path, "rounds=never").status == 403)
      #expect(await fixture.store.writeTransactions == before)
    }
  }

  @Test func `the export is one file of what is held, and the trail says that it was taken`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      try await signedIn(fixture, &browser)
      let token = try #require(hidden("form-token", in: try await browser.get("/profile/export").text))
      let answer = try await browser.post("/profile/export", "form-token=\(token)")
      #expect(answer.status == 200)
      #expect(answer.headers[.contentDisposition] == "attachment; filename=\"my-data.json\"")
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .iso8601
      let export = try decoder.decode(MemberExport.self, from: Data(answer.text.utf8))
      #expect(export.account.email == "member1@example.com")
      #expect(export.listing?.profile.registrationNumber == "PSY0000000001")
      #expect(export.emails.map(\.kind) == ["waiting-period"])
      #expect(export.sessions.count == 1 && export.waitHistory.count == 1)
      let id = fixture.member.id
      let trail = try await fixture.store.read { try $0.trail(of: id, limit: 9) }
      #expect(trail.map(\.kind) == [.exported])
    }
  }

  @Test(arguments: [("/privacy", "Privacy Act 1988"), ("/privacy", "oaic.gov.au"), ("/help", "13 11 14")])
  func `plain words name the operator, and are for everybody`(path: String, words: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.get(path)
      #expect(page.status == 200)
      #expect(page.text.contains(words))
      #expect(page.text.contains("Example Pty Ltd") && page.text.contains("mailto:help@network.example"))
    }
  }
}
