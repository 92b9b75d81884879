import Foundation

/// The time zone at the end of an expression, kept with the name it was written by.
struct CalendarZone: Sendable, Hashable {
  let name: String
  let timeZone: TimeZone

  static let utc = CalendarZone(name: "UTC", timeZone: .gmt)

  /// Splits off a zone: the last word, when it begins with a letter and is not the only word.
  static func split(_ text: String) throws(CalendarExpressionError) -> (body: String, zone: CalendarZone?) {
    guard let space = text.lastIndex(of: " ") else { return (text, nil) }
    let word = String(text[text.index(after: space)...])
    guard let first = word.first, first.isASCII, first.isLetter else { return (text, nil) }
    guard let zone = CalendarZone(word) else {
      throw CalendarExpressionError(
        column: text.distance(from: text.startIndex, to: space) + 2,
        message: "no time zone is called '\(word)': write UTC or an IANA name such as Australia/Sydney")
    }
    return (String(text[..<space]), zone)
  }

  private init(name: String, timeZone: TimeZone) {
    self.name = name
    self.timeZone = timeZone
  }

  private init?(_ word: String) {
    if word.uppercased() == "UTC" {
      self = .utc
      return
    }
    // Foundation also takes abbreviations that IANA does not know, some with surprising meanings (BST is
    // Dhaka's time), and offsets such as GMT+10, whose sign is the opposite of Etc/GMT+10.
    guard word.contains("/") || Self.singleWords.contains(word), word != "Etc/Unknown",
      let zone = TimeZone(identifier: word)
    else { return nil }
    self.init(name: word, timeZone: zone)
  }

  /// The names without a slash in IANA's database.
  private static let singleWords: Set<String> = [
    "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT+0",
    "GMT-0", "GMT0", "Greenwich", "HST", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan",
    "Kwajalein", "Libya", "MET", "MST", "MST7MDT", "NZ", "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland",
    "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "Universal", "W-SU", "WET", "Zulu",
  ]
}
