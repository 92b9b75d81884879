import ArgumentParser
import CCurl
import COpenSSL
import Domain
import Foundation
import Web

/// Whether everything that is read at start-up is right.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Check the configuration, templates, schedules, data, keys, certificate and state; tells every mistake.",
    discussion: """
      Exits 78 when something written is wrong, 1 when only the state folder is. Nothing is made or changed. Warnings leave \
      the exit code 0: times of a schedule that never come or that some clock jumps over, zones whose rules differ \
      between this program and the system, a database that is a copy.

      --probe also asks the relay whether it would take mail (nothing is sent), and looks at the certificate of the \
      site's https; each in one line, and exit 1 when one is not well. Authorities to trust for the site, instead of the \
      system's, may be named by SSL_CERT_FILE. A daemon may run meanwhile.
      """)

  @OptionGroup var options: Options
  @Flag(help: "Also ask the relay, and look at the site's certificate.") var probe = false

  private struct Facts: Encodable {
    var configuration: String
    var emails: [String]
    var schedules: [String]
    var localities: Int
    var certificateExpiry: Date?
    var libraries: [String]
    var warnings: [String]
    /// Nil when none was asked for.
    var probes: [Probe]?
  }

  func run() async throws {
    let now = Date()
    let environment = ProcessInfo.processInfo.environment
    var examination = Examination(options.draft(), environment: environment)
    await examination.lookAtState(now: now)
    examination.warn(ScheduleWarnings(examination).lines(now: now))
    if let failure = examination.findings.failure { throw failure }
    let facts = Facts(
      configuration: options.config, emails: Email.Kind.allCases.map(\.rawValue),
      schedules: examination.schedules?.map(\.name) ?? [],
      localities: examination.reference?.localities.rows.count ?? 0,
      certificateExpiry: certificateExpiry(examination.configuration),
      libraries: [String(cString: curl_version()), String(cString: OpenSSL_version(OPENSSL_VERSION))],
      warnings: examination.findings.warnings,
      probes: await probes(examination.configuration, TrustedRoots(environment: environment), now: now))
    var report = try Report(facts, text: text(facts))
    let wrong = (facts.probes ?? []).filter { !$0.isWell }
    report.failure = wrong.isEmpty ? nil : wrong.map(\.line).joined(separator: "\n")
    try options.show(report)
  }

  private func probes(_ configuration: Configuration?, _ roots: TrustedRoots, now: Date) async -> [Probe]? {
    guard probe, let configuration else { return nil }
    return [
      await Probe.relay(configuration.mail.transport),
      await Probe.site(configuration, roots: roots, now: now),
    ]
  }

  /// Whether it can be read has been looked at.
  private func certificateExpiry(_ configuration: Configuration?) -> Date? {
    configuration?.http.tls.flatMap {
      try? ServerCertificate(chain: $0.certificate, privateKey: $0.privateKey).notAfter
    }
  }

  private func text(_ facts: Facts) -> String {
    let lines = [
      "\(facts.configuration): right", "emails: \(facts.emails.joined(separator: ", "))",
      "schedules: \(facts.schedules.joined(separator: ", "))", "localities: \(facts.localities)",
      facts.libraries.joined(separator: "; "),
    ]
    let probes = (facts.probes ?? []).filter(\.isWell).map(\.line)
    return (lines + probes + facts.warnings.map { "warning: \($0)" }).joined(separator: "\n")
  }
}
