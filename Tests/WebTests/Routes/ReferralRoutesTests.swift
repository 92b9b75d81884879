import Domain
import Foundation
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `A referral` {
  private func withColleagues(
    _ work: @escaping @Sendable (SiteFixture, any TestClientProtocol) async throws -> Void
  ) async throws {
    let fixture = try await SiteFixture()
    try await fixture.addColleagues(2...6)
    try await fixture.test { try await work(fixture, $0) }
  }

  @Test func `begins at a listing or with up to three of the list, without any script`() async throws {
    try await withColleagues { fixture, client in
      var browser = try await fixture.browser(client, of: 1)
      let listing = try await browser.get("/practitioners/\(SiteFixture.id(2))").text
      #expect(try listing.contains("href=\"/referrals/new?to=\(SiteFixture.id(2))\""))
      let own = try await browser.get("/practitioners/\(SiteFixture.id(1))").text
      #expect(!own.contains("/referrals/new"))
      let list = try await browser.get("/listings").text
      #expect(list.contains("<form method=\"get\" action=\"/referrals/new\">"))
      #expect(list.matches(of: #/name="to"/#).count == 5, "everybody but oneself")
      let one = try await browser.get("/referrals/new?to=\(SiteFixture.id(2))").text
      #expect(one.contains("Dr Example 2 · Within a month"))
      #expect(one.contains("Keep it free of identifying detail"))
      let four = try (2...5).map { "to=\(try SiteFixture.id($0))" }.joined(separator: "&")
      let many = try await browser.get("/referrals/new?\(four)").text
      #expect(many.contains("Choose at most 3 colleagues"))
      #expect(many.matches(of: #/name="to"[^>]* checked/#).count == 3)
      #expect(try await browser.get("/referrals/new").text.contains("First choose whom to ask"))
    }
  }

  @Test func `asks each by an email, and its page tells its referrer and those asked alone`() async throws {
    try await withColleagues { fixture, client in
      let path = try await fixture.refer(client, to: [2, 3])
      for number in 2...3 {
        #expect(
          try await fixture.kinds(to: number).sorted { $0.rawValue < $1.rawValue } == [
            .referral, .referralReminder,
          ])
      }
      for number in 1...3 {
        var browser = try await fixture.browser(client, of: number)
        let page = try await browser.get(path)
        #expect(page.status == 200)
        for words in [
          "PTSD", "Broken Hill NSW 2880", "Within 4 weeks", "Adult (26–64)", "A wombat &lt;b&gt;",
        ] {
          #expect(page.text.contains(words), "\(number) sees \(words)")
        }
        #expect(page.text.contains("Is it settled?") == (number == 1))
        #expect(page.text.contains("Waits for your answer.") == (number != 1))
      }
      var other = try await fixture.browser(client, of: 4)
      #expect(try await other.get(path).status == 404)
      for act in ["answer", "undo", "close"] {
        let answer = try await other.submit("\(path)/\(act)", "answer=no&choice=placed", from: "/listings")
        #expect(answer.status == 404, "\(act)")
      }
      var stranger = Browser(client)
      #expect(try await stranger.get(path).location?.hasPrefix("/sign-in?next=") == true)
      #expect(try await other.get("/referrals/\(SiteFixture.id(9))").status == 404)
    }
  }

  @Test func `comes back filled in, with every problem, and is made once however often it is sent`()
    async throws
  {
    try await withColleagues { fixture, client in
      var browser = try await fixture.browser(client, of: 1)
      let two = try SiteFixture.id(2)
      let empty = try await browser.submit(
        "/referrals", "to=\(two)&offered=\(two)&note=What+I+typed", from: "/referrals/new?to=\(two)")
      #expect(empty.status == 400)
      for words in [
        "Choose an age group", "Choose at least one area", "Choose at least one way to meet",
        "Choose how soon",
        "What I typed", "Error: Refer someone",
      ] { #expect(empty.text.contains(words), "\(words)") }
      let nobody = try await browser.submit(
        "/referrals", SiteFixture.referral + "&offered=\(two)", from: "/referrals/new?to=\(two)")
      #expect(nobody.text.contains("Choose at least one colleague") && nobody.text.contains("Dr Example 2"))
      let oneself = try await browser.submit(
        "/referrals", SiteFixture.referral + "&to=\(try SiteFixture.id(1))", from: "/referrals/new?to=\(two)")
      #expect(oneself.text.contains("You cannot refer to yourself"))
      #expect(try await fixture.kinds(to: 2).isEmpty)
      let page = try await browser.get("/referrals/new?to=\(two)").text
      let id = try #require(hidden("id", in: page))
      let body = SiteFixture.referral + "&to=\(two)&id=\(id)"
      for _ in 0..<2 {
        let made = try await browser.submit("/referrals", body, from: "/referrals/new?to=\(two)")
        #expect(made.location == "/referrals/\(id)?done=asked")
      }
      #expect(try await fixture.kinds(to: 2).count == 2)
    }
  }

  @Test func `needs its form's token, and a listing that colleagues see`() async throws {
    try await withColleagues { fixture, client in
      var browser = try await fixture.browser(client, of: 1)
      let body = SiteFixture.referral + "&to=\(try SiteFixture.id(2))"
      #expect(try await browser.post("/referrals", body + "&form-token=1.forged").status == 403)
      let one = try SiteFixture.id(1)
      try await fixture.store.perform({ _ in }) { Decision((), changes: [.published(one, at: nil)]) }
      #expect(!(try await browser.get("/listings").text.contains("/referrals/new")))
      #expect(try await browser.get("/referrals").text.contains("as soon as your listing is published"))
      let refused = try await browser.submit("/referrals", body, from: "/listings")
      #expect(refused.text.contains("as soon as your listing is published"))
      #expect(try await fixture.kinds(to: 2).isEmpty)
    }
  }

  @Test func `is answered on the site, changed and taken back, and its referrer sees each`() async throws {
    try await withColleagues { fixture, client in
      let path = try await fixture.refer(client, to: [2])
      var (referrer, asked) = (
        try await fixture.browser(client, of: 1), try await fixture.browser(client, of: 2)
      )
      let steps = [
        ("answer=yes-3-months", "Yes, within 3 months", WaitingPeriod.oneMonth),
        ("answer=full", "I&#39;m full", .closed),
        ("answer=full&listing=6-months", "I&#39;m full", .sixMonths),
        ("answer=no", "Not now", .oneMonth), ("answer=yes", "Yes, have them call me", .oneMonth),
      ]
      for (body, words, wait) in steps {
        fixture.pass(1)
        #expect(try await asked.submit("\(path)/answer", body, from: path).location == path)
        #expect(try await asked.get(path).text.contains("Your answer: \(words)"))
        for page in [path, "/referrals"] { #expect(try await referrer.get(page).text.contains(words)) }
        #expect(try await fixture.wait(of: 2) == wait, "\(body)")
      }
      #expect(try await fixture.kinds(to: 1).filter { $0 == .referralYes }.count == 2)
      _ = try await asked.submit("\(path)/undo", "", from: path)
      #expect(try await asked.get(path).text.contains("Waits for your answer."))
      #expect(try await asked.submit("\(path)/answer", "answer=perhaps", from: path).status == 400)
    }
  }

  @Test func `says after 72 hours that there is no answer yet, and after 14 days that there is none`()
    async throws
  {
    try await withColleagues { fixture, client in
      let path = try await fixture.refer(client, to: [2])
      for (seconds, words) in [
        (0.0, "Waits for an answer"), (259_200, "No answer yet"), (950_400, "No answer"),
      ] {
        fixture.pass(seconds)
        var referrer = try await fixture.browser(client, of: 1)
        #expect(try await referrer.get(path).text.contains("<strong>\(words)</strong>"))
        #expect(try await referrer.get("/referrals").text.contains("Dr Example 2: \(words)<"))
      }
      var asked = try await fixture.browser(client, of: 2)
      let late = try await asked.get(path).text
      #expect(late.contains("The time for an answer is over"))
      #expect(!late.contains("name=\"answer\""))
    }
  }

  @Test(arguments: [("placed", "Somebody takes them"), ("withdrawn", "The referral was withdrawn")])
  func `is closed once, and whoever has not answered is told`(choice: String, words: String) async throws {
    try await withColleagues { fixture, client in
      let path = try await fixture.refer(client, to: [2, 3])
      var (referrer, asked) = (
        try await fixture.browser(client, of: 1), try await fixture.browser(client, of: 2)
      )
      var silent = try await fixture.browser(client, of: 3)
      _ = try await asked.submit("\(path)/answer", "answer=no", from: path)
      #expect(try await referrer.submit("\(path)/close", "choice=later", from: path).status == 400)
      for close in [choice, "withdrawn"] {
        #expect(
          try await referrer.submit("\(path)/close", "choice=\(close)", from: "/listings").location == path)
      }
      #expect(try await referrer.get(path).text.contains(choice == "placed" ? "Placed on" : "Withdrawn on"))
      #expect(!(try await fixture.kinds(to: 2).contains(.referralClosed)))
      #expect(try await fixture.kinds(to: 3).filter { $0 == .referralClosed }.count == 1)
      for browser in [asked, silent] {
        var browser = browser
        #expect(try await browser.get(path).text.contains(words))
      }
      _ = try await silent.submit("\(path)/answer", "answer=yes", from: "/listings")
      #expect(!(try await fixture.kinds(to: 1).contains(.referralYes)))
    }
  }

  @Test func `is shown to nobody while its referrer takes no part, and shows nobody who takes none`()
    async throws
  {
    try await withColleagues { fixture, client in
      let path = try await fixture.refer(client, to: [2, 3])
      let (one, two) = (try SiteFixture.id(1), try SiteFixture.id(2))
      try await fixture.store.perform({ _ in }) { Decision((), changes: [.standingSet(two, .suspended)]) }
      var referrer = try await fixture.browser(client, of: 1)
      let page = try await referrer.get(path).text
      #expect(!page.contains("Dr Example 2") && page.contains("Dr Example 3"))
      try await fixture.store.perform({ _ in }) { Decision((), changes: [.standingSet(one, .suspended)]) }
      var asked = try await fixture.browser(client, of: 3)
      #expect(try await asked.get(path).status == 404)
      #expect(try await asked.get("/referrals").text.contains("Nobody has asked you yet."))
    }
  }

  @Test func `can be made so many times a day`() async throws {
    try await withColleagues { fixture, client in
      for _ in 0..<ReferralDecision.mostADay { _ = try await fixture.refer(client, to: [2]) }
      var browser = try await fixture.browser(client, of: 1)
      let two = try SiteFixture.id(2)
      let refused = try await browser.submit(
        "/referrals", SiteFixture.referral + "&to=\(two)", from: "/referrals/new?to=\(two)")
      #expect(refused.status == 400 && refused.text.contains("the next can be made tomorrow"))
    }
  }

  @Test func `is where a link of an email leads, signed in or not`() async throws {
    try await withColleagues { fixture, client in
      let path = try await fixture.refer(client, to: [2])
      let link = "/sign-in?next=\(path)"
      var (stranger, referrer) = (Browser(client), try await fixture.browser(client, of: 1))
      #expect(try await stranger.get(link).status == 200)
      #expect(try await referrer.get(link).location == path)
    }
  }
}
