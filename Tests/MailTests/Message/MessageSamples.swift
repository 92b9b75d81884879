import Foundation
import Mail

/// Texts that have broken mail programs.
enum MessageSamples {
  static let texts: [String] = [
    "Ada Lovelace", "O'Brien, Mary", "\"quoted\" \\ name", "Dr. A. B. Smith (Perth)", "a@b <c@d>",
    "José Müller", "山田太郎", "مرحبا بالعالم", "שלום עולם", "👩‍👩‍👧‍👦 family 🇦🇺",
    "e\u{301}\u{302}\u{303} combining \"\u{301}", "=?UTF-8?B?eA==?=", "a=?b", "two  spaces",
    "\u{202E}right to left", "tab\there", "nul\0byte", "line\r\nBcc: eve@example.com", "lone\rreturn",
    "lone\nfeed", "\u{2028}separators\u{85}", "\u{FEFF}mark", "_under_score_", "x?=y", "50% off =20 =3D",
    String(repeating: "n", count: 5000), String(repeating: "word ", count: 1000) + "end",
    String(repeating: "é", count: 5000), String(repeating: "👩‍👩‍👧‍👦", count: 700),
    String(repeating: "שלום ", count: 1000) + "a", String(repeating: "e\u{301}", count: 2500),
    "a" + String(repeating: "\u{301}", count: 5000), String(repeating: "\"", count: 60),
    String(repeating: "a,", count: 40),
  ]

  /// A message that a test changes one thing of.
  static func message(text: String = "Hello\n", html: String? = "<p>Hello</p>\n") -> Message {
    Message(
      from: .init(name: "Help Link Private", address: "network@example.com"),
      to: .init(name: "Ada Lovelace", address: "ada@example.com"), subject: "How long is your wait?",
      date: Date(timeIntervalSince1970: 1_796_000_000), messageID: "abc.def@example.com", text: text,
      html: html)
  }

  /// What a reader should see of a text in a header: controls are one space, the ends are trimmed.
  static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var afterControl = false
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F
      if !isControl { scalars.append(scalar) } else if !afterControl { scalars.append(" ") }
      afterControl = isControl
    }
    return String(scalars).trimmingCharacters(in: CharacterSet(charactersIn: " "))
  }

  /// A line of so many octets, of every kind of character that quoted-printable treats apart.
  static func line(octets: Int) -> String {
    let pattern = Array(".From you = \t= https://example.com/w/abc?x=1&y=2 plain words and more ".utf8)
    return String(decoding: (0..<octets).map { pattern[$0 % pattern.count] }, as: UTF8.self)
  }
}
