import Foundation
import Testing

@testable import Domain

@Suite struct `Passwords that may be chosen` {
  private static let rule = Result {
    PasswordRule(common: try RepositoryData.commonPasswords(), siteName: "Help Link Private")
  }

  private func refusal(_ password: String) throws -> PasswordRule.Refusal? {
    let person = PasswordRule.Person(
      name: "Dr Siobhán Kelly", address: try EmailAddress("siobhan.kelly@practice.example"))
    return try Self.rule.get().refusal(of: password, by: person)
  }

  @Test(arguments: [
    "correct horse battery staple", "a heron stood in the shallows", "kxqzjwvbnmpl", "八千代に細石の巌となりて苔の生す",
    "Tr0ub4dor&3-lorikeet", "siobhan likes wet lorikeets", "password of a wet lorikeet", "3.14159265358979",
  ])
  func `are long, and nothing else is asked of them`(password: String) throws {
    #expect(try refusal(password) == nil)
  }

  @Test(
    arguments: [
      ("", .tooShort), ("elevenchars", .tooShort),
      ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", .tooShort),
      (String(repeating: "ab c", count: 65), .tooLong), ("aaaaaaaaaaaaaaaa", .repeated),
      ("abcabcabcabcab", .repeated), ("passwordPASSWORD", .repeated), ("            ", .repeated),
      ("siobhankelly", .personal), ("Siobhan.Kelly1984", .personal),
      ("siobhan.kelly@practice.example", .personal),
      ("HelpLinkPrivate!", .personal), ("kelly-siobhan-2026", .personal), ("123456qwerty", .common),
      ("QWERTY123456", .common), ("password1234", .common), ("P4$$w0rd!!!!", .common),
      ("iloveyou2026!", .common),
      ("1q2w3e4r5t6y", .common), ("!!!123letmein", .common),
    ] as [(String, PasswordRule.Refusal)])
  func `are not what anybody would try first`(password: String, expected: PasswordRule.Refusal) throws {
    #expect(try refusal(password) == expected)
  }

  @Test func `a refusal says what to do, and never the password`() {
    let sentences = PasswordRule.Refusal.allCases.map(\.sentence)
    #expect(Set(sentences).count == sentences.count)
    for sentence in sentences { #expect(sentence.hasPrefix("Choose ")) }
  }

  @Test func `every line of the list that ships is refused where it is long enough`() throws {
    let text = String(decoding: try RepositoryData.content("common-passwords.txt"), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { $0.count >= PasswordRule.least }
    #expect(lines.count == 229)
    for line in lines { #expect(try refusal(String(line)) != nil, "\(line)") }
  }

  @Test(arguments: [("", 1), ("short\n", 1), ("password\nPASSWORD\n", 2), ("password\n\nletmein\n", 2)])
  func `a list with a bad line names it`(text: String, line: Int) {
    #expect(throws: CommonPasswords.Refusal(line: line)) { try CommonPasswords(text: text) }
  }
}
