import Domain
import Foundation
import Testing

@testable import Web

/// What comes back to the site was altered, used before, late, or meant for another browser: one page tells it, nothing is written.
struct ProviderAttackTests {
  private func expectNothing(of page: Browser.Answer, _ comment: Comment) {
    #expect(page.status == 400, comment)
    #expect(page.text.contains("<h1>That did not come through</h1>"), comment)
    #expect(!page.text.contains("name=\"arrival\""), comment)
  }

  @Test func `a callback that this browser did not ask for is none`() async throws {
    try await ProviderFixture.run { fixture in
      var browser = fixture.browser()
      let query = try fixture.provider.signIn(at: try await fixture.begin(&browser))
      let state = try #require(query.firstMatch(of: /state=.+/)?.0)
      var other = fixture.browser()
      _ = try await fixture.begin(&other)
      let wrong = [
        "", "?", "?code=x", query.replacing(state, with: "state="),
        query.replacing(state, with: "state=another"),
        query + "&iss=https%3A%2F%2Faccounts.example",
      ]
      for query in wrong {
        expectNothing(of: try await browser.get("/sign-in/google/callback" + query), "\(query)")
      }
      expectNothing(of: try await other.get("/sign-in/google/callback" + query), "of another browser")
      var none = fixture.browser()
      expectNothing(of: try await none.get("/sign-in/google/callback" + query), "without the cookie")
      #expect(fixture.provider.asked("/token") == 0)
      let own = try await browser.get("/sign-in/google/callback" + query)
      #expect(own.status == 200, "what the browser did begin goes on")
    }
  }

  @Test func `neither a code nor a flow counts twice, also with the cookie put back`() async throws {
    try await ProviderFixture.run { fixture in
      try await fixture.link()
      var browser = fixture.browser()
      let query = try fixture.provider.signIn(at: try await fixture.begin(&browser))
      let flow = browser.cookies
      let page = try await browser.get("/sign-in/google/callback" + query)
      let back = browser.cookies
      #expect(try await fixture.goOn(&browser, from: page).status == 303)
      browser.cookies = flow
      expectNothing(of: try await browser.get("/sign-in/google/callback" + query), "the flow again")
      #expect(fixture.provider.asked("/token") == 1)
      browser.cookies = back
      expectNothing(of: try await fixture.goOn(&browser, from: page), "the button again")
      let state = try #require(query.firstMatch(of: /state=.+/)?.0)
      var third = fixture.browser()
      let fresh = try fixture.provider.signIn(at: try await fixture.begin(&third))
      let freshState = try #require(fresh.firstMatch(of: /state=.+/)?.0)
      expectNothing(
        of: try await third.get("/sign-in/google/callback" + query.replacing(state, with: freshState)),
        "the code in another flow")
    }
  }

  @Test func `a code that was meant for another browser's flow is refused by its challenge`() async throws {
    try await ProviderFixture.run { fixture in
      var victim = fixture.browser()
      var attacker = fixture.browser()
      let stolen = try fixture.provider.signIn(at: try await fixture.begin(&victim))
      let own = try fixture.provider.signIn(at: try await fixture.begin(&attacker))
      let code = try #require(stolen.firstMatch(of: /code=[^&]+/)?.0)
      let ownCode = try #require(own.firstMatch(of: /code=[^&]+/)?.0)
      let page = try await attacker.get("/sign-in/google/callback" + own.replacing(ownCode, with: code))
      expectNothing(of: page, "the stolen code")
      #expect(fixture.log.text.contains("400 invalid_grant"))
    }
  }

  @Test func `ten minutes to come back, five to press`() async throws {
    try await ProviderFixture.run { fixture in
      var browser = fixture.browser()
      let late = try fixture.provider.signIn(at: try await fixture.begin(&browser))
      fixture.site.pass(ProviderFlow.lasts)
      expectNothing(of: try await browser.get("/sign-in/google/callback" + late), "late")
      let page = try await fixture.comeBack(&browser)
      fixture.site.pass(ProviderArrival.lasts)
      expectNothing(of: try await fixture.goOn(&browser, from: page), "pressed late")
    }
  }

  @Test func `the button counts in the browser that came back, and from this site's page`() async throws {
    try await ProviderFixture.run { fixture in
      try await fixture.link()
      var browser = fixture.browser()
      let page = try await fixture.comeBack(&browser)
      let arrival = try #require(hidden("arrival", in: page.text))
      var other = fixture.browser()
      expectNothing(of: try await other.post("/sign-in/google/callback", "arrival=\(arrival)"), "no cookie")
      _ = try await fixture.comeBack(&other)
      expectNothing(of: try await other.post("/sign-in/google/callback", "arrival=\(arrival)"), "another's")
      #expect(
        try await browser.post("/sign-in/google/callback", "arrival=\(arrival)", site: "cross-site").status
          == 403)
      for altered in ["", "1", "2" + arrival.dropFirst(), String(arrival.dropLast(4)), arrival.uppercased()] {
        var copy = browser
        expectNothing(
          of: try await copy.post("/sign-in/google/callback", "arrival=\(altered)"),
          "altered: \(altered.prefix(8))")
      }
      #expect(try await fixture.goOn(&browser, from: page).location == "/listings")
    }
  }

  @Test func `a flow and an arrival are not taken for each other`() async throws {
    try await ProviderFixture.run { fixture in
      var browser = fixture.browser()
      _ = try await fixture.begin(&browser)
      let flow = try #require(browser.cookies["__Host-provider"])
      expectNothing(of: try await browser.post("/sign-in/google/callback", "arrival=\(flow)"), "a flow")
      let page = try await fixture.comeBack(&browser)
      let arrival = try #require(hidden("arrival", in: page.text))
      browser.cookies["__Host-provider"] = arrival
      expectNothing(of: try await browser.get("/sign-in/google/callback?code=x&state=y"), "an arrival")
    }
  }
}
