import Domain
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Signing in` {
  /// The secret of the newest link that was mailed, derived as the message would derive it.
  private func secret(_ fixture: SiteFixture) async throws -> String {
    let entries = try await fixture.store.read { try $0.emails(in: .queued, limit: 50) }
    for entry in entries {
      if case .signInLink(let facts) = entry.email {
        return try #require(
          fixture.keys.secret(
            for: .signInLink, record: facts.link.bytes, generation: facts.generation, keyID: facts.keyID))
      }
    }
    throw CancellationError()
  }

  @Test func `by an emailed link: opening it is not using it, and it works once`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      #expect(try await browser.get("/listings").location == "/sign-in?next=/listings")
      _ = try await browser.post("/sign-in", "email=MEMBER1%40example.com")
      let path = "/sign-in/" + (try await secret(fixture))
      for _ in 0..<5 { #expect(try await browser.get(path).text.contains("Dr Example 1")) }
      #expect(try await browser.post(path, "", site: "cross-site").status == 403)
      let done = try await browser.post(path)
      #expect(done.location == "/listings")
      #expect(browser.cookies["__Host-session"] != nil)
      #expect(try await browser.get("/listings").status == 200)
      #expect(try await browser.post(path).status == 410)
      #expect(try await browser.get(path).status == 410)
    }
  }

  @Test func `says the same of an address it knows and of one it does not`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let known = try await browser.post("/sign-in", "email=member1%40example.com")
      let unknown = try await browser.post("/sign-in", "email=nobody%40example.com")
      #expect(known.text == unknown.text)
      #expect(known.status == unknown.status)
    }
    let found = try await fixture.store.read { try $0.countOfEmails() }
    #expect(found == 3, "the question, the link, and the answer to a stranger")
  }

  @Test func `sends three links in a quarter of an hour and no more`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      for _ in 0..<6 {
        let answer = try await browser.post("/sign-in", "email=member1%40example.com")
        #expect(answer.status == 200)
      }
    }
    let found = try await fixture.store.read { try $0.countOfEmails() }
    #expect(found == 1 + 3)
  }

  @Test func `a link is dead after a quarter of an hour`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in", "email=member1%40example.com")
      let path = "/sign-in/" + (try await secret(fixture))
      fixture.pass(15 * 60)
      #expect(try await browser.post(path).status == 410)
      #expect(browser.cookies["__Host-session"] == nil)
    }
  }

  @Test(arguments: [
    "", "email=", "email=nobody", "email=a%0d%0ab%40example.com", "email=%22%3E%3Cscript%3E%40x",
  ])
  func `a form with no address in it comes back filled in`(body: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.post("/sign-in", body)
      #expect(page.status == 400)
      #expect(page.text.contains("Check the address"))
      #expect(!page.text.contains("<script>"))
      if body == "email=nobody" { #expect(page.text.contains("value=\"nobody\"")) }
    }
  }

  @Test func `signing out needs the form's own token, and ends the session for good`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.post("/sign-in", "email=member1%40example.com")
      _ = try await browser.post("/sign-in/" + (try await secret(fixture)))
      let page = try await browser.get("/listings")
      let token = try #require(hidden("form-token", in: page.text))
      let again = try await browser.get("/listings")
      #expect(hidden("form-token", in: again.text) != token, "masked anew in every page")
      #expect(try await browser.post("/sign-out", "form-token=forged").status == 403)
      #expect(try await browser.post("/sign-out", "form-token=\(token)", site: "cross-site").status == 403)
      let stolen = browser.cookies
      let signedOut = try await browser.post("/sign-out", "form-token=\(token)")
      #expect(signedOut.location == "/")
      #expect(signedOut.headers[try #require(HTTPField.Name("clear-site-data"))] == "\"cache\"")
      browser.cookies = stolen
      #expect(try await browser.get("/listings").location == "/sign-in?next=/listings")
    }
  }
}
