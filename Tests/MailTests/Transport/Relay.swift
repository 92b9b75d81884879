import Domain
import Foundation
import Mail
import SMTPPeer

/// A scripted server and the settings that reach it.
final class Relay {
  let server: ScriptedSMTPServer
  private var settings: SMTPSettings

  init(
    _ script: Script = .init(), tls: SMTPSettings.Encryption = .none, user: String? = nil,
    helloName: String? = nil, responseTimeout: Duration = .seconds(20),
    connectTimeout: Duration = .seconds(30),
    certificate: PeerCertificate? = nil, trusting authority: String? = nil
  ) throws {
    server = try ScriptedSMTPServer(script, tls: try certificate?.context())
    settings = SMTPSettings(
      url: server.url, user: user, password: user.map { _ in "secret" }, tls: tls, caFile: authority,
      helloName: helloName,
      connectTimeout: connectTimeout, responseTimeout: responseTimeout)
  }

  deinit { server.stop() }

  /// Sends `message` over one connection, from a thread of its own as the contract wants.
  func send(_ message: [UInt8], times: Int = 1) async throws -> [SendReply] {
    try await Self.send(message, times: times, settings)
  }

  static func send(_ message: [UInt8], times: Int, _ settings: SMTPSettings) async throws -> [SendReply] {
    let envelope = try Envelope(sender: "bounces@example.com", recipient: "ada@example.com")
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let connection = try SMTPTransport(settings).makeConnection()
            return (0..<times).map { _ in connection.send(message, envelope: envelope) }
          })
      }
    }
  }

  /// A message of exactly so many octets, whose lines often begin with dots.
  static func message(octets: Int = 300) -> [UInt8] {
    var message = Array("Subject: dots\r\n\r\n.\r\n..\r\n".utf8)
    let lines = [".leading", "plain text", "..", ". ", "a line that is somewhat longer than the others. "]
    var number = 0
    while message.count < octets - 64 {
      message += Array("\(lines[number % lines.count])\r\n".utf8)
      number += 1
    }
    message += Array(repeating: UInt8(ascii: "x"), count: octets - 2 - message.count)
    return message + Array("\r\n".utf8)
  }

  /// The message as RFC 5321 (section 4.5.2) puts it on the wire.
  static func stuffed(_ message: [UInt8]) -> [UInt8] {
    var wire: [UInt8] = []
    wire.reserveCapacity(message.count * 2)
    for octet in message {
      if octet == UInt8(ascii: ".") && (wire.isEmpty || wire.last == 0x0A) { wire.append(octet) }
      wire.append(octet)
    }
    return wire
  }

  /// What a one-line reply with or without a status is read as.
  static func refusal(_ reply: String) -> SendReply {
    let words = reply.split(separator: " ").map(String.init)
    let hasStatus = words[1].contains(".")
    return .refused(
      code: Int(words[0]) ?? 0, enhanced: hasStatus ? words[1] : nil,
      text: words.dropFirst(hasStatus ? 2 : 1).joined(separator: " "))
  }
}

extension SendReply {
  /// The case alone, where the words are the machine's.
  var name: String {
    switch self {
    case .accepted: "accepted"
    case .refused: "refused"
    case .unreachable: "unreachable"
    case .misconfigured: "misconfigured"
    case .lostAfterDot: "lostAfterDot"
    case .notMade: "notMade"
    }
  }
}

extension ScriptedSMTPServer.Seen {
  /// Whether any address or body was told.
  var speaksOfMail: Bool {
    commands.contains { $0.hasPrefix("MAIL") || $0.hasPrefix("RCPT") || $0.hasPrefix("DATA") }
  }
}
