import Synchronization
import Testing

@testable import Web

/// A request that never comes where the test waits for it would be waited for until the limit.
@Suite(.timeLimit(.minutes(5)))
struct StoppingTests {
  enum Kind: CaseIterable { case plain, secure, unix }

  @Test(arguments: Kind.allCases)
  func `a request in hand is finished, idle connections end, nobody new is let in`(kind: Kind)
    async throws
  {
    let folder = try ScratchFolder()
    try await ServerUnderTest.at(try listener(kind, folder)) { server in
      let (idle, slow) = (try await connect(kind, server, folder), try await connect(kind, server, folder))
      _ = try await idle.get("/word")
      _ = try await slow.get("/word")
      async let answer = slow.get("/slow")
      await server.gate.isReached()
      await server.stop()
      #expect(await idle.rest() == "")
      await #expect(throws: (any Error).self) { try await connect(kind, server, folder).get("/word") }
      server.gate.open()
      #expect(try await answer.body == "slow")
      #expect(await slow.rest() == "")
    }
  }

  /// Clients and routes that would hold a stop for ever.
  private static let endless = [
    (
      what: "a request that is not asked to its end", head: "POST /echo HTTP/1.1\r\ncontent-length: 9",
      reads: true
    ),
    (what: "a route that waits", head: "GET /slow HTTP/1.1", reads: true),
    (what: "an answer without end", head: "GET /endless HTTP/1.1", reads: true),
    (what: "an answer that is not read", head: "GET /endless HTTP/1.1", reads: false),
  ]

  @Test(arguments: endless)
  func `what has no end is ended after the patience`(what: String, head: String, reads: Bool) async throws {
    let connection = Mutex<TestConnection?>(nil)
    try await ServerUnderTest.at(Listener(.host("127.0.0.1", port: 0)), patience: .zero) { server in
      let client = try await TestConnection.port(server.port, reads: reads)
      try await client.send(head + "\r\nhost: test\r\n\r\nhalf")
      await server.gate.isReached()
      connection.withLock { $0 = client }
    }
    // Only here is the client let go: the server has stopped before it.
    await connection.withLock { $0 }?.close()
  }

  private func listener(_ kind: Kind, _ folder: ScratchFolder) throws -> Listener {
    switch kind {
    case .plain: return Listener(.host("127.0.0.1", port: 0))
    case .unix: return Listener(.path(folder.file("site"), mode: 0o660))
    case .secure:
      try TestCertificate().write(to: folder)
      return Listener(.host("127.0.0.1", port: 0), certificate: try ServerCertificate(in: folder))
    }
  }

  private func connect(_ kind: Kind, _ server: ServerUnderTest, _ folder: ScratchFolder) async throws
    -> TestConnection
  {
    switch kind {
    case .plain: try await TestConnection.port(server.port)
    case .secure: try await TestConnection.secure(server.port)
    case .unix: try await TestConnection.path(folder.file("site"))
    }
  }
}
