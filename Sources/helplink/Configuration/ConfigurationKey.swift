/// One key of the configuration: what it is called, what it means, what it may hold.
struct ConfigurationKey<Value: Sendable>: Sendable {
  /// Dotted: `mail.smtp.tls`.
  let name: String
  /// One sentence for the documentation.
  let summary: String
  /// What holds when nobody sets it.
  let fallback: Fallback
  /// Turns a text into the value, or says as a clause what the text must be. The clause never repeats the text.
  let read: @Sendable (String) throws(ConfigurationRefusal) -> Value

  /// What holds when nobody sets a key.
  enum Fallback: Sendable {
    /// It must be set.
    case required
    /// This value, as the documentation writes it.
    case value(Value, written: String)
    /// Something that depends on other keys or on the installation, in words; or nothing.
    case derived(String)
  }

  init(
    _ name: String, _ fallback: Fallback, _ summary: String,
    read: @escaping @Sendable (String) throws(ConfigurationRefusal) -> Value
  ) {
    self.name = name
    self.fallback = fallback
    self.summary = summary
    self.read = read
  }
}

/// What a text must be, as a clause: "must be a whole number from 1 to 64".
struct ConfigurationRefusal: Error {
  let message: String
}

/// A key as the documentation shows it.
struct ConfigurationKeyEntry: Equatable, Sendable {
  let name: String
  let environment: String
  /// "required", or the default.
  let fallback: String
  let summary: String
  /// Whether it takes a list of values.
  let isList: Bool

  init<Value>(_ key: ConfigurationKey<Value>, isList: Bool = false) {
    name = key.name
    environment = Self.environmentName(of: key.name)
    summary = key.summary
    self.isList = isList
    switch key.fallback {
    case .required: fallback = "required"
    case .value(_, let written): fallback = written
    case .derived(let words): fallback = words
    }
  }

  /// `mail.smtp.url` is `HELPLINK_MAIL_SMTP_URL`.
  static func environmentName(of key: String) -> String {
    "HELPLINK_" + String(key.map { $0 == "." || $0 == "-" ? "_" : $0 }).uppercased()
  }
}
