import Domain
import Foundation
import Fuzzing
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Web

/// What browsers, mail programs and others post, changed at random, through the real routes.
@Suite(.timeLimit(.minutes(60)))
struct FormFuzzTests {
  struct Wrong: Error { let what: String }

  @Test
  func `no posted body is too much for a route, and the member's wait is what they said or what it was`()
    async throws
  {
    let fixture = try await SiteFixture()
    let paths = [
      fixture.link(.now), fixture.link(.closed) + "/undo", fixture.link(.now) + "/away", "/sign-in",
      "/sign-out",
      "/u/"
        + fixture.keys.seal(
          LinkToken(
            .unsubscribe, subject: fixture.member.id, choice: EmailStream.rounds.code,
            expiresAt: SiteFixture.start + 86_400)),
    ]
    let corpus = [
      "waiting-period=2-weeks", "waiting-period=now&confirming=yes&result=abc", "email=member1%40example.com",
      "until=2027-01-14&result=x", "List-Unsubscribe=One-Click", "form-token=1.abc", "choice=resume",
      "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n",
    ]
    let types = [
      "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "multipart/form-data",
    ]
    try await fixture.test { client in
      try await Fuzz.run("form bodies", corpus: corpus, count: 1_000) { body in
        let number = body.utf8.reduce(0) { $0 &+ Int($1) }
        let answer = try await client.executeRequest(
          uri: paths[number % paths.count], method: .post,
          headers: [.contentType: types[number % types.count]], body: ByteBuffer(string: body))
        guard answer.status.code < 500 else {
          throw Wrong(what: "\(answer.status) at \(paths[number % paths.count])")
        }
      }
    }
    let wait = try await fixture.wait()
    #expect(wait == SiteFixture.before || wait?.means == .email)
  }

  @Test func `no altered link is a way in`() async throws {
    let fixture = try await SiteFixture()
    let genuine = WaitingPeriod.allCases.map { fixture.link($0) }
    let before = await fixture.store.writeTransactions
    try await fixture.test { client in
      try await Fuzz.run("paths", corpus: genuine, count: 1_000) { path in
        // The router passes over empty parts of a path: a genuine link with a slash too many is that link.
        guard !genuine.contains("/" + path.split(separator: "/").joined(separator: "/")) else { return }
        let allowed = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "/-._~"))
        guard let uri = path.addingPercentEncoding(withAllowedCharacters: allowed), uri.hasPrefix("/") else {
          return
        }
        let answer = try await client.executeRequest(
          uri: uri, method: .post, headers: [.contentType: "application/x-www-form-urlencoded"],
          body: ByteBuffer(string: "waiting-period=now"))
        guard [400, 403, 404, 405, 410, 413].contains(answer.status.code) else {
          // A path that a genuine one is a part of leads where that leads.
          guard genuine.contains(where: { uri.hasPrefix($0) }) else { throw Wrong(what: "\(answer.status)") }
          return
        }
      }
    }
    #expect(await fixture.store.writeTransactions == before)
    #expect(try await fixture.wait() == SiteFixture.before)
  }
}
