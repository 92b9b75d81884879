import Automation
import Domain
import Foundation
import Mail

/// Everything that is read from files before anything runs: keys, templates, schedules, reference data.
struct Materials: Sendable {
  var keys: KeyRing
  var templates: MailTemplates
  var schedules: [Schedule]
  let reference: ReferenceData
  let siteZone: TimeZone

  /// Reads all of it; whatever is wrong is told together. On first start a first key is made, unless nothing shall be: then
  /// the ring is one for looking at samples.
  static func load(_ configuration: Configuration, makesKeys: Bool = true) throws -> Materials {
    var mistakes = Mistakes()
    let keys = mistakes.attempt {
      let credentials = KeyFolder.credentialsFolder
      let database = StateFolder.database(in: configuration.state)
      guard makesKeys else {
        return try KeyFolder.existing(configuration.keys, credentials: credentials, database: database)
          ?? KeyFolder.throwaway
      }
      return try KeyFolder.load(configuration.keys, credentials: credentials, database: database)
    }
    let templates = mistakes.attempt { try Self.templates(configuration.folders) }
    let schedules = mistakes.attempt { try Self.schedules(configuration.folders) }
    let reference = mistakes.attempt { try ReferenceData.load(folder: configuration.folders.data) }
    let zone = mistakes.attempt { try siteZone(configuration) }
    guard let keys, let templates, let schedules, let reference, let zone else { throw mistakes.failure }
    return Materials(
      keys: keys, templates: templates, schedules: schedules, reference: reference, siteZone: zone)
  }

  /// The same with what an operator changes while the daemon runs, templates and schedules, read anew.
  func reloaded(_ configuration: Configuration) throws -> Materials {
    var mistakes = Mistakes()
    let templates = mistakes.attempt { try Self.templates(configuration.folders) }
    let schedules = mistakes.attempt { try Self.schedules(configuration.folders) }
    guard let templates, let schedules else { throw mistakes.failure }
    var materials = self
    materials.templates = templates
    materials.schedules = schedules
    return materials
  }

  private struct Mistakes {
    private var lines: [String] = []
    private var isConfiguration = false

    mutating func attempt<Value>(_ read: () throws -> Value) -> Value? {
      do { return try read() } catch {
        lines.append("\(error)")
        if (error as? Failure)?.code != 1 { isConfiguration = true }
        return nil
      }
    }

    var failure: Failure { .together(lines, isConfiguration: isConfiguration) }
  }

  static func templates(_ folders: Configuration.Folders) throws -> MailTemplates {
    try MailTemplates(folders: folders.templateFolders)
  }

  static func schedules(_ folders: Configuration.Folders) throws -> [Schedule] {
    try ScheduleFile.load(folder: URL(fileURLWithPath: folders.schedules))
  }

  private static func siteZone(_ configuration: Configuration) throws -> TimeZone {
    guard let zone = TimeZone(identifier: configuration.site.timeZone) else {
      throw Failure.configuration("site.time-zone: \(configuration.site.timeZone) is not a zone known here")
    }
    return zone
  }

  /// Makes messages of the site that a configuration describes.
  func messageMaker(_ configuration: Configuration) throws -> MessageMaker {
    try MessageMaker(configuration, keys: keys, templates: templates)
  }
}

extension MessageMaker {
  /// What messages say of the site they come from.
  init(_ configuration: Configuration, keys: KeyRing, templates: MailTemplates) throws {
    guard let url = URL(string: configuration.site.url.text) else {
      throw Failure.configuration("site.url: is not an address")
    }
    let mail = configuration.mail
    let site = MailSite(
      siteURL: url, siteName: configuration.site.name, operatorName: configuration.site.operatorName,
      operatorContact: configuration.site.operatorContact,
      from: Message.Mailbox(name: mail.fromName, address: mail.from.text),
      fromRounds: Message.Mailbox(name: mail.fromName, address: mail.fromRounds.text),
      returnPathDomain: mail.returnPath)
    self.init(site: site, keys: keys, templates: templates)
  }
}

extension Configuration.Folders {
  /// The installed templates, then the operator's own: the later win.
  var templateFolders: [URL] {
    ([installedTemplates] + [templates].compactMap(\.self)).map { URL(fileURLWithPath: $0) }
  }
}

extension Configuration.Mail.Transport {
  /// The way mail leaves, and over how many connections.
  var made: (transport: any Transport, connections: Int) {
    switch self {
    case .maildir(let folder): (MaildirTransport(folder: folder), 1)
    case .smtp(let relay): (SMTPTransport(relay.settings), relay.connections)
    }
  }
}

extension Configuration.Relay {
  /// The same in the words of the transport.
  var settings: SMTPSettings {
    SMTPSettings(
      url: address.url, user: credentials?.user, password: credentials?.password.value,
      tls: security == .required ? .required : .none, caFile: authorities)
  }
}
