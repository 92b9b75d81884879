import Domain
import Foundation

@testable import Mail

/// Messages of the samples that ship, under a fixed key ring.
enum EmailFixture {
  static let address = try? EmailAddress("amelia@example.com")

  static func keys(_ ids: UInt8...) throws -> KeyRing {
    try wanted(KeyRing(Dictionary(uniqueKeysWithValues: ids.map { ($0, [UInt8](repeating: $0, count: 32)) })))
  }

  static func site(returnPath: String? = "bounces.helplink.example") throws -> MailSite {
    MailSite(
      siteURL: try wanted(URL(string: "https://helplink.example/")), siteName: "Help Link Private",
      operatorName: "Example Practice Pty Ltd", operatorContact: "hello@helplink.example",
      from: .init(name: "Help Link Private", address: "hello@helplink.example"),
      fromRounds: .init(name: "Help Link Private", address: "rounds@helplink.example"),
      returnPathDomain: returnPath)
  }

  static func templates() throws -> MailTemplates {
    try MailTemplates(folders: [TemplateFolderOnDisk.shipped])
  }

  static func maker(templates: MailTemplates? = nil, returnPath: String? = "bounces.helplink.example") throws
    -> MessageMaker
  {
    try MessageMaker(
      site: site(returnPath: returnPath), keys: keys(1), templates: templates ?? self.templates())
  }

  static func entry(_ kind: Email.Kind) throws -> OutboxEntry {
    try wanted(OutboxEntry.sample(kind, of: templates(), keys: keys(1)))
  }

  static func message(_ kind: Email.Kind, templates: MailTemplates? = nil) throws -> Message {
    try maker(templates: templates).message(for: entry(kind), to: wanted(address)).message
  }

  /// The waiting-period email to somebody of this name.
  static func message(name: String) throws -> Message {
    try message { $0.name = name }
  }

  /// The waiting-period email with other facts.
  static func message(_ change: (inout WaitingPeriodEmail) -> Void) throws -> Message {
    var entry = try entry(.waitingPeriod)
    guard case .waitingPeriod(var facts) = entry.email else { throw Missing() }
    change(&facts)
    entry.email = .waitingPeriod(facts)
    return try maker().message(for: entry, to: wanted(address)).message
  }

  /// The addresses that a part of a message links to, in order.
  static func links(_ text: String) -> [String] {
    text.matches(of: /https?:\/\/[^\s"<>]+/).map { String($0.output) }.filter { !$0.contains("w3.org") }
  }

  struct Missing: Error {}

  static func wanted<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }
}
