import Automation
import Domain
import Foundation
import Mail

/// Looks at everything that is read at start-up, past every mistake, and makes and changes nothing.
struct Examination {
  private(set) var draft: ConfigurationDraft
  private(set) var findings = Findings()
  private(set) var templates: MailTemplates?
  private(set) var schedules: [Schedule]?
  private(set) var reference: ReferenceData?
  private(set) var keys: KeyRing?

  init(_ draft: ConfigurationDraft, environment: [String: String]) {
    self.draft = draft
    self.draft.lookAtFiles()
    for mistake in self.draft.mistakes { findings.mistake(mistake) }
    findings.warn(self.draft.unseen)
    guard let places = draft.places else { return }
    let folders = places.folders
    if isThere("templates") { templates = findings.attempt { try Materials.templates(folders) } }
    if isThere("schedules") { schedules = findings.attempt { try Materials.schedules(folders) } }
    if isThere("data") { reference = findings.attempt { try ReferenceData.load(folder: folders.data) } }
    lookAtKeys(places, credentials: environment["CREDENTIALS_DIRECTORY"])
    lookAtSamples()
  }

  /// What the configuration says, when all of it has a value.
  var configuration: Configuration? { draft.configuration }

  /// Looks at what must last; a daemon is asked when one runs.
  mutating func lookAtState(now: Date) async {
    guard let places = draft.places, let state = places.state, let keys = places.keys, isThere("state") else {
      return
    }
    let examination = StateExamination(
      state: state, keys: keys, control: places.control ?? state + "/control")
    await examination.look(&findings)
  }

  mutating func warn(_ lines: [String]) { findings.warn(lines) }

  /// Whether nothing was said against the folder that a key names.
  private func isThere(_ key: String) -> Bool { !draft.mistakes.contains { $0.key == key } }

  private mutating func lookAtKeys(_ places: ConfigurationDraft.Places, credentials: String?) {
    guard let folder = places.keys, let state = places.state, isThere("state") else { return }
    keys = findings.attempt {
      try KeyFolder.existing(folder, credentials: credentials, database: StateFolder.database(in: state))
        ?? KeyFolder.throwaway
    }
  }

  /// Every kind is made into a message from its sample, as it would be sent.
  private mutating func lookAtSamples() {
    guard let configuration, let templates, let keys else { return }
    for kind in Email.Kind.allCases {
      _ = findings.attempt {
        let maker = try MessageMaker(configuration, keys: keys, templates: templates)
        guard let entry = OutboxEntry.sample(kind, of: templates, keys: keys) else {
          throw Failure.configuration(
            "mail-templates/\(kind.rawValue)/sample.json: is not the sample of this kind")
        }
        do { _ = try maker.message(for: entry, to: configuration.mail.from).message.bytes() } catch {
          throw Failure.configuration("mail-templates/\(kind.rawValue): \(error)")
        }
      }
    }
  }
}
