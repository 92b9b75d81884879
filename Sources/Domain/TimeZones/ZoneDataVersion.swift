import Foundation

/// A release of IANA's time-zone database, such as `2026a`; later ones are greater.
public struct ZoneDataVersion: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// As it is written: four digits and one or two small letters.
  public let description: String

  /// The release that Foundation carries, and so this program; nil if it does not say.
  public static var foundation: ZoneDataVersion? { ZoneDataVersion(TimeZone.timeZoneDataVersion) }

  /// Nil for anything that is not written as IANA names its releases.
  public init?(_ text: String) {
    let letters = Array(text.utf8)
    guard (5...6).contains(letters.count), letters[..<4].allSatisfy({ (0x30...0x39).contains($0) }),
      letters[4...].allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    description = text
  }

  /// The release in the first line of `tzdata.zi`, which is `# version 2026a`; nil when it says nothing of
  /// the kind.
  public init?(tzdata text: String) {
    let words = text.prefix { !$0.isNewline }.split(separator: " ")
    guard words.count == 3, words[0] == "#", words[1] == "version" else { return nil }
    self.init(String(words[2]))
  }

  /// After `2026z` comes `2026za`, so the order is that of a dictionary.
  public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
