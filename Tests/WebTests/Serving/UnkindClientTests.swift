import Foundation
import NIOCore
import Testing

@testable import Web

/// Clients that take and do not give: the others are served all the same.
@Suite(.timeLimit(.minutes(5)))
struct `Unkind clients` {
  private static let short = ConnectionLimits(
    most: 20, request: .milliseconds(400), reading: .milliseconds(400), idle: .milliseconds(600))

  private func expectOthersServed(_ server: ServerUnderTest) async throws {
    let other = try await TestConnection.port(server.port)
    #expect(try await other.get("/word").body == "word")
    await other.close()
  }

  @Test(arguments: [
    "", "G", "GET /word HTTP/1.1\r\n", "GET /word HTTP/1.1\r\nhost: a\r\nx: ",
    "POST /echo HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nonly so much",
    "POST /echo HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n5\r\nonl",
  ])
  func `that never finish what they ask are let go`(beginning: String) async throws {
    try await ServerUnderTest.at(Listener(.host("127.0.0.1", port: 0)), limits: Self.short) { server in
      let slow = try await TestConnection.port(server.port)
      if !beginning.isEmpty { try await slow.send(beginning) }
      try await expectOthersServed(server)
      // It may be told why before it ends.
      await #expect(throws: (any Error).self) {
        while true { _ = try await slow.answer() }
      }
    }
  }

  @Test func `that send an octet now and then are let go although they are never idle`() async throws {
    try await ServerUnderTest.at(Listener(.host("127.0.0.1", port: 0)), limits: Self.short) { server in
      let slow = try await TestConnection.port(server.port)
      let clock = ContinuousClock()
      let took = await clock.measure {
        // Three seconds' worth of patience at the most.
        for octet in "GET /word HTTP/1.1\r\nhost: somewhere\r\n" {
          do { try await slow.send(String(octet)) } catch { break }
          try? await Task.sleep(for: .milliseconds(80))
        }
      }
      #expect(took < .seconds(2.5))
      try await expectOthersServed(server)
    }
  }

  @Test func `that read nothing of an endless answer are let go`() async throws {
    try await ServerUnderTest.at(Listener(.host("127.0.0.1", port: 0)), limits: Self.short) { server in
      let deaf = try await TestConnection.port(server.port, reads: false)
      try await deaf.send("GET /endless HTTP/1.1\r\nhost: a\r\n\r\n")
      await server.gate.isReached()
      try await expectOthersServed(server)
      // Longer than its patience; what the server had sent by then is all there is.
      try await Task.sleep(for: .seconds(1.2))
      await deaf.beginReading()
      _ = await deaf.rest()
    }
  }

  @Test func `that hold every connection shut nobody out`() async throws {
    var limits = Self.short
    (limits.request, limits.idle) = (.minutes(10), .minutes(10))
    try await ServerUnderTest.at(Listener(.host("127.0.0.1", port: 0)), limits: limits) { server in
      var held: [TestConnection] = []
      for number in 0..<60 {
        let connection = try await TestConnection.port(server.port)
        if number.isMultiple(of: 2) { try? await connection.send("GET /word HTTP/1.1\r\n") }
        held.append(connection)
        if number.isMultiple(of: 10) { try await expectOthersServed(server) }
      }
      try await expectOthersServed(server)
      for connection in held { await connection.close() }
    }
  }

  @Test(arguments: [
    ("x: \(String(repeating: "a", count: 20_000))\r\n", 1),
    (String(repeating: "x: 1\r\n", count: 200), 1),
    (String(repeating: "x-\(UUID().uuidString): \(String(repeating: "b", count: 100))\r\n", count: 150), 1),
  ])
  func `that flood it with headers are refused`(fields: String, _: Int) async throws {
    try await ServerUnderTest.at(Listener(.host("127.0.0.1", port: 0)), limits: Self.short) { server in
      let flooding = try await TestConnection.port(server.port)
      try? await flooding.send("GET /word HTTP/1.1\r\nhost: a\r\n\(fields)\r\n")
      let answer = try? await flooding.answer()
      #expect(
        answer == nil || answer?.status == 431 || answer?.status == 400, "\(String(describing: answer))")
      try await expectOthersServed(server)
    }
  }
}
