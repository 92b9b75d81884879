import Domain
import Foundation
import ServiceLifecycle
import Testing

@testable import Web

@Suite struct `Sign-in and security` {
  private static let path = "/profile/security"
  private static let change =
    "old-password=\(SiteFixture.sentPassword)&new-password=lorikeets+are+loud+at+dusk"

  @Test func `is a member's own page, and shows what happened`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var browser = Browser(client)
      #expect(try await browser.get(Self.path).location == "/sign-in?next=/profile/security")
      _ = try await browser.signIn()
      let page = try await browser.get(Self.path).text
      for words in ["This one", "Signed in with the password on", "Last used today", "with the password"] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(!page.contains("Sign out everywhere else"), "there is nobody else")
    }
  }

  @Test func `changes a password with the old one, signs everybody else out, and tells the member`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var other = Browser(client)
      _ = try await other.signIn()
      var browser = Browser(client)
      _ = try await browser.signIn()
      #expect(try await browser.post(Self.path + "/password", Self.change).status == 403, "no token")
      let wrong = try await browser.submit(
        Self.path + "/password", "old-password=wrong&new-password=lorikeets+are+loud+at+dusk")
      #expect(wrong.status == 400 && wrong.text.contains("That is not the password that you have now."))
      let easy = try await browser.submit(
        Self.path + "/password", "old-password=\(SiteFixture.sentPassword)&new-password=password1234")
      #expect(easy.status == 400 && easy.text.contains("Choose another password"))
      #expect(try await other.get("/listings").status == 200)
      let done = try await browser.submit(Self.path + "/password", Self.change)
      #expect(done.location == "/profile/security?done=password")
      #expect(try await browser.get(done.location ?? "").text.contains("Your password is set."))
      #expect(try await other.get("/listings").status == 303)
      #expect(try await other.signIn().status == 400)
    }
    #expect(try await fixture.news() == [.passwordChanged])
  }

  @Test func `holds up whoever tries old passwords in an open browser`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.signIn()
      var statuses: [Int] = []
      for number in 0..<12 {
        let answer = try await browser.submit(
          Self.path + "/password", "old-password=wrong\(number)&new-password=lorikeets+are+loud+at+dusk")
        statuses.append(answer.status)
      }
      #expect(statuses == [Int](repeating: 400, count: 10) + [429, 429])
    }
    #expect(try await fixture.news().isEmpty)
  }

  @Test func `sets a first password in a session that was opened just now, and in no other`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      for isFresh in [false, true] {
        _ = try await browser.post("/sign-in", "email=member1%40example.com&choice=link")
        _ = try await browser.post("/sign-in/" + fixture.newestLink().secret)
        let token = try #require(hidden("form-token", in: try await browser.get(Self.path).text))
        fixture.pass(isFresh ? 900 : 901)
        let page = try await browser.get(Self.path).text
        #expect(page.contains("Set the password") == isFresh)
        #expect(page.contains("Sign in once more") != isFresh)
        let answer = try await browser.post(
          Self.path + "/password", "new-password=lorikeets+are+loud+at+dusk&form-token=\(token)")
        #expect(answer.location == (isFresh ? "/profile/security?done=password" : "/profile/security"))
      }
    }
    #expect(try await fixture.news() == [.passwordSet])
  }

  @Test func `signs out one browser or all others, but none of another member`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var browsers = [Browser(client), Browser(client), Browser(client)]
      for index in browsers.indices { _ = try await browsers[index].signIn() }
      let foreign = Session(
        digest: SecretDigest(of: "foreign"), practitioner: try SiteFixture.practitioner(number: 2).id,
        means: .password, openedAt: fixture.site.now())
      try await fixture.add(try SiteFixture.practitioner(number: 2), wait: nil)
      try await fixture.store.perform({ _ in }) { Decision((), changes: [.sessionOpened(foreign)]) }
      _ = try await browsers[0].submit(Self.path + "/sign-out", "session=\(foreign.digest.text)")
      let now = fixture.site.now()
      #expect(try await fixture.store.read { try $0.session(foreign.digest, now: now) } != nil)
      let second = SecretDigest(of: try #require(browsers[1].cookies["__Host-session"]))
      #expect(
        try await browsers[0].submit(Self.path + "/sign-out", "session=\(second.text)").location
          == "/profile/security?done=session")
      #expect(try await browsers[1].get("/listings").status == 303)
      #expect(try await browsers[2].get("/listings").status == 200)
      _ = try await browsers[0].submit(Self.path + "/sign-out-elsewhere", "x=")
      #expect(try await browsers[2].get("/listings").status == 303)
      #expect(try await browsers[0].get("/listings").status == 200)
      for form in ["/sign-out", "/sign-out-elsewhere", "/password"] {
        #expect(try await browsers[0].post(Self.path + form, "session=\(second.text)").status == 403)
      }
    }
  }

  @Test func `a session that is used lasts, up to 180 days; one that is not ends after 30`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var used = Browser(client)
      var unused = Browser(client)
      _ = try await used.signIn()
      _ = try await unused.signIn()
      for day in stride(from: 29, through: 174, by: 29) {
        fixture.pass(29 * 86_400)
        let before = await fixture.store.writeTransactions
        #expect(try await used.get("/listings").status == 200, "day \(day)")
        #expect(await fixture.store.writeTransactions == before, "a GET writes nothing")
        try await fixture.site.putOnRecord()
        #expect(fixture.site.seenSessions.pending.isEmpty)
      }
      #expect(try await unused.get("/listings").status == 303)
      fixture.pass(6 * 86_400)
      #expect(try await used.get("/listings").status == 303, "180 days are over")
    }
  }

  @Test func `what was seen is put on record when the site stops`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.signIn()
      fixture.pass(3_600)
      _ = try await browser.get("/listings")
    }
    let upkeep = SiteUpkeep(site: fixture.site) { _ in throw CancellationError() }
    try await upkeep.run()
    #expect(try await fixture.sessions().first?.seenAt == fixture.site.now().inMilliseconds)
  }

  @Test func `who has no listing yet goes on with it after signing in`() async throws {
    let fixture = try await SiteFixture()
    let member = fixture.member
    try await fixture.setPassword()
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.published(member.id, at: nil)]) }
    try await fixture.test { client in
      var browser = Browser(client)
      let answer = try await browser.signIn()
      #expect(answer.location == "/onboarding")
    }
  }
}
