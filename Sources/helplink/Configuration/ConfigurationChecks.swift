import Domain
import Foundation

/// Readers of single values, shared by the table of keys.
enum ConfigurationChecks {
  typealias Read<Value> = @Sendable (String) throws(ConfigurationRefusal) -> Value

  /// One line of text.
  static func text(atMost limit: Int) -> Read<String> {
    { (text) throws(ConfigurationRefusal) in
      guard isLine(text, atMost: limit) else {
        throw .init(message: "must be one line of 1 to \(limit) characters")
      }
      return text
    }
  }

  /// A password: the same rule, for a value that is never shown.
  static let secret: Read<Secret> = { (text) throws(ConfigurationRefusal) in
    guard isLine(text, atMost: 1_000) else {
      throw .init(message: "must be one line of 1 to 1000 characters")
    }
    return Secret(value: text)
  }

  /// A path from the root, so that it means the same whatever folder a command is started in. A slash at its end goes.
  static let path: Read<String> = { (text) throws(ConfigurationRefusal) in
    guard text.hasPrefix("/"), isLine(text, atMost: 4_095) else {
      throw .init(message: "must be a path that starts with /")
    }
    return text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// The same for a socket, whose path the kernel bounds (`sun_path`, unix(7): 108 octets with the final zero).
  static let socketPath: Read<String> = { (text) throws(ConfigurationRefusal) in
    let path = try path(text)
    guard path.utf8.count <= 107 else {
      throw .init(message: "must have at most 107 characters, being a socket")
    }
    return path
  }

  /// A whole number in a range. Zeros before it are refused: to some readers of YAML they make it octal.
  static func number(_ range: ClosedRange<Int>) -> Read<Int> {
    { (text) throws(ConfigurationRefusal) in
      guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), range.contains(number)
      else {
        throw .init(message: "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      guard text == "\(number)" else { throw .init(message: "must be a number without zeros before it") }
      return number
    }
  }

  /// One of the words of an enum.
  static func choice<Choice>(_ type: Choice.Type) -> Read<Choice>
  where Choice: RawRepresentable & CaseIterable & Sendable, Choice.RawValue == String {
    { (text) throws(ConfigurationRefusal) in
      guard let choice = Choice(rawValue: text) else {
        throw .init(message: "must be " + Choice.allCases.map(\.rawValue).joined(separator: " or "))
      }
      return choice
    }
  }

  /// `yes` or `no`.
  static let yesOrNo: Read<Bool> = { (text) throws(ConfigurationRefusal) in
    guard text == "yes" || text == "no" else { throw .init(message: "must be yes or no") }
    return text == "yes"
  }

  /// Whatever an initializer makes of the text, or `words` when it makes nothing.
  static func parsed<Value: Sendable>(_ words: String, _ parse: @escaping @Sendable (String) -> Value?)
    -> Read<Value>
  {
    { (text) throws(ConfigurationRefusal) in
      guard let value = parse(text) else { throw .init(message: words) }
      return value
    }
  }

  /// An address that mail can come from.
  static let email: Read<EmailAddress> = { (text) throws(ConfigurationRefusal) in
    do throws(EmailAddress.Refusal) { return try EmailAddress(text) } catch {
      throw .init(message: "must be an email address: " + error.explanation)
    }
  }

  /// The name of a zone, unless no data of it exists.
  static func timeZone(_ name: String) -> String? {
    (name.contains("/") || name == "UTC") && TimeZone(identifier: name) != nil ? name : nil
  }

  /// A mail domain in lower case.
  static func domain(_ text: String) -> String? {
    guard HostName.isName(text), let address = try? EmailAddress("x@" + text) else { return nil }
    return address.domain
  }

  private static func isLine(_ text: String, atMost limit: Int) -> Bool {
    let isEmpty = text.allSatisfy(\.isWhitespace)
    return !isEmpty && text.count <= limit
      && !text.unicodeScalars.contains {
        [.control, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
      }
  }
}
