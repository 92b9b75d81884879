/// One thing that is wrong with the configuration, and where it was said.
struct ConfigurationMistake: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file's path as it was given, `HELPLINK_MAIL_RATE`, or `credential mail.smtp.password`.
  var source: String
  /// Counted from 1; nil where a source has no lines, or the mistake is that something is missing.
  var line: Int?
  /// Counted from 1, in Unicode scalars.
  var column: Int?
  /// The dotted name, empty when the mistake is not about one key.
  var key: String
  /// What must be done, as a clause. Never holds a value that may be secret.
  var message: String

  /// `helplink.yaml:12:5: mail.smtp.tls: must be required or none`
  var description: String {
    let position = line.map { ":\($0)" + (column.map { ":\($0)" } ?? "") } ?? ""
    return source + position + ": " + (key.isEmpty ? "" : key + ": ") + message
  }
}

/// All that is wrong with the configuration, in the order of the file, then environment, credentials and what is missing.
struct ConfigurationMistakes: Error, Equatable, Sendable, CustomStringConvertible {
  /// Never empty.
  let mistakes: [ConfigurationMistake]

  /// One line a mistake.
  var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
