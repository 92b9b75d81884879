import Foundation
import Mail

extension Probe {
  /// Whether mail could leave now. Nothing is sent.
  static func relay(_ transport: Configuration.Mail.Transport) async -> Probe {
    switch transport {
    case .maildir(let folder):
      return .well("maildir \(folder)", "mail goes into this folder, and nowhere else")
    case .smtp(let relay):
      let finding = await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: RelayProbe.run(relay.settings)) }
      }
      return probe(relay, finding)
    }
  }

  private static func probe(_ relay: Configuration.Relay, _ finding: RelayProbe.Finding) -> Probe {
    let of = "relay \(relay.address.url)"
    switch finding {
    case .well:
      let security = relay.security == .required ? "TLS with a certificate that verifies" : "no TLS"
      return .well(of, "well: \(security), \(relay.credentials == nil ? "no signing in" : "signed in")")
    case .trouble(let cause, let reason):
      return .wrong(of, reason + remedy(cause).map { "; \($0)" }.joined())
    }
  }

  private static func remedy(_ cause: RelayProbe.Cause) -> [String] {
    switch cause {
    case .name: ["mend the host in mail.smtp.url, or this machine's DNS"]
    case .connection: ["is this its port in mail.smtp.url, and may this machine reach it?"]
    case .noEncryption: ["it offers no STARTTLS: use smtps:// in mail.smtp.url, or another port"]
    case .certificate:
      [
        "mail.smtp.url must have the host of its certificate, and an authority of your own goes into mail.smtp.ca"
      ]
    case .noSignIn: ["remove mail.smtp.user, or use the port for submission, mostly 587"]
    case .signIn: ["mend mail.smtp.user or mail.smtp.password"]
    case .settings, .other: []
    }
  }
}
