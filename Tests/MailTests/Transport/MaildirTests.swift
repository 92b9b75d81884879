import Domain
import Foundation
import Mail
import Testing

/// Delivery into a folder, as a reader of Maildirs finds it.
@Suite struct `Maildir` {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  private let envelope = Result { try Envelope(sender: "bounces@example.com", recipient: "ada@example.com") }

  @Test func `a message is stored with its envelope and LF line ends`() throws {
    try withFolder { folder in
      let connection = try MaildirTransport(folder: folder).makeConnection()
      let reply = connection.send(Array("Subject: x\r\n\r\n.dot\r\n".utf8), envelope: try envelope.get())
      #expect(reply.name == "accepted")
      let name = try #require(try names(folder + "/new").first)
      let stored = try String(contentsOfFile: "\(folder)/new/\(name)", encoding: .utf8)
      #expect(
        stored == "Return-Path: <bounces@example.com>\nDelivered-To: ada@example.com\nSubject: x\n\n.dot\n")
      #expect(try names(folder + "/tmp").isEmpty && names(folder + "/cur").isEmpty)
    }
  }

  @Test func `every delivery has a name of its own, safe in a path`() throws {
    try withFolder { folder in
      let connection = try MaildirTransport(folder: folder).makeConnection()
      for _ in 0..<50 { _ = connection.send(Array("x\r\n".utf8), envelope: try envelope.get()) }
      let stored = try names(folder + "/new")
      #expect(stored.count == 50)
      #expect(stored.allSatisfy { !$0.contains(":") && !$0.hasPrefix(".") })
    }
  }

  @Test func `only its owner can read a message`() throws {
    try withFolder { folder in
      let connection = try MaildirTransport(folder: folder).makeConnection()
      _ = connection.send(Array("x\r\n".utf8), envelope: try envelope.get())
      let name = try #require(try names(folder + "/new").first)
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/new/\(name)")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `a folder that went away is unreachable, and nothing is left behind`() throws {
    try withFolder { folder in
      let connection = try MaildirTransport(folder: folder).makeConnection()
      try FileManager.default.removeItem(atPath: folder + "/new")
      let reply = connection.send(Array("x\r\n".utf8), envelope: try envelope.get())
      #expect(reply.name == "unreachable")
      #expect(try names(folder + "/tmp").isEmpty)
    }
  }

  @Test func `a path that cannot be a folder is refused`() throws {
    try withFolder { folder in
      try Data().write(to: URL(fileURLWithPath: folder))
      #expect(throws: TransportError.self) { try MaildirTransport(folder: folder).makeConnection() }
    }
  }
}
