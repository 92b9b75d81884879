/// A configuration as far as it can be read, with all that is wrong with it: a mistake in one key keeps nobody from looking
/// at what another names.
struct ConfigurationDraft: Sendable {
  /// What stands by itself, whatever is wrong elsewhere.
  struct Places: Equatable, Sendable {
    var state: String?
    var keys: String?
    var control: String?
    var maildir: String?
    var authorities: String?
    var certificate: String?
    var privateKey: String?
    var folders: Configuration.Folders
  }

  /// The whole; nil after a mistake that leaves a part of it without a value.
  private(set) var configuration: Configuration?
  /// Nil when nothing can be said of the file.
  private(set) var places: Places?
  private(set) var mistakes: [ConfigurationMistake]
  /// What could not be looked at, a line each; no mistake.
  var unseen: [String] = []
  private var reader: ConfigurationReader?

  /// Of a file that cannot be read.
  init(nothingBut mistake: ConfigurationMistake) { mistakes = [mistake] }

  /// Reads the text of all sources, the stronger later: file, environment, credentials.
  init(
    yaml: String, fileName: String, environment: [String: String], credentials: [String: String],
    refusedCredentials: [String: String] = [:], installed: InstalledFolders
  ) {
    let written = WrittenSettings(yaml: yaml, fileName: fileName)
      .overridden(by: WrittenSettings(environment: environment))
      .overridden(by: WrittenSettings(credentials: credentials, refused: refusedCredentials))
    mistakes = written.mistakes
    guard written.isWhole else { return }
    var reader = ConfigurationReader(written, fileName: fileName)
    configuration = Configuration(from: &reader, installed: installed)
    mistakes = reader.allMistakes
    places = Places(reader, installed: installed)
    self.reader = reader
  }

  /// The configuration, or all that is wrong.
  func right() throws(ConfigurationMistakes) -> Configuration {
    guard let configuration, mistakes.isEmpty else { throw ConfigurationMistakes(mistakes: mistakes) }
    return configuration
  }

  /// Adds a mistake about what a key names, where the key was written.
  mutating func report(_ key: String, _ message: String) {
    guard let reader else { return }
    let origin = reader.origin(of: key)
    let mistake = ConfigurationMistake(
      source: origin.source, line: origin.line, column: origin.column, key: key, message: message)
    mistakes = reader.ordered(mistakes + [mistake])
  }
}

extension ConfigurationDraft.Places {
  /// Asks anew for what was read; what is wrong with it has been told.
  fileprivate init(_ reader: ConfigurationReader, installed: InstalledFolders) {
    var reader = reader
    state = reader.value(ConfigurationKeys.Places.state)
    keys = reader.value(ConfigurationKeys.Places.keys) ?? state.map { $0 + "/keys" }
    control = reader.value(ConfigurationKeys.Places.control)
    maildir =
      reader.value(ConfigurationKeys.Mail.transport) == .maildir
      ? reader.value(ConfigurationKeys.Mail.maildir) : nil
    authorities = reader.value(ConfigurationKeys.SMTP.ca)
    certificate = reader.value(ConfigurationKeys.HTTP.certificate)
    privateKey = reader.value(ConfigurationKeys.HTTP.privateKey)
    folders = Configuration.Folders(from: &reader, installed: installed)
  }
}
