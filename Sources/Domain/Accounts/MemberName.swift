import Foundation

/// A member's name as they write it themselves, with title. It stands in emails to others, so nothing in it makes a link.
public enum MemberName {
  /// Why a text is no name.
  public enum Refusal: Error, Equatable, Sendable {
    case missing, tooLong, characters

    /// A sentence for a form.
    public var explanation: String {
      switch self {
      case .missing: "Enter your name, as colleagues know you"
      case .tooLong: "A name has at most 100 characters"
      case .characters: "A name is on one line, without links and without : @ < >"
      }
    }
  }

  /// The most UTF-16 units there may be, as forms count.
  public static let most = 100

  /// Reads a name; white space around it is forgiven, and runs of it are one space.
  public static func read(_ typed: String) throws(Refusal) -> String {
    let name = typed.split(separator: " ").joined(separator: " ")
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard name.contains(where: \.isLetter) else { throw name.isEmpty ? .missing : .characters }
    guard name.utf16.count <= most else { throw .tooLong }
    guard name.unicodeScalars.allSatisfy(isOfNames), !InvitationNote.hasLink(name) else { throw .characters }
    return name
  }

  /// Joiners stay: names need them.
  private static func isOfNames(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: false
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
    default: !":@<>".unicodeScalars.contains(scalar)
    }
  }
}
