import Domain
import Foundation
import Mail
import SMTPPeer
import Testing

/// What happens before a message is spoken of: connecting, TLS, signing in.
@Suite struct `SMTP connecting` {
  @Test func `messages share one connection`() async throws {
    let relay = try Relay()
    let replies = try await relay.send(Relay.message(), times: 5)
    #expect(replies == Array(repeating: .accepted(code: 250, text: "taken"), count: 5))
    #expect(relay.server.seen.connections == 1)
    #expect(relay.server.seen.bodies.count == 5)
  }

  @Test func `a connection that was closed meanwhile is replaced`() async throws {
    var script = Script()
    script.messagesPerConnection = 1
    let relay = try Relay(script)
    let replies = try await relay.send(Relay.message(), times: 3)
    #expect(replies.map(\.name) == ["accepted", "accepted", "accepted"])
    #expect(relay.server.seen.connections == 3)
    #expect(relay.server.seen.bodies.count == 3)
  }

  @Test func `a refusal does not spoil the next message`() async throws {
    var script = Script()
    script.afterBody = .reply("451 4.3.0 later")
    let relay = try Relay(script)
    let replies = try await relay.send(Relay.message(), times: 3)
    #expect(replies.map(\.name) == ["refused", "refused", "refused"])
  }

  @Test func `without STARTTLS nothing is said when TLS is required`() async throws {
    let relay = try Relay(tls: .required)
    let replies = try await relay.send(Relay.message())
    #expect(replies.map(\.name) == ["misconfigured"])
    #expect(!relay.server.seen.speaksOfMail)
  }

  @Test func `a STARTTLS that fails for now is tried again later`() async throws {
    var script = Script()
    script.capabilities = ["STARTTLS"]
    script.replies["STARTTLS"] = "454 4.7.0 TLS not available"
    let relay = try Relay(script, tls: .required)
    #expect(try await relay.send(Relay.message()).map(\.name) == ["unreachable"])
    #expect(!relay.server.seen.speaksOfMail)
  }

  @Test(arguments: [[], ["AUTH"], ["AUTH GSSAPI DIGEST-MD5 CRAM-MD5 XOAUTH2"]])
  func `without a way to sign in nothing is said when a user is set`(capabilities: [String]) async throws {
    var script = Script()
    script.capabilities = ["SIZE 1000000"] + capabilities
    let relay = try Relay(script, user: "mailer")
    let replies = try await relay.send(Relay.message(), times: 2)
    #expect(replies.map(\.name) == ["misconfigured", "misconfigured"])
    #expect(!relay.server.seen.speaksOfMail)
  }

  @Test func `a server that knows no EHLO is not told a password`() async throws {
    var script = Script()
    script.replies["EHLO"] = "502 5.5.1 what?"
    let relay = try Relay(script, user: "mailer")
    #expect(try await relay.send(Relay.message()).map(\.name) == ["misconfigured"])
    #expect(!relay.server.seen.speaksOfMail)
  }

  @Test(arguments: [
    ("235 2.7.0 welcome", ["accepted", "accepted"]), ("535 5.7.8 wrong", ["misconfigured", "misconfigured"]),
    ("454 4.7.0 later", ["unreachable", "unreachable"]),
  ])
  func `the answer to credentials decides`(reply: String, expected: [String]) async throws {
    var script = Script()
    script.capabilities = ["AUTH PLAIN LOGIN"]
    script.signIn = reply
    let relay = try Relay(script, user: "mailer")
    #expect(try await relay.send(Relay.message(), times: 2).map(\.name) == expected)
    #expect(relay.server.seen.speaksOfMail == (expected[0] == "accepted"))
  }

  @Test(arguments: ["421 4.3.2 too busy", "554 5.7.1 go away"])
  func `a server that greets with a refusal is unreachable`(greeting: String) async throws {
    var script = Script()
    script.greeting = greeting
    #expect(try await Relay(script).send(Relay.message()).map(\.name) == ["unreachable"])
  }

  @Test func `no server is unreachable`() async throws {
    // tcpmux(1): nobody has served it for decades.
    let settings = SMTPSettings(url: "smtp://127.0.0.1:1", tls: .none)
    #expect(try await Relay.send(Relay.message(), times: 1, settings).map(\.name) == ["unreachable"])
  }

  @Test func `hello is said with the name that was set`() async throws {
    let relay = try Relay(helloName: "helplink.example")
    _ = try await relay.send(Relay.message())
    #expect(relay.server.seen.commands.first == "EHLO helplink.example")
  }
}
