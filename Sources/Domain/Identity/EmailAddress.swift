import Foundation

/// An address that mail can be sent to, checked at the door.
///
/// The local part is an RFC 5321 dot-string of ASCII: quoted strings are refused because nobody has one,
/// other characters because libcurl sends them raw to servers without SMTPUTF8 and passes CR LF on (both measured).
/// The domain is kept as its ASCII form in lower case.
public struct EmailAddress: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The local part as given, and the domain in lower case.
  public let text: String

  /// Why a text is no address we can send to.
  public enum Refusal: Error, Equatable, Sendable {
    case noAt, localPart, domain, tooLong

    /// A sentence for a form or an import's report.
    public var explanation: String {
      switch self {
      case .noAt: "an email address has one @ between a name and a domain"
      case .localPart:
        "the part before the @ may hold letters a to z, digits, dots between them, and !#$%&'*+-/=?^_`{|}~, at most 64 characters"
      case .domain: "the part after the @ must be a domain such as example.com"
      case .tooLong: "an email address has at most 254 characters"
      }
    }
  }

  /// Reads `text`, with white space around it forgiven.
  public init(_ text: String) throws(Refusal) {
    let trimmed = Self.isTrimmed(text) ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let at = trimmed.utf8.lastIndex(of: UInt8(ascii: "@")) else { throw .noAt }
    let local = trimmed[..<at]
    let given = trimmed[trimmed.utf8.index(after: at)...]
    // Checked as it was given: KELVIN SIGN is a k only once its case is folded.
    guard given.utf8.allSatisfy({ $0 < 128 }) else {
      throw Self.isLocalPart(local.utf8) ? .domain : .localPart
    }
    let domain = given.lowercased()
    guard Self.isLocalPart(local.utf8) else { throw .localPart }
    guard Self.isDomain(domain) else { throw .domain }
    guard local.utf8.count + 1 + domain.utf8.count <= 254 else { throw .tooLong }
    self.text = local + "@" + domain
  }

  /// What two addresses are compared by: mailboxes that differ by case alone are one in practice.
  public var key: String { text.lowercased() }

  /// The domain, for limits that count by destination.
  public var domain: String { String(text[text.index(after: text.lastIndex(of: "@") ?? text.startIndex)...]) }

  /// `j…@example.com`: enough for its owner to recognise, too little for anyone else.
  public var masked: String { text.prefix(1) + "…@" + domain }

  /// The address as it is written.
  public var description: String { text }

  /// Most are: whoever reads 100,000 at a start does not look for white space in all of them.
  private static func isTrimmed(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
  }

  private static func isLocalPart(_ local: Substring.UTF8View) -> Bool {
    let atoms = local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return (1...64).contains(local.count) && atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomText) }
  }

  private static func isAtomText(_ octet: UInt8) -> Bool {
    isLetterOrDigit(octet) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
  }

  private static func isLetterOrDigit(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  private static func isDomain(_ domain: String) -> Bool {
    let labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let hyphen = UInt8(ascii: "-")
    return labels.count >= 2 && domain.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
          && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
      }
  }

  /// Reads its text; another is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do { self = try Self(text) } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.explanation)
    }
  }

  /// As its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
