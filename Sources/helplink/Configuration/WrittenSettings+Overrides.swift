import Foundation

extension WrittenSettings {
  /// Reads the variables whose name starts with `HELPLINK_`. Lists are separated by commas or white space.
  init(environment: [String: String]) {
    for (name, text) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("HELPLINK_") {
      let origin = Origin(source: name)
      guard let entry = ConfigurationKeys.byEnvironment[name] else {
        refuseUnknown("", written: name, among: ConfigurationKeys.all.map(\.environment), at: origin)
        continue
      }
      set(entry.name, to: Self.value(text, for: entry, at: origin))
    }
  }

  /// Reads credentials: files named for a key (`mail.smtp.password`) or its variable. A line break at the end goes. Of what is
  /// `refused`, by name, it stands why.
  init(credentials: [String: String], refused: [String: String] = [:]) {
    for (name, message) in refused.sorted(by: { $0.key < $1.key }) {
      let origin = Origin(source: name)
      report("", message, at: origin)
      let entry = name.split(separator: " ").last.flatMap { Self.entry(credential: String($0)) }
      if let entry { set(entry.name, to: Value(items: [], origin: origin)) }
    }
    for (name, content) in credentials.sorted(by: { $0.key < $1.key }) where Self.isOurs(credential: name) {
      let origin = Origin(source: "credential \(name)")
      guard let entry = Self.entry(credential: name) else {
        let known = ConfigurationKeys.all.map(name.hasPrefix("HELPLINK_") ? \.environment : \.name)
        refuseUnknown("", written: name, among: known, at: origin)
        continue
      }
      let text = content.last?.isNewline == true ? String(content.dropLast()) : content
      set(entry.name, to: Self.value(text, for: entry, at: origin))
    }
  }

  /// Whether a credential is meant for the configuration. Others (a certificate, say) are files that a key may name.
  static func isOurs(credential name: String) -> Bool {
    if name.hasPrefix("HELPLINK_") || ConfigurationKeys.byName[name] != nil { return true }
    return ConfigurationKeys.sections.contains { name.hasPrefix($0 + ".") }
  }

  private static func entry(credential name: String) -> ConfigurationKeyEntry? {
    ConfigurationKeys.byName[name] ?? ConfigurationKeys.byEnvironment[name]
  }

  private static func value(_ text: String, for entry: ConfigurationKeyEntry, at origin: Origin) -> Value {
    let texts =
      entry.isList
      ? text.split { $0 == "," || $0.isWhitespace }.map(String.init) : [text]
    return Value(items: texts.map { Item(text: $0, origin: origin) }, origin: origin)
  }
}
