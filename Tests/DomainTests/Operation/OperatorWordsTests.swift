import Foundation
import Testing

@testable import Domain

/// What others wrote, as a line for the operator shows it; and where JSON goes wrong.
struct OperatorWordsTests {
  @Test(arguments: [
    ("site.name", "site.name"), ("", ""), ("a\nb", "a<U+A>b"), ("\u{1B}[2J", "<U+1B>[2J"),
    ("\r\n", "<U+D><U+A>"),
    ("a\u{202E}b\u{2028}", "a<U+202E>b<U+2028>"), ("Ünïcode 👍", "Ünïcode 👍"),
  ])
  func `control characters are shown as their code points`(text: String, shown: String) {
    #expect(text.shown == shown)
  }

  @Test(arguments: [59, 60, 61, 10_000])
  func `a long text is cut, and a mark stands for the rest`(length: Int) {
    let text = String(repeating: "x", count: length)
    let expected: String = length <= 60 ? text : String(repeating: "x", count: 60) + "…"
    #expect(text.shown == expected)
    #expect("\n\n".shown(atMost: 1) == "<U+A>…")
  }

  @Test(arguments: [
    ("{\n \"a\": 1,\n \"b\" 2}", 3, 6), ("[1,2", 1, 5), ("", 1, 1), ("{\"a\": 1}}", 1, 9), ("\n\n'", 3, 1),
    ("{\n}\n{", 3, 1), ("{\"a\":\"x\ny\"}", 1, 8),
  ])
  func `the first mistake in JSON has a line and a column`(text: String, line: Int, column: Int) throws {
    let place = try #require(JSONPlace(firstMistakeIn: Data(text.utf8)))
    #expect(place.line == line && place.column == column, "\(text)")
  }

  @Test(arguments: ["{}", "[1, {\"a\": null}]\n", "\"text\"", "1"])
  func `what is JSON has none`(text: String) {
    let isJSON = JSONPlace(firstMistakeIn: Data(text.utf8)) == nil
    #expect(isJSON)
  }

  @Test func `a text of ten thousand characters is compared with no key`() {
    let nearest: String? = NearestKey.to(String(repeating: "mail.rate", count: 1_000), among: ["mail.rate"])
    #expect(nearest == nil)
  }
}
