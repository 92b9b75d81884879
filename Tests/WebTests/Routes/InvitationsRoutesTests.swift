import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Inviting colleagues` {
  @Test func `an invitation goes out, is listed, is sent again and is taken back`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      let sent = try await browser.invitations("email=new%40example.org&note=See+you+at+evil.com+there")
      #expect(sent.status == 303 && sent.location == "/invitations?done=sent")
      let page = try await browser.get("/invitations?done=sent").text
      for words in [
        "The invitation is on its way", "new@example.org", "“See you at there”", "Sent on 30 November 2026",
        "You can send 19 more for now",
      ] { #expect(page.contains(words), "\(words)") }
      let first = try #require(try await fixture.invitationLinks().first)
      let row = try #require(page.firstMatch(of: /invitation-([a-z2-7]{26})/)?.1)
      #expect(
        try await browser.invitations("", at: "/invitations/\(row)/resend").location
          == "/invitations?done=again")
      let links = try await fixture.invitationLinks()
      #expect(links.count == 2)
      var invitee = Browser(client)
      #expect(try await invitee.get(first).status == 410, "the link before")
      #expect(try await invitee.get(try #require(links.last)).status == 200)
      #expect(
        try await browser.invitations("", at: "/invitations/\(row)/revoke").location
          == "/invitations?done=revoked")
      #expect(try await browser.get("/invitations").text.contains("Taken back on 30 November 2026"))
      let revoked = try await invitee.get(try #require(links.last))
      #expect(revoked.status == 410 && revoked.text.contains("was taken back"))
      for verb in ["resend", "revoke"] {
        #expect(try await browser.invitations("", at: "/invitations/\(row)/\(verb)").status == 400)
      }
      #expect(try await fixture.invitationLinks().count == 2)
    }
  }

  @Test func `an address of a member is answered and listed like any other, and the member is told`()
    async throws
  {
    let fixture = try await SiteFixture()
    let known = try SiteFixture.practitioner(number: 2)
    try await fixture.add(known, wait: nil)
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      let unknown = try await browser.invitations("email=unknown%40example.com")
      let member = try await browser.invitations("email=member2%40example.com")
      #expect(unknown.status == member.status && unknown.location == member.location)
      let page = try await browser.get("/invitations").text
      #expect(page.components(separatedBy: "Sent on 30 November 2026. The link works until").count == 3)
    }
    let entries = try await fixture.store.read { try $0.emails(in: .queued, limit: 10) }
    let told = entries.filter { $0.email.kind == .alreadyAMember }
    #expect(told.map(\.recipient) == [.practitioner(known.id)])
    #expect(entries.filter { $0.email.kind == .invitation }.count == 1)
  }

  @Test(arguments: [
    ("email=", "Check the address"), ("email=nobody", "Check the address"),
    ("email=member1%40EXAMPLE.com", "your own address"),
    ("email=a%40example.org&note=" + String(repeating: "x", count: 501), "at most 500"),
  ])
  func `what cannot be sent comes back filled in, and nothing goes out`(body: String, words: String)
    async throws
  {
    let fixture = try await SiteFixture()
    let before = try await fixture.counts()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      let page = try await browser.invitations(body)
      #expect(page.status == 400)
      #expect(page.text.contains(words) && page.text.contains("<title>Error: "))
      if body.contains("nobody") { #expect(page.text.contains("value=\"nobody\"")) }
      if body.contains("xxx") { #expect(page.text.contains(String(repeating: "x", count: 501))) }
    }
    #expect(try await fixture.counts() == before)
  }

  @Test func `twenty may be open, an address is sent three a day, and the page says which it was`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      for number in 1...20 {
        #expect(try await browser.invitations("email=new\(number)%40example.org").status == 303)
      }
      #expect(try await browser.get("/invitations").text.contains("As many are open as may be"))
      #expect(
        try await browser.invitations("email=new21%40example.org").text.contains(
          "As many of your invitations"))
      #expect(try await browser.invitations("email=new1%40example.org").text.contains("already: send that"))
      let page = try await browser.get("/invitations").text
      let row = try #require(page.firstMatch(of: /invitation-([a-z2-7]{26})/)?.1)
      for expected in [303, 303, 400] {
        #expect(try await browser.invitations("", at: "/invitations/\(row)/resend").status == expected)
      }
    }
    let count = try await fixture.store.read { try $0.emails(in: .queued, limit: 100) }
    #expect(count.filter { $0.email.kind == .invitation }.count == 22)
  }

  @Test func `an account that colleagues do not see yet may look, and not invite`() async throws {
    let fixture = try await SiteFixture()
    var newcomer = try SiteFixture.practitioner(number: 7)
    newcomer.publishedAt = nil
    let opened = newcomer
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.accountOpened(opened)]) }
    let before = try await fixture.counts()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client), of: opened)
      let page = try await browser.get("/invitations")
      #expect(
        page.text.contains("as soon as your listing is published") && !page.text.contains("name=\"email\""))
      let token = try #require(hidden("form-token", in: page.text))
      #expect(
        try await browser.post("/invitations", "form-token=\(token)&email=a%40example.org").status == 400)
    }
    #expect(try await fixture.counts() == before)
  }

  @Test func `forms need a session and its token, and others' invitations are nobody's business`()
    async throws
  {
    let fixture = try await SiteFixture()
    let other = try SiteFixture.practitioner(number: 2)
    try await fixture.add(other, wait: nil)
    try await fixture.test { client in
      var stranger = Browser(client)
      for path in ["/invitations", "/invitations/x/resend", "/invitations/x/revoke"] {
        #expect(try await stranger.post(path, "email=a%40example.org").location == "/sign-in")
      }
      #expect(try await stranger.get("/invitations").location?.hasPrefix("/sign-in") == true)
      var browser = try await fixture.browser(Browser(client))
      #expect(try await browser.post("/invitations", "email=a%40example.org").status == 403)
      #expect(try await browser.post("/invitations", "form-token=forged&email=a%40example.org").status == 403)
      let token = try #require(hidden("form-token", in: try await browser.get("/invitations").text))
      #expect(
        try await browser.post(
          "/invitations", "form-token=\(token)&email=a%40example.org", site: "cross-site"
        ).status
          == 403)
      #expect(try await browser.invitations("email=new%40example.org").status == 303)
      let row = try #require(
        try await browser.get("/invitations").text.firstMatch(of: /invitation-([a-z2-7]{26})/)?.1)
      var colleague = try await fixture.browser(Browser(client), of: other)
      for verb in ["resend", "revoke"] {
        let theirs = try await colleague.invitations("", at: "/invitations/\(row)/\(verb)")
        let none = try await colleague.invitations("", at: "/invitations/aaaaaaaaaaaaaaaaaaaaaaaaaa/\(verb)")
        #expect(theirs.status == 404)
        #expect(theirs.text.count == none.text.count)
      }
      #expect(!(try await colleague.get("/invitations").text.contains("new@example.org")))
    }
    #expect(try await fixture.invitationLinks().count == 1)
  }

  @Test func `who joined is told, with their listing once it is published`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      _ = try await browser.invitations("email=new%40example.org")
      var invitee = Browser(client)
      _ = try await invitee.post(try #require(try await fixture.invitationLinks().first), "name=Dr+New")
      let before = try await browser.get("/invitations").text
      #expect(before.contains("Joined on 30 November 2026") && !before.contains("See the listing"))
      let joined = try #require(
        try await fixture.store.read { try $0.practitioner(at: EmailAddress("new@example.org")) })
      let now = fixture.site.now()
      let profile = Profile(profession: "psychologist", registrationNumber: "PSY0000000002")
      try await fixture.store.perform({ _ in }) {
        Decision((), changes: [.profileSaved(joined.id, profile), .published(joined.id, at: now)])
      }
      let after = try await browser.get("/invitations").text
      #expect(after.contains("See the listing of Dr New"))
      #expect(after.contains("/practitioners/\(joined.id.text)"))
    }
  }
}
