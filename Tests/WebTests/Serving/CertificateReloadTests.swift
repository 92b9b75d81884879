import Foundation
import NIOSSL
import Testing

@testable import Web

/// A request that never comes where the test waits for it would be waited for until the limit.
@Suite(.timeLimit(.minutes(5)))
struct CertificateReloadTests {
  private let folder: ScratchFolder
  private let old: TestCertificate
  private let certificate: ServerCertificate

  init() throws {
    folder = try ScratchFolder()
    old = try TestCertificate()
    old.write(to: folder)
    certificate = try ServerCertificate(in: folder)
  }

  private var listener: Listener { Listener(.host("127.0.0.1", port: 0), certificate: certificate) }

  @Test func `a request in hand is answered across a reload, and only new connections see the new`()
    async throws
  {
    let new = try TestCertificate()
    try await ServerUnderTest.at(listener) { server in
      let connection = try await TestConnection.secure(server.port)
      async let slow = connection.get("/slow")
      await server.gate.isReached()
      new.write(to: folder)
      try certificate.reload()
      let other = try await TestConnection.secure(server.port)
      #expect(try await other.get("/word").body == "word")
      #expect(other.certificate == new.bytes)
      server.gate.open()
      #expect(try await slow.body == "slow")
      #expect(try await connection.get("/word").body == "word")
      #expect(connection.certificate == old.bytes)
    }
  }

  @Test func `a broken reload keeps the old, until it is mended`() async throws {
    let new = try TestCertificate()
    try await ServerUnderTest.at(listener) { server in
      folder.write(new.chain, to: "chain.pem")
      let refused = CertificateError.keyOfAnother(
        chain: certificate.chain, privateKey: certificate.privateKey)
      #expect(throws: refused) { try certificate.reload() }
      #expect(try await shown(by: server) == old.bytes)
      folder.write(new.key, to: "key.pem")
      try certificate.reload()
      #expect(try await shown(by: server) == new.bytes)
    }
  }

  @Test func `no request is lost while the certificate is replaced fifty times`() async throws {
    let certificates = try (0..<10).map { try TestCertificate(name: "\($0)") }
    try await ServerUnderTest.at(listener) { server in
      let answered = try await withThrowingTaskGroup(of: Int.self) { clients in
        for client in 0..<4 {
          clients.addTask { try await ask(server, times: 100, anew: client.isMultiple(of: 2)) }
        }
        for turn in 0..<50 {
          certificates[turn % 10].write(to: folder)
          try certificate.reload()
          #expect(try await shown(by: server) == certificates[turn % 10].bytes)
        }
        return try await clients.reduce(0, +)
      }
      #expect(answered == 400)
    }
  }

  @Test(arguments: [(.tlsv11, false), (.tlsv12, true), (.tlsv13, true)] as [(TLSVersion, Bool)])
  func `nothing older than TLS 1.2 is spoken`(version: TLSVersion, isSpoken: Bool) async throws {
    try await ServerUnderTest.at(listener) { server in
      let connection = try await TestConnection.secure(server.port, atMost: version)
      let status = try? await connection.get("/word").status
      #expect(status == (isSpoken ? 200 : nil))
    }
  }

  @Test func `who speaks plain HTTP to it is let go, and the next is served`() async throws {
    try await ServerUnderTest.at(listener) { server in
      let plain = try await TestConnection.port(server.port)
      try await plain.send("GET /word HTTP/1.1\r\nhost: test\r\n\r\n")
      #expect(!(await plain.rest()).contains("word"))
      #expect(try await shown(by: server) == old.bytes)
    }
  }

  private func shown(by server: ServerUnderTest) async throws -> [UInt8]? {
    let connection = try await TestConnection.secure(server.port)
    _ = try await connection.get("/word", fields: "connection: close\r\n")
    _ = await connection.rest()
    return connection.certificate
  }

  /// How many of so many requests were answered, each on a new connection or all on one.
  private func ask(_ server: ServerUnderTest, times: Int, anew: Bool) async throws -> Int {
    var connection = try await TestConnection.secure(server.port)
    var answered = 0
    for _ in 0..<times {
      let fields = anew ? "connection: close\r\n" : ""
      if try await connection.get("/word", fields: fields).body == "word" { answered += 1 }
      guard anew else { continue }
      _ = await connection.rest()
      connection = try await TestConnection.secure(server.port)
    }
    return answered
  }
}
