import Domain
import Foundation
import Testing

@testable import Mail

/// Nothing in a person's fields becomes markup.
@Suite struct `HTML escaping` {
  static let special = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
  /// Combining marks and joiners: to Swift, each makes one character with what stands before it.
  static let marks = ["", "\u{301}", "\u{338}", "\u{20DD}", "\u{FE0F}", "\u{200D}", "\u{1F3FD}", "\u{E0061}"]

  @Test(arguments: Array(special.keys), marks)
  func `a special character is escaped whatever mark follows it`(character: String, mark: String) {
    let escaped = HTMLEscaping().escapeText("a" + character + mark + "b")
    let expected = "a" + (Self.special[character] ?? "") + mark + "b"
    #expect(Array(escaped.utf8) == Array(expected.utf8))
  }

  @Test(arguments: marks)
  func `no name breaks out of the email it stands in`(mark: String) throws {
    let name = "\"\(mark)'\(mark)<\(mark)script>&\(mark){{site-name}}"
    let html = try #require(try EmailFixture.message(name: name).html)
    let octets = Array(html.utf8)
    for part in ["\"\(mark)'", "'\(mark)<", "<\(mark)script"] {
      #expect(octets.firstRange(of: Array(part.utf8)) == nil)
    }
    #expect(octets.firstRange(of: Array("{{site-name}}".utf8)) != nil)
  }

  @Test func `text and subjects are not escaped`() throws {
    #expect(try EmailFixture.message(name: "Mary O'Neil & Sons").text.contains("Hello Mary O'Neil & Sons,"))
  }
}
