import Testing

@testable import Web

@Suite struct EscapingTests: Markup {
  static let specials: [(character: String, escaped: String)] = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ]

  /// Marks that Swift joins to the character before them: accents, a joiner, a variation selector, a keycap, an
  /// Indic sign, a tag character, an emoji modifier.
  static let joiners = [
    "", "\u{301}", "\u{338}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{903}", "\u{E0061}", "\u{1F3FD}",
  ]

  @Test(arguments: specials.map(\.character), joiners)
  func `each special character is escaped, whatever mark follows it`(special: String, joiner: String) throws {
    let escaped = try #require(Self.specials.first { $0.character == special }).escaped
    let expected = Array((escaped + joiner).utf8)
    #expect((special + joiner).rendered() == expected)
    #expect(
      p(.id(special + joiner)) {}.rendered() == Array("<p id=\"".utf8) + expected + Array("\"></p>".utf8))
  }

  @Test(arguments: Array(0x00...0x1F) + [0x7F])
  func `a control character becomes a replacement character, a tab or a line end stays`(code: Int) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let stays = [0x09, 0x0A, 0x0D].contains(code)
    #expect(String(scalar).rendered() == Array((stays ? String(scalar) : "\u{FFFD}").utf8))
  }

  @Test func `a string made from unpaired surrogates holds replacement characters`() {
    let units: [UInt16] = [0x22, 0xD800, 0x3C, 0xDC00]
    #expect(
      String(decoding: units, as: UTF16.self).rendered() == Array("&quot;\u{FFFD}&lt;\u{FFFD}".utf8))
  }

  @Test func `a string bridged from bytes that are not UTF-8 is escaped as well`() {
    let text = String(decoding: [0x22, 0xC0, 0xBC, 0x3C, 0xFF] as [UInt8], as: UTF8.self)
    #expect(text.rendered() == Array("&quot;\u{FFFD}\u{FFFD}&lt;\u{FFFD}".utf8))
  }

  @Test(arguments: 0..<400)
  func `any text comes back from a page as it went in, in text and in attributes`(seed: UInt64) throws {
    let text = HostileText(seed: seed).next(length: 40)
    let page = p(.id(text), .value(text), .required()) {
      text
      span(.ariaLabel(text)) { text }
    }
    let parsed = try ParsedPage(page.rendered())
    #expect(parsed.elements.map(\.name) == ["p", "span"])
    let outer = try #require(parsed.elements.first)
    let inner = try #require(parsed.elements.last)
    #expect(outer.attributes.map(\.name) == ["id", "value", "required"])
    #expect(inner.attributes.map(\.name) == ["aria-label"])
    for value in [outer["id"], outer["value"], inner["aria-label"], inner.text] {
      #expect(value.map { Array($0.utf8) } == Array(text.utf8))
    }
    #expect(Array(outer.text.utf8) == Array((text + text).utf8))
  }
}
