/// How the registration numbers of a profession are written. The form proves nothing: a number of this form may not exist.
///
/// Reads the one form of regular expression that registers need, `^PREFIX[classes]{least,most}$` (or `{exactly}`), where a
/// class is `0-9`, `A-Z` or `a-z`. A general engine would be slower by far, and is not `Sendable`.
public struct RegistrationPattern: Hashable, Sendable {
  /// What every number starts with: `PSY`; may be empty.
  public let prefix: String
  /// How many characters follow the prefix.
  public let length: ClosedRange<Int>
  private let classes: Set<CharacterClass>

  private enum CharacterClass: String, CaseIterable {
    case digits = "0-9"
    case capitals = "A-Z"
    case small = "a-z"

    func contains(_ octet: UInt8) -> Bool {
      switch self {
      case .digits: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
      case .capitals: (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet)
      case .small: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet)
      }
    }

    /// Whether a character of a prefix stands for itself alone.
    static func isLiteral(_ octet: UInt8) -> Bool { allCases.contains { $0.contains(octet) } }
  }

  /// The pattern that `regex` describes, or nil for any other form.
  public init?(regex: String) {
    guard regex.hasPrefix("^"), regex.hasSuffix("}$") else { return nil }
    let body = regex.dropFirst().dropLast(2)
    guard let open = body.firstIndex(of: "["), let close = body[open...].firstIndex(of: "]"),
      body[body.index(after: close)...].first == "{"
    else { return nil }
    prefix = String(body[..<open])
    guard prefix.utf8.allSatisfy({ CharacterClass.isLiteral($0) }),
      let classes = Self.classes(of: body[body.index(after: open)..<close]),
      let length = Self.length(of: body[close...].dropFirst(2))
    else { return nil }
    self.classes = classes
    self.length = length
  }

  /// Whether `number` is written this way.
  public func matches(_ number: String) -> Bool {
    guard number.hasPrefix(prefix) else { return false }
    let rest = number.utf8.dropFirst(prefix.utf8.count)
    return length.contains(rest.count) && rest.allSatisfy { octet in classes.contains { $0.contains(octet) } }
  }

  /// In words: "PSY and 10 digits", "3 to 12 letters or digits".
  public var words: String {
    let kind = classes == [.digits] ? "digits" : classes.contains(.digits) ? "letters or digits" : "letters"
    let count = length.count == 1 ? "\(length.lowerBound)" : "\(length.lowerBound) to \(length.upperBound)"
    return (prefix.isEmpty ? "" : prefix + " and ") + count + " " + kind
  }

  private static func classes(of text: Substring) -> Set<CharacterClass>? {
    guard !text.isEmpty, text.utf8.count.isMultiple(of: 3) else { return nil }
    let octets = Array(text.utf8)
    var classes: Set<CharacterClass> = []
    for start in stride(from: 0, to: octets.count, by: 3) {
      guard let one = CharacterClass(rawValue: String(decoding: octets[start..<start + 3], as: UTF8.self))
      else {
        return nil
      }
      classes.insert(one)
    }
    return classes
  }

  private static func length(of text: Substring) -> ClosedRange<Int>? {
    let bounds = text.split(separator: ",", omittingEmptySubsequences: false).map { UInt8($0) }
    guard (1...2).contains(bounds.count), let least = bounds.first ?? nil, let most = bounds.last ?? nil,
      least >= 1, least <= most
    else { return nil }
    return Int(least)...Int(most)
  }
}
