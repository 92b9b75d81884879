import Domain
import Foundation
import Mail
import Testing

/// What is refused before anything is sent.
@Suite struct `SMTP settings` {
  @Test(arguments: [
    "", "smtp://", "http://relay.example:25", "relay.example:25", "smtp://user:secret@relay.example",
    "smtp://relay.example:25/path", "smtp://relay.example\r\nX: y", "smtp://relay.example:25?x",
  ])
  func `an address that is not a scheme, a host and a port is refused`(url: String) {
    #expect(throws: TransportError.url) { try SMTPTransport(SMTPSettings(url: url)).makeConnection() }
  }

  @Test(arguments: [
    "smtp://relay.example:25", "smtps://relay.example", "smtp://[::1]:2525", "smtp://10.0.0.1:25/",
  ])
  func `usual addresses are taken`(url: String) throws {
    _ = try SMTPTransport(SMTPSettings(url: url)).makeConnection()
  }

  @Test(arguments: ["", "two words", "a\r\nb", "a/b"])
  func `a name that is no host name is refused`(name: String) {
    let settings = SMTPSettings(url: "smtp://relay.example", helloName: name)
    #expect(throws: TransportError.helloName) { try SMTPTransport(settings).makeConnection() }
  }

  @Test func `certificates that cannot be read are refused at once`() {
    let settings = SMTPSettings(url: "smtp://relay.example", caFile: "/nonexistent/ca.pem")
    #expect(throws: TransportError.trustFile(path: "/nonexistent/ca.pem")) {
      try SMTPTransport(settings).makeConnection()
    }
  }

  @Test func `a password is never printed`() {
    let settings = SMTPSettings(url: "smtp://relay.example", user: "mailer", password: "hunter2")
    var dumped = ""
    dump(settings, to: &dumped)
    for text in ["\(settings)", String(reflecting: settings), dumped] { #expect(!text.contains("hunter2")) }
  }

  @Test(arguments: [
    "ada@example.com\r\nRCPT TO:<eve@example.com>", "ada\0@example.com", "ädä@example.com", "ada@exämple.com",
    "ada", "a@b@c", "<ada@example.com>", "ada @example.com", "",
  ])
  func `an envelope takes plain addresses only`(address: String) {
    #expect(throws: MessageError.self) { try Envelope(sender: "", recipient: address) }
  }

  @Test(arguments: ["a\nb\r\n", "a\rb\r\n", "a\r\n\n", "a\r", "a\r\r\n"])
  func `a bare line end is not sent`(text: String) async throws {
    let relay = try Relay()
    let replies = try await relay.send(Array(text.utf8))
    #expect(replies.map(\.name) == ["refused"])
    #expect(relay.server.seen.connections == 0)
  }
}
