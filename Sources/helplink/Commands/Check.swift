import ArgumentParser
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
      "Check the configuration, templates, schedules, data, keys and certificate; exits 78 with every mistake."
  )

  @OptionGroup var options: Options

  private struct Facts: Encodable {
    var configuration: String
    var emails: [String]
    var schedules: [String]
    var localities: Int
    var libraries: [String]
  }

  func run() async throws {
    let configuration = try options.configuration()
    let materials = try Materials.load(configuration)
    if let tls = configuration.http.tls {
      do { try Listener.check(certificate: (tls.certificate, tls.privateKey)) } catch {
        throw Failure.configuration("http.tls.certificate, http.tls.private-key: \(error)")
      }
    }
    let facts = Facts(
      configuration: options.config, emails: try samples(materials, configuration),
      schedules: materials.schedules.map(\.name), localities: materials.reference.localities.rows.count,
      libraries: [String(cString: curl_version()), String(cString: OpenSSL_version(OPENSSL_VERSION))])
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

  private func text(_ facts: Facts) -> String {
    [
      "\(facts.configuration): right", "emails: \(facts.emails.joined(separator: ", "))",
      "schedules: \(facts.schedules.joined(separator: ", "))", "localities: \(facts.localities)",
      facts.libraries.joined(separator: "; "),
    ].joined(separator: "\n")
  }
}
