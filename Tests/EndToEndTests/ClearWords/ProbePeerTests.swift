import Foundation
import Testing

/// The relay's probe against a real Postfix.
@Suite(.timeLimit(.minutes(5)), .enabled(if: RealPeers.areAsked, RealPeers.reason))
struct ProbePeerTests {
  @Test func `Postfix is well when its authority is known, and not when it is not`() async throws {
    try await Scratch.using { scratch in
      let postfix = try await Postfix.start(mailboxes: [], in: scratch)
      let url = "smtp://127.0.0.1:\(postfix.port)"
      let known = try Installation(
        in: scratch, mail: "smtp: {url: \"\(url)\", ca: \(postfix.authority)}")
      let well = try await known.command("check", "--probe")
      #expect(well.code == 0, "\(well.errors)")
      #expect(
        well.output.contains("relay \(url): well: TLS with a certificate that verifies, no signing in\n"))
      let unknown = try Installation(in: scratch, mail: "smtp: {url: \"\(url)\"}")
      let refused = try await unknown.command("check", "--probe")
      #expect(refused.code == 1)
      #expect(refused.errors.split(separator: "\n").count == 1)
      #expect(refused.errors.contains("an authority of your own goes into mail.smtp.ca"), "\(refused.errors)")
      let signing = try Installation(
        in: scratch, mail: "smtp: {url: \"\(url)\", ca: \(postfix.authority), user: u, password: p}")
      #expect(try await signing.command("check", "--probe").errors.contains("it offers no way to sign in"))
      #expect(!postfix.words.contains("from=<"))
    }
  }
}
