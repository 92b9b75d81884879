import Foundation
import Testing

@testable import Web

struct ListeningTests {
  private let loopback = Listener(.host("127.0.0.1", port: 0))

  @Test func `serves on a port that the system chose`() async throws {
    try await ServerUnderTest.at(loopback) { server in
      #expect(server.port > 0)
      let answer = try await TestConnection.port(server.port).get("/word")
      #expect(answer.status == 200 && answer.body == "word")
    }
  }

  @Test func `a port in use is refused in one line, and its owner goes on`() async throws {
    try await ServerUnderTest.at(loopback) { first in
      let place = Listener.Place.host("127.0.0.1", port: first.port)
      let refused = ListenerError.portInUse(host: "127.0.0.1", port: first.port)
      await #expect(throws: refused) { try await ServerUnderTest.at(Listener(place)) { _ in } }
      #expect("\(refused)" == "port \(first.port) of 127.0.0.1 is in use by another program")
      let answer = try await TestConnection.port(first.port).get("/word")
      #expect(answer.status == 200)
    }
  }

  /// 192.0.2.0/24 is for documentation (RFC 5737): no machine has it.
  @Test func `an address of another machine is refused in words`() async throws {
    let place = Listener.Place.host("192.0.2.1", port: 80)
    let refused = ListenerError.refused(place, EADDRNOTAVAIL)
    await #expect(throws: refused) { try await ServerUnderTest.at(Listener(place)) { _ in } }
    #expect("\(refused)" == "cannot listen on port 80 of 192.0.2.1: Cannot assign requested address")
  }

  @Test func `every answer is dated, also when a route fails, and the connection goes on`() async throws {
    try await ServerUnderTest.at(loopback) { server in
      let connection = try await TestConnection.port(server.port)
      for (path, status) in [("/word", 200), ("/broken", 500), ("/missing", 404), ("/word", 200)] {
        let answer = try await connection.get(path)
        #expect(answer.status == status)
        #expect(answer.fields["date"]?.hasSuffix(" GMT") == true)
      }
    }
  }

  @Test func `who has ended asking is still answered`() async throws {
    try await ServerUnderTest.at(loopback) { server in
      let connection = try await TestConnection.port(server.port)
      try await connection.send("GET /word HTTP/1.1\r\nhost: test\r\n\r\n")
      try await connection.endAsking()
      #expect(try await connection.answer().body == "word")
    }
  }

  @Test(arguments: [
    (fields: 98, size: 1, status: 200), (fields: 101, size: 1, status: 400),
    (fields: 1, size: 8_000, status: 200), (fields: 1, size: 8_200, status: 400),
    (fields: 2, size: 7_900, status: 200), (fields: 3, size: 7_900, status: 400),
  ])
  func `headers are bounded in number, length and sum`(fields: Int, size: Int, status: Int) async throws {
    try await ServerUnderTest.at(loopback) { server in
      let written = (0..<fields).map { "x-\($0): \(String(repeating: "a", count: size))\r\n" }.joined()
      let answer = try await TestConnection.port(server.port).get("/word", fields: written)
      #expect(answer.status == status)
    }
  }

  @Test func `a router of any context is served: the site's, on a Unix socket`() async throws {
    let folder = try ScratchFolder()
    let site = try await SiteFixture().site
    let place = Listener.Place.path(folder.file("site"), mode: 0o600)
    try await ServerUnderTest.running(site.router(), at: Listener(place)) { server in
      let answer = try await TestConnection.path(folder.file("site")).get("/")
      #expect(answer.status == 200 && answer.body.contains("Help Link Private"))
    }
  }
}
