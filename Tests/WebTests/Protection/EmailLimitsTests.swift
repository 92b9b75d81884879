import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Asking for email` {
  private static func ask(_ browser: inout Browser, _ number: Int) async throws -> Browser.Answer {
    try await browser.post("/sign-in", "email=somebody\(number)%40example.com")
  }

  @Test func `is refused after sixty at once from one network, honestly and with the form filled in`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      for number in 0..<60 { #expect(try await Self.ask(&browser, number).status == 200) }
      let refused = try await Self.ask(&browser, 99)
      #expect(refused.status == 429)
      #expect(refused.text.contains("value=\"somebody99@example.com\""))
      #expect(
        refused.text.contains("Too many links were asked for from your network. Try again in a minute."))
      #expect(refused.headers[.retryAfter] == "10")
      fixture.pass(10)
      #expect(try await Self.ask(&browser, 99).status == 200)
    }
  }

  @Test func `of pages that carry a token is never refused`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      for number in 0..<61 { _ = try await Self.ask(&browser, number) }
      let path = fixture.link(.now)
      #expect(try await browser.get(path).status == 200)
      #expect(try await browser.post(path, "waiting-period=now").status == 303)
    }
  }

  @Test func `often for one address looks as ever, known or not, and floods nobody`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      var texts: Set<String> = []
      for address in ["member1%40example.com", "nobody%40example.com"] {
        for _ in 0..<12 {
          let answer = try await browser.post("/sign-in", "email=\(address)")
          #expect(answer.status == 200)
          texts.insert(answer.text)
        }
      }
      #expect(texts.count == 1)
    }
    let emails = try await fixture.store.read { try $0.countOfEmails() }
    #expect(emails == 1 + 3 + 1, "the question, three links, and the answer to a stranger")
  }
}
