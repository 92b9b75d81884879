import Foundation

/// What an inviter adds to an invitation. It goes into a stranger's inbox under our name, so it is made harmless first.
///
/// Promise: one line of plain text, at most 500 UTF-16 units (as forms count), with no control character and nothing that
/// a mail program makes a link of.
public struct InvitationNote: Hashable, Sendable, CustomStringConvertible {
  /// The line; empty when nothing was written, or nothing but links.
  public let text: String

  /// The most UTF-16 units there may be.
  public static let most = 500

  /// Why a text is no note.
  public enum Refusal: Error, Equatable, Sendable { case tooLong }

  /// Makes a note of what was typed: its lines joined, its links left out.
  public init(_ typed: String) throws(Refusal) {
    let line = String(String.UnicodeScalarView(typed.unicodeScalars.compactMap(\.inNote)))
    text = line.split(separator: " ").compactMap(NoteWord.harmless).joined(separator: " ")
    guard text.utf16.count <= Self.most else { throw .tooLong }
  }

  /// Whether a mail program might make a link of a word.
  static func hasLink(_ text: String) -> Bool {
    text.split(separator: " ").contains { NoteWord.harmless($0) == nil }
  }

  /// No note.
  public init() { text = "" }

  /// The line.
  public var description: String { text }
}

extension Unicode.Scalar {
  /// As it stands in a note: white space and controls are spaces; format characters, which hide and turn text, go. Joiners
  /// stay: names and emoji need them.
  fileprivate var inNote: Unicode.Scalar? {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
    case .format: self == "\u{200C}" || self == "\u{200D}" ? self : nil
    default: self
    }
  }
}

/// A word of a note.
private enum NoteWord {
  /// The word; nil when it is a link; with its dots spaced out when a mail program might take it for one ("B.Psych").
  static func harmless(_ word: Substring) -> String? {
    // Without joiners and parted by them: some readers see them, some do not.
    let forms = ["", " "].map { folded(word, joiner: $0).lowercased() }
    guard !forms.contains(where: isAddress) else { return nil }
    let hosts = forms.flatMap(hostNames)
    if hosts.isEmpty { return String(word) }
    if forms[0].contains("/") || hosts.contains(where: isKnown) { return nil }
    return forms[0] == word.lowercased()
      ? word.replacing(".", with: ". ").trimmingCharacters(in: .whitespaces) : nil
  }

  /// As browsers read a host name: full-width letters and dots are the plain ones (UTS 46). Marks go, so that none hides the character it stands on.
  private static func folded(_ word: Substring, joiner: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: continue
      case .format: text.append(contentsOf: joiner.unicodeScalars)
      default: text.append(scalar == "\u{3002}" ? "." : scalar)
      }
    }
    return String(text)
  }

  private static func isAddress(_ text: String) -> Bool {
    ["://", "@", "mailto:", "tel:", "sms:", "www.", "javascript:", "data:"].contains(where: text.contains)
  }

  /// What stands behind the dots of each part that could be a host name.
  private static func hostNames(_ text: String) -> [[String]] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "." }.compactMap { part in
      let labels = part.split(separator: ".", omittingEmptySubsequences: false)
      if labels.count == 4, labels.allSatisfy({ UInt8($0) != nil }) { return [internet] }
      let ends = zip(labels, labels.dropFirst()).filter { !$0.0.isEmpty }.map { topLevel($0.1) }
      let likely = ends.filter { $0.hasPrefix(international) || ($0.count > 1 && $0.allSatisfy(\.isLetter)) }
      return likely.isEmpty ? nil : likely
    }
  }

  /// A label as far as it might be a top-level domain, which has neither digits nor hyphens but in its international form.
  private static func topLevel(_ label: Substring) -> String {
    label.hasPrefix(international) ? String(label) : label.split(separator: "-").first.map(String.init) ?? ""
  }

  /// Whether one of them is a country, or among those that most names are under.
  private static func isKnown(_ ends: [String]) -> Bool {
    ends.contains { $0.count == 2 || $0.hasPrefix(international) || $0 == internet || known.contains($0) }
  }

  private static let international = "xn--"
  /// Stands for four numbers.
  private static let internet = "ip"

  private static let known: Set<String> = [
    "com", "net", "org", "edu", "gov", "info", "biz", "app", "dev", "site", "online", "shop", "store", "xyz",
    "top", "link", "click", "club", "live", "life", "care", "health", "clinic", "page", "blog", "cloud",
    "tech", "pro", "name", "mobi", "asia", "work", "world", "news", "email", "group", "space", "website",
  ]
}
