import Testing

@testable import Domain

struct ReplyWithoutAddressesTests {
  @Test(arguments: [
    ("<amelia@example.com>: Recipient address rejected", "<address>: Recipient address rejected"),
    ("user amelia.hart+x@mail.example.com unknown.", "user <address> unknown."),
    ("Mail to amelia@example.com.", "Mail to <address>."),
    ("(amelia@example.com) [0]", "(<address>) [0]"), ("rcpt=amelia@example.com;", "<address>;"),
    ("mailto:amelia@example.com", "mailto:<address>"),
    ("https://spam.example/why?who=amelia%40example.com&n=1 says no", "https:<address> says no"),
    ("amelia%2540example.com", "<address>"), ("\"amelia hart\"@example.com unknown", "<address> unknown"),
    ("no <\"amelia > hart\"@example.com> here", "no <address> here"),
    ("\"a \\\" hart\"@example.com", "<address>"), ("amelia.\"van hart\"@example.com", "<address>"),
    ("\"amelia@example.com\" is unknown", "\"<address>\" is unknown"),
    ("host \"mx1\" refused \"amelia@example.com\"", "host \"mx1\" refused \"<address>\""),
    ("<Amelia Hart amelia@example.com>", "<address>"), ("<amelia@example.com", "<address>"),
    ("amelia@[192.0.2.1]: no", "<address>: no"), ("amelia@[IPv6:2001:db8::1] no", "<address> no"),
    ("th\u{1EA3}o@b\u{FC}cher.example no", "<address> no"), ("amelia\u{FF20}example.com", "<address>"),
    ("a@example.com,b@example.org", "<address>,<address>"), ("a@b@c.example", "<address>"),
    ("amelia@ unknown", "<address> unknown"), ("<@relay.example:amelia@example.com>", "<address>"),
  ])
  func `an address in a reply is not shown`(reply: String, shown: String) {
    #expect(reply.withoutAddresses == shown)
  }

  @Test(arguments: [
    "", "250 2.0.0 Ok: queued as 4F2A1B", "451 4.7.1 Greylisted, try again in 300 seconds", "@",
    "50 % @ noon",
    "see https://support.example/mail/?p=NoSuchUser", "100%4", "<CAF+x.1>", "100% 40", "\"quoted\" text",
  ])
  func `a reply without one stays as it is`(reply: String) {
    #expect(reply.withoutAddresses == reply)
  }

  @Test(arguments: [
    ("no such user: amelia.hart", "no such user: <address>"), ("AMELIA.HART unknown", "<address> unknown"),
    ("<amelia.hart@example.com> (amelia.hart) no", "<address> (<address>) no"),
    ("unknown: 'amelia.hart'", "unknown: '<address>'"),
    ("camelia.hart amelia.harty", "camelia.hart amelia.harty"),
    ("amelia.hart@other.example", "<address>"), ("", ""),
  ])
  func `a recipient's name alone is not shown either`(reply: String, shown: String) throws {
    let recipient = try EmailAddress("Amelia.Hart@example.com")
    #expect(reply.withoutAddresses(orNameOf: recipient) == shown)
  }

  @Test(arguments: 1...500)
  func `no part of an address is left, wherever it stands, and the words around it stay`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    let address = Self.address(using: &chance)
    let (before, after) = Self.frames.randomElement(using: &chance) ?? ("", "")
    let shown = "550 5.1.1 first \(before)\(address)\(after) last".withoutAddresses
    for part in ["amelia", "hart", "secret"] { #expect(!shown.lowercased().contains(part), "\(address)") }
    #expect(shown.contains("<address>"))
    #expect(shown.hasPrefix("550 5.1.1 ") && shown.hasSuffix(" last"), "\(shown)")
    #expect(shown.withoutAddresses == shown)
  }

  private static let frames = [
    ("", ""), ("<", ">"), ("<", ">:"), ("(", ")"), ("[", "]"), ("'", "'"), ("mailto:", ""), ("to=<", ">,"),
    ("RCPT TO:<", ">"), ("", "."), ("", ","), ("user ", " unknown"), ("(expanded from <", ">):"), ("{", "}"),
    ("a \"quoted\" word, ", "; done"), ("<Dr Hart ", ">"),
  ]

  /// An address of RFC 5321 or one that people write: dot-string or quoted, of a host or a literal, encoded or not.
  private static func address(using chance: inout SeededGenerator) -> String {
    let atoms = [
      "amelia", "Hart", "o'hart", "amelia+secret", "hart_1", "=?amelia?=", "am\u{E9}lia", "{hart}",
    ]
    let quoted = [
      "amelia hart", "hart, amelia", "amelia@hart", "a\\\"hart", "<hart>", "amelia (secret)", "hart;",
    ]
    let domains = [
      "secret.example", "mail.secret.example.com", "hart-secret.au", "[192.0.2.7]", "s\u{E9}cret.au",
    ]
    let encoding = Int.random(in: 0...4, using: &chance)
    let isQuoted = encoding > 1 && Bool.random(using: &chance)
    let local =
      isQuoted
      ? "\"" + (quoted.randomElement(using: &chance) ?? "") + "\""
      : (0...Int.random(in: 0...2, using: &chance)).map { _ in atoms.randomElement(using: &chance) ?? "" }
        .joined(separator: ".")
    let sign = ["%40", "%2540"].indices.contains(encoding) ? ["%40", "%2540"][encoding] : "@"
    return local + sign + (domains.randomElement(using: &chance) ?? "")
  }
}
