import Foundation
import Testing

@testable import Domain

struct EmailAddressTests {
  private static let local64 = String(repeating: "l", count: 64)
  private static let label63 = String(repeating: "d", count: 63)
  /// 189 characters: three labels of 61 characters, dots between them, and `.com`.
  private static let domain189 =
    Array(repeating: String(repeating: "d", count: 61), count: 3).joined(separator: ".") + ".com"

  private static let accepted: [(String, String)] = [
    ("amelia@example.com", "amelia@example.com"), ("Amelia.Gunn@Example.COM", "Amelia.Gunn@example.com"),
    ("  amelia@example.com\r\n", "amelia@example.com"), ("a@b.co", "a@b.co"), ("1@2.example", "1@2.example"),
    ("o'neill@example.com", "o'neill@example.com"), ("a+tag@example.com", "a+tag@example.com"),
    ("!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"),
    ("a@xn--bcher-kva.example", "a@xn--bcher-kva.example"), ("a@a-b.c--d.example", "a@a-b.c--d.example"),
    ("-a-@example.com", "-a-@example.com"), (local64 + "@example.com", local64 + "@example.com"),
    ("a@\(label63).au", "a@\(label63).au"), (local64 + "@" + domain189, local64 + "@" + domain189),
  ]

  @Test(arguments: accepted)
  func `an address mail can be sent to is taken, its domain in lower case`(given: String, kept: String) throws
  {
    let address = try EmailAddress(given)
    #expect(address.text == kept)
    #expect(address.description == kept)
    #expect(address.key == kept.lowercased())
    #expect(try EmailAddress(address.text) == address)
  }

  private static let refused: [(String, EmailAddress.Refusal)] = [
    ("", .noAt), ("amelia", .noAt), ("example.com", .noAt), ("amelia\u{FF20}example.com", .noAt),
    ("@example.com", .localPart), (".a@example.com", .localPart), ("a.@example.com", .localPart),
    ("a..b@example.com", .localPart), ("a b@example.com", .localPart), ("\"a b\"@example.com", .localPart),
    ("a@b@example.com", .localPart), ("<a@example.com", .localPart), ("a,b@example.com", .localPart),
    ("a\r\nRCPT TO:<x@example.com", .localPart), ("a\r@example.com", .localPart),
    ("a\n@example.com", .localPart),
    ("a\0@example.com", .localPart), ("\0a@example.com", .localPart), ("a\u{7F}@example.com", .localPart),
    ("th\u{1EA3}o@example.com", .localPart), ("e\u{301}@example.com", .localPart),
    ("\u{1F600}@example.com", .localPart),
    ("\u{202E}a@example.com", .localPart), (local64 + "l@example.com", .localPart),
    ("a@", .domain), ("a@example", .domain), ("a@.example.com", .domain), ("a@example..com", .domain),
    ("a@example.com.", .domain), ("a@-example.com", .domain), ("a@example-.com", .domain),
    ("a@exa_mple.com", .domain),
    ("a@example .com", .domain), ("a@[127.0.0.1]", .domain), ("a@b\u{FC}cher.example", .domain),
    ("a@example.com\0", .domain), ("a@exa\r\nmple.com", .domain), ("a@example.com>", .domain),
    ("a@\(label63)d.au", .domain), ("a@example.c\u{43E}m", .domain), ("a@example.com\u{301}", .domain),
    (local64 + "@d" + domain189, .tooLong),
  ]

  @Test(arguments: refused)
  func `what mail cannot be sent to is refused with its reason`(given: String, refusal: EmailAddress.Refusal)
  {
    #expect(throws: refusal) { try EmailAddress(given) }
  }

  @Test(arguments: ["a@\u{212A}elvin.example", "a@example.\u{212A}y"])
  func `a letter that only becomes ASCII when its case is folded is refused`(given: String) {
    #expect(throws: EmailAddress.Refusal.domain) { try EmailAddress(given) }
  }

  @Test func `an accepted address is printable ASCII whatever stands in it`() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "a", "Z", "9", ".", "-", "@", "@", " ", "\r\n", "\0", "é", "\u{212A}", "\u{130}", "\"", "+",
      "example.com",
    ]
    for _ in 0..<5_000 {
      let count = Int.random(in: 1...6, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let address = try? EmailAddress(text + "@example.com") else { continue }
      #expect(address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(text.debugDescription)")
    }
  }

  @Test func `two that differ by case alone have one key and are not equal`() throws {
    let (small, large) = (try EmailAddress("amelia@example.com"), try EmailAddress("AMELIA@example.com"))
    #expect(small.key == large.key)
    #expect(small != large)
  }

  @Test func `a masked address shows its owner enough and others little`() throws {
    let address = try EmailAddress("amelia.gunn@example.com")
    #expect(address.masked == "a…@example.com")
    #expect(address.domain == "example.com")
  }

  @Test func `JSON keeps the text, and refuses what the door refuses`() throws {
    let address = try EmailAddress("amelia@example.com")
    #expect(try JSONDecoder().decode(EmailAddress.self, from: JSONEncoder().encode(address)) == address)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(EmailAddress.self, from: Data(#""a@b\r\nX: y""#.utf8))
    }
  }

  @Test(arguments: [EmailAddress.Refusal.noAt, .localPart, .domain, .tooLong])
  func `every refusal explains itself`(refusal: EmailAddress.Refusal) {
    #expect(refusal.explanation.count > 20)
  }
}
