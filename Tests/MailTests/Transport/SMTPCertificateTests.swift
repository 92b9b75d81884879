import Domain
import Foundation
import Mail
import SMTPPeer
import Testing

/// Whom we speak to when TLS is required.
@Suite struct `SMTP certificates` {
  /// Runs `work` with the authority in a file, as the configuration names one.
  private func trusting(_ certificate: PeerCertificate, _ work: (String) async throws -> Void) async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pem")
    try Data(certificate.authority.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try await work(file.path)
  }

  @Test func `that verify are spoken to, over one connection`() async throws {
    let certificate = try PeerCertificate(for: "127.0.0.1")
    try await trusting(certificate) { file in
      let relay = try Relay(tls: .required, certificate: certificate, trusting: file)
      #expect(
        try await relay.send(Relay.message(), times: 3).map(\.name) == ["accepted", "accepted", "accepted"])
      #expect(relay.server.seen.connections == 1)
    }
  }

  @Test func `that are expired, another's, or of an unknown authority are told nothing`() async throws {
    let expired = try PeerCertificate(for: "127.0.0.1", until: Date(timeIntervalSince1970: 1_500_000_000))
    let other = try PeerCertificate(for: "mail.example.org")
    let stranger = try PeerCertificate(for: "127.0.0.1")
    let known = try PeerCertificate(for: "127.0.0.1")
    for (shown, trusted) in [(expired, expired), (other, other), (stranger, known)] {
      try await trusting(trusted) { file in
        let relay = try Relay(tls: .required, certificate: shown, trusting: file)
        let replies = try await relay.send(Relay.message(), times: 2)
        #expect(replies.map(\.name) == ["misconfigured", "misconfigured"], "\(replies)")
        #expect(!relay.server.seen.speaksOfMail)
      }
    }
  }

  @Test(arguments: [Script.Act.drop, .silence])
  func `whose handshake comes to nothing are tried again later`(act: Script.Act) async throws {
    let certificate = try PeerCertificate(for: "127.0.0.1")
    try await trusting(certificate) { file in
      let relay = try Relay(
        Script(.handshake, act, times: 1), tls: .required, responseTimeout: .seconds(3),
        connectTimeout: .seconds(3), certificate: certificate, trusting: file)
      #expect(try await relay.send(Relay.message(), times: 2).map(\.name) == ["unreachable", "accepted"])
    }
  }
}
