import ArgumentParser
import Automation
import CCurl
import COpenSSL
import Domain
import Foundation
import Mail
import Web

/// Whether everything that is read at start-up is right.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Check the configuration, templates, schedules, data, keys and certificate; exits 78 with every mistake.",
    discussion: """
      Warnings are told and leave the exit code 0: times of a schedule that some clock jumps over within five years, and \
      zones whose rules differ between this program and the system within two.
      """)

  @OptionGroup var options: Options

  private struct Facts: Encodable {
    var configuration: String
    var emails: [String]
    var schedules: [String]
    var localities: Int
    var certificateExpiry: Date?
    var libraries: [String]
    var warnings: [String]
  }

  func run() async throws {
    let configuration = try options.configuration()
    let materials = try Materials.load(configuration)
    let facts = Facts(
      configuration: options.config, emails: try samples(materials, configuration),
      schedules: materials.schedules.map(\.name), localities: materials.reference.localities.rows.count,
      certificateExpiry: try certificateExpiry(configuration),
      libraries: [String(cString: curl_version()), String(cString: OpenSSL_version(OPENSSL_VERSION))],
      warnings: warnings(materials, now: Date()))
    try options.show(try Report(facts, text: text(facts)))
  }

  /// Every kind is made into a message from its sample, as it would be sent.
  private func samples(_ materials: Materials, _ configuration: Configuration) throws -> [String] {
    let maker = try materials.messageMaker(configuration)
    for kind in Email.Kind.allCases {
      guard let entry = OutboxEntry.sample(kind, of: materials.templates, keys: materials.keys) else {
        throw Failure.configuration(
          "mail-templates/\(kind.rawValue)/sample.json: is not the sample of this kind")
      }
      do { _ = try maker.message(for: entry, to: configuration.mail.from).message.bytes() } catch {
        throw Failure.configuration("mail-templates/\(kind.rawValue): \(error)")
      }
    }
    return Email.Kind.allCases.map(\.rawValue)
  }

  private func certificateExpiry(_ configuration: Configuration) throws -> Date? {
    guard let tls = configuration.http.tls else { return nil }
    do throws(CertificateError) {
      return try ServerCertificate(chain: tls.certificate, privateKey: tls.privateKey).notAfter
    } catch { throw Failure.configuration("http.tls: \(error)") }
  }

  /// Members live in any of the zones that the data know, so all of them are looked at.
  private func warnings(_ materials: Materials, now: Date) -> [String] {
    let zones =
      [materials.siteZone]
      + materials.reference.localities.regions.timeZones.compactMap(TimeZone.init(identifier:))
    let skipped = materials.schedules.flatMap { schedule in
      Self.skipped(schedule, in: zones, now: now)
    }
    return skipped + ZonesInUse(zones, schedules: materials.schedules).disagreements(now: now)
  }

  /// A line a zone: the first of its times, and how many more.
  private static func skipped(_ schedule: Schedule, in zones: [TimeZone], now: Date) -> [String] {
    let times = schedule.skippedTimes(recipientZones: zones, from: now, to: now + 5 * 366 * 86_400)
    return Dictionary(grouping: times, by: \.zone).sorted { $0.key < $1.key }.compactMap { zone, times in
      guard let first = times.first else { return nil }
      let more = times.count > 1 ? ", nor do \(times.count - 1) more within five years" : ""
      return
        "schedule \(schedule.name): \(first.localTime) does not exist in \(zone)\(more); nothing is sent then, so choose another hour"
    }
  }

  private func text(_ facts: Facts) -> String {
    let lines = [
      "\(facts.configuration): right", "emails: \(facts.emails.joined(separator: ", "))",
      "schedules: \(facts.schedules.joined(separator: ", "))", "localities: \(facts.localities)",
      facts.libraries.joined(separator: "; "),
    ]
    return (lines + facts.warnings.map { "warning: \($0)" }).joined(separator: "\n")
  }
}
