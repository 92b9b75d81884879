import Domain
import Foundation
import Mail
import SMTPPeer
import Testing

/// What each turn of an SMTP conversation means, tried on a server that follows a script.
@Suite struct `SMTP conversation` {
  @Test func `an accepted message arrives once and as it was given`() async throws {
    let relay = try Relay()
    let message = Relay.message(octets: 1024)
    let reply = try await relay.send(message)
    #expect(reply == [.accepted(code: 250, text: "taken")])
    #expect(relay.server.seen.bodies == [Relay.stuffed(message)])
    #expect(relay.server.seen.commands.contains("MAIL FROM:<bounces@example.com>"))
    #expect(relay.server.seen.commands.contains("RCPT TO:<ada@example.com>"))
  }

  @Test(arguments: [1024, 65_535, 65_536, 65_537, 131_072, 1_048_576])
  func `every octet of a body arrives, dots stuffed`(octets: Int) async throws {
    let relay = try Relay()
    let message = Relay.message(octets: octets)
    #expect(message.count == octets)
    #expect(try await relay.send(message) == [.accepted(code: 250, text: "taken")])
    #expect(relay.server.seen.bodies == [Relay.stuffed(message)])
  }

  @Test(arguments: 0...5)
  func `a dot is stuffed wherever the buffer of 64 KiB ends`(shift: Int) async throws {
    let relay = try Relay()
    let start = Array(repeating: UInt8(ascii: "a"), count: 65_536 - shift)
    let message = start + Array("\r\n.\r\n..\r\nend\r\n".utf8)
    #expect(try await relay.send(message) == [.accepted(code: 250, text: "taken")])
    #expect(relay.server.seen.bodies == [Relay.stuffed(message)])
  }

  @Test(
    arguments: ["MAIL", "RCPT", "DATA"], ["450 4.2.0 later", "550 5.1.1 no such user", "421 4.3.2 closing"])
  func `a refusal before the body is a refusal`(command: String, reply: String) async throws {
    var script = Script()
    script.replies[command] = reply
    #expect(try await Relay(script).send(Relay.message()) == [Relay.refusal(reply)])
  }

  @Test(arguments: ["451 4.3.0 later", "552 5.3.4 too big", "421 4.3.2 closing", "554 no"])
  func `a refusal after the dot is a refusal`(reply: String) async throws {
    var script = Script()
    script.afterBody = .reply(reply)
    #expect(try await Relay(script).send(Relay.message()) == [Relay.refusal(reply)])
  }

  @Test func `a reply of several lines is told in one`() async throws {
    var script = Script()
    script.replies["RCPT"] = "550-5.7.1 not\r\n550-5.7.1 today\r\n550 5.7.1 \u{7}thanks"
    let expected = SendReply.refused(code: 550, enhanced: "5.7.1", text: "not today thanks")
    #expect(try await Relay(script).send(Relay.message()) == [expected])
  }

  @Test func `a connection lost after the dot is uncertain`() async throws {
    var script = Script()
    script.afterBody = .drop
    let replies = try await Relay(script).send(Relay.message())
    #expect(replies.map(\.name) == ["lostAfterDot"])
  }

  @Test func `an unfinished reply after the dot is uncertain`() async throws {
    var script = Script()
    script.afterBody = .reply("250-2.0.0 taken, and")
    script.messagesPerConnection = 1
    let replies = try await Relay(script).send(Relay.message())
    #expect(replies.map(\.name) == ["lostAfterDot"])
  }

  @Test func `silence after the dot is uncertain`() async throws {
    var script = Script()
    script.afterBody = .silence
    let replies = try await Relay(script, responseTimeout: .seconds(1)).send(Relay.message())
    #expect(replies.map(\.name) == ["lostAfterDot"])
  }

  @Test func `a connection lost inside the body is no delivery`() async throws {
    var script = Script()
    script.dropsMidBody = 100_000
    let replies = try await Relay(script).send(Relay.message(octets: 16_000_000))
    #expect(replies.map(\.name) == ["unreachable"])
  }
}
