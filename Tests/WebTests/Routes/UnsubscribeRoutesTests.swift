import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Store
@testable import Web

@Suite struct `Fewer emails, or none` {
  private static func path(_ stream: EmailStream, _ fixture: SiteFixture) -> String {
    let token = LinkToken(
      .unsubscribe, subject: fixture.member.id, choice: stream.code,
      expiresAt: SiteFixture.start + 86_400)
    return "/u/" + fixture.keys.seal(token)
  }

  private static func member(_ fixture: SiteFixture) async throws -> Practitioner {
    let id = fixture.member.id
    return try #require(try await fixture.store.read { try $0.practitioner(id) })
  }

  /// A body as a mail program posts it, with its type.
  struct Post: Sendable, CustomTestStringConvertible {
    let name: String
    let type: String?
    let body: String
    var testDescription: String { name }
  }

  private static let boundary = "000000000000d5f1c0062b1c2a3b"

  /// Gmail and Yahoo post urlencoded or multipart, without a cookie and from elsewhere (RFC 8058, section 3.2).
  static let oneClicks = [
    Post(
      name: "Gmail", type: "application/x-www-form-urlencoded", body: "List-Unsubscribe=One-Click"),
    Post(
      name: "with a charset", type: "application/x-www-form-urlencoded; charset=UTF-8",
      body: "List-Unsubscribe=One-Click"),
    Post(
      name: "Yahoo", type: "multipart/form-data; boundary=\(boundary)",
      body: "--\(boundary)\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n"
        + "--\(boundary)--\r\n"),
    Post(
      name: "multipart, quoted, with types and a preamble",
      type: "multipart/form-data; charset=utf-8; boundary=\"\(boundary)\"",
      body: "This is a message of parts.\r\n--\(boundary)\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "content-disposition: form-data; name=List-Unsubscribe\r\n\r\nOne-Click\r\n--\(boundary)--"),
    Post(name: "without a type", type: nil, body: "List-Unsubscribe=One-Click"),
  ]

  private static func post(_ post: Post, to path: String, _ client: any TestClientProtocol) async throws -> (
    status: Int, location: String?, cookies: Int
  ) {
    var headers: HTTPFields = [:]
    if let type = post.type { headers[.contentType] = type }
    let answer = try await client.executeRequest(
      uri: path, method: .post, headers: headers, body: ByteBuffer(string: post.body))
    return (answer.status.code, answer.headers[.location], answer.headers[values: .setCookie].count)
  }

  @Test(arguments: oneClicks, [EmailStream.rounds, .digests])
  func `one click of a mail program stops its own stream, at once, twice the same`(
    click: Post, stream: EmailStream
  ) async throws {
    let fixture = try await SiteFixture()
    let path = Self.path(stream, fixture)
    try await fixture.test { client in
      for _ in 0..<3 {
        let answer = try await Self.post(click, to: path, client)
        #expect(answer.status == 200 && answer.location == nil && answer.cookies == 0)
        #expect(try await Self.member(fixture).stoppedStreams == [stream])
      }
      #expect(try await Self.member(fixture).preferences == EmailPreferences())
    }
  }

  static let garbage = [
    "", "=", "&&&", "List-Unsubscribe", "List-Unsubscribe=one-click", "List-Unsubscribe=", "choice=",
    "choice=daily", "choice=quarterly%00", "choice=Stop", "stop", "{\"choice\":\"stop\"}",
    "--\(boundary)\r\n\r\nList-Unsubscribe=One-Click", "Xist-Unsubscribe=One-Click", "%FF%FE=%",
    String(repeating: "choice=x&", count: 5_000),
  ]

  @Test(arguments: garbage)
  func `a body that nobody who means it would send changes nothing, and is asked`(body: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      let before = await fixture.store.writeTransactions
      for type in [
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=\(Self.boundary)", "text/plain",
      ] {
        let post = Post(name: "", type: type, body: body)
        let answer = try await Self.post(post, to: Self.path(.digests, fixture), client)
        #expect(answer.status == 400, "\(type)")
      }
      #expect(await fixture.store.writeTransactions == before)
      #expect(try await Self.member(fixture).stoppedStreams == [])
    }
  }

  @Test func `fewer come before none, each is undone from its own page, and no other stream is touched`()
    async throws
  {
    let fixture = try await SiteFixture()
    let path = Self.path(.digests, fixture)
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.get(path).text
      let offered = page.matches(of: /name="choice" value="([a-z]+)"/).map { String($0.1) }
      #expect(offered == ["fortnightly", "monthly", "stop"])
      let fewer = try await browser.post(path, "choice=monthly", site: "cross-site")
      #expect(fewer.status == 200 && fewer.text.contains("once a month"))
      #expect(try await Self.member(fixture).preferences.digests == .monthly)
      let undo = fewer.text.matches(of: /name="choice" value="([a-z]+)"/).map { String($0.1) }
      #expect(undo == ["weekly", "stop"])
      #expect(try await browser.post(path, "choice=weekly").status == 200)
      #expect(try await Self.member(fixture).preferences == EmailPreferences())
      let stopped = try await browser.post(path, "choice=stop")
      #expect(stopped.text.contains("value=\"resume\""))
      #expect(try await Self.member(fixture).stoppedStreams == [.digests])
      #expect(try await browser.get(path).text.contains("value=\"resume\""))
      #expect(try await browser.post(path, "choice=resume").status == 200)
      #expect(try await Self.member(fixture).stoppedStreams == [])
    }
  }

  @Test func `the question about the wait is asked every three months, if that is enough`() async throws {
    let fixture = try await SiteFixture()
    let path = Self.path(.rounds, fixture)
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.get(path).text
      let offered = page.matches(of: /name="choice" value="([a-z]+)"/).map { String($0.1) }
      #expect(offered == ["quarterly", "stop"])
      #expect(try await browser.post(path, "choice=weekly").status == 400)
      #expect(try await browser.post(path, "choice=quarterly").status == 200)
      #expect(try await Self.member(fixture).preferences.rounds == .quarterly)
      #expect(try await Self.member(fixture).preferences.digests == .weekly)
    }
  }

  @Test func `no link stops what answers something a person did`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let path = Self.path(.transactional, fixture)
      let page = try await browser.get(path)
      #expect(page.status == 404)
      let before = await fixture.store.writeTransactions
      let answer = try await browser.post(path, "List-Unsubscribe=One-Click")
      #expect(answer.status == 404)
      #expect(await fixture.store.writeTransactions == before)
    }
  }
}
