import Testing

@testable import Domain

struct MemberNameTests {
  @Test(
    arguments: [
      ("Dr Amelia Gunn", "Dr Amelia Gunn"), ("  Dr   Thảo O'Neill-Đỗ ", "Dr Thảo O'Neill-Đỗ"), ("X", "X"),
      ("李小龙", "李小龙"), ("A/Prof Lee", "A/Prof Lee"), ("J.R. Smith", "J.R. Smith"), ("Buy evil.com", nil),
      ("//evil.com", nil), ("", nil), ("   ", nil), ("42", nil), ("a@b.c", nil), ("http://x", nil),
      ("<b>A</b>", nil), ("A\nB", nil), ("A\u{0}", nil), ("\u{202E}A", nil), ("A\u{2028}B", nil),
    ] as [(String, String?)])
  func `a name is on one line and makes no link`(typed: String, name: String?) {
    #expect((try? MemberName.read(typed)) == name)
  }

  @Test func `a hundred are the most`() throws {
    #expect(try MemberName.read(String(repeating: "a", count: 100)).count == 100)
    #expect(throws: MemberName.Refusal.tooLong) { try MemberName.read(String(repeating: "a", count: 101)) }
    #expect(throws: MemberName.Refusal.missing) { try MemberName.read(" ") }
  }
}
