import Foundation
import Mail
import Testing

/// The bodies of a composed message arrive as they were written, whatever they hold.
@Suite struct `Message bodies` {
  @Test(arguments: MessageSamples.texts)
  func `both parts read as they were written`(text: String) throws {
    let message = MessageSamples.message(text: text, html: "<p>\(text)</p>")
    let parts = try ParsedMessage(message.bytes()).parts
    #expect(
      parts.map { $0.value("Content-Type") } == ["text/plain; charset=utf-8", "text/html; charset=utf-8"])
    #expect(parts.map { Array($0.text.utf8) } == [text, "<p>\(text)</p>"].map { Array(newlines($0).utf8) })
  }

  @Test(arguments: [0, 1, 72, 73, 74, 75, 76, 77, 1024, 65_535, 65_536, 65_537, 1_048_576])
  func `lines of any length are cut and come back`(octets: Int) throws {
    let text = MessageSamples.line(octets: octets)
    let bytes = try MessageSamples.message(text: text + "\n.\n..\nFrom me\n \n\t\n", html: "\n" + text + " ")
      .bytes()
    check(bytes)
    let parts = ParsedMessage(bytes).parts.map(\.text)
    #expect(parts == [text + "\n.\n..\nFrom me\n \n\t\n", "\n" + text + " "])
  }

  @Test(arguments: [1024, 65_535, 65_536, 65_537, 1_048_576])
  func `long text in another script travels as base64`(octets: Int) throws {
    let text = String(repeating: "山", count: octets / 3) + "\n"
    let bytes = try MessageSamples.message(text: text, html: nil).bytes()
    check(bytes)
    let parsed = ParsedMessage(bytes)
    #expect(parsed.value("Content-Transfer-Encoding") == "base64")
    #expect(parsed.text == text)
    #expect(bytes.count < text.utf8.count * 3 / 2 + 1024)
  }

  @Test(arguments: 0..<200)
  func `random texts come back`(seed: UInt64) throws {
    var chance = Chance(state: seed)
    let text = chance.text()
    let bytes = try MessageSamples.message(text: text, html: "<b>" + text).bytes()
    check(bytes)
    let parts = ParsedMessage(bytes).parts.map { Array($0.text.utf8) }
    #expect(parts == [text, "<b>" + text].map { Array(newlines($0).utf8) })
  }

  @Test func `plain text alone is one part that ends its line`() throws {
    let bytes = try MessageSamples.message(text: "no line end", html: nil).bytes()
    #expect(bytes.suffix(13) == Array("no line end\r\n".utf8)[...])
    #expect(ParsedMessage(bytes).value("Content-Type") == "text/plain; charset=utf-8")
  }

  @Test func `one message has one form`() throws {
    let first = try MessageSamples.message().bytes()
    #expect(try MessageSamples.message().bytes() == first)
    #expect(try MessageSamples.message(text: "Other\n").bytes() != first)
  }

  @Test func `a text that quotes another message's boundary is not cut by it`() throws {
    let inner = try String(decoding: MessageSamples.message().bytes(), as: UTF8.self)
    let parts = try ParsedMessage(MessageSamples.message(text: inner, html: inner).bytes()).parts
    #expect(parts.map(\.text) == [newlines(inner), newlines(inner)])
  }

  /// CRLF alone ends lines, and none is longer than 76 octets, begins with a dot or with `From `.
  private func check(_ bytes: [UInt8]) {
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    let lines = ParsedMessage.lines(bytes)
    #expect(lines.allSatisfy { $0.count <= 76 && !$0.contains(0x0D) && !$0.contains(0x0A) })
    #expect(lines.allSatisfy { $0.first != UInt8(ascii: ".") && !$0.starts(with: "From ".utf8) })
    #expect(lines.allSatisfy { $0.allSatisfy { $0 < 0x7F } })
  }

  /// What readers of a line see: CR and CRLF end one like LF.
  private func newlines(_ text: String) -> String {
    text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}

/// A fixed sequence of chances (SplitMix64), so that a failure can be repeated.
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Up to 400 scalars, rich in what encodings treat apart.
  mutating func text() -> String {
    let alphabet =
      Array("ab. =\t\r\n\n?_-\"<>é山👩\u{301}\u{200D}ש\0F".unicodeScalars) + Array("From ".unicodeScalars)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...400, using: &self) {
      if let scalar = alphabet.randomElement(using: &self) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
