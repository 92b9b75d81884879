import Foundation
import Testing

@testable import Domain

struct InvitationNoteTests {
  @Test(arguments: [
    ("", ""), ("  Hello   there ", "Hello there"), ("Hello,\r\n\r\nJo\t!", "Hello, Jo !"),
    ("See https://evil.example/x now", "See now"), ("(www.evil.test)", ""), ("evil.com", ""),
    ("Evil.COM/path?x=1", ""), ("go to example.com.au, please", "go to please"), ("me@example.com", ""),
    ("mailto:me", ""), ("tel:131114", ""), ("JavaScript:alert(1)", ""), ("10.0.0.1", ""),
    ("ｅｖｉｌ．ｃｏｍ", ""), ("evil。com", ""), ("evil.xn--p1ai", ""), ("e\u{200B}vil.c\u{200D}om", ""),
    ("https:\u{200B}//evil.test", ""),
    ("Call me at 3.30 p.m., e.g. today...", "Call me at 3.30 p.m., e.g. today..."),
    ("Well...thanks and/or cheers", "Well...thanks and/or cheers"), ("M.Psych", "M. Psych"),
    ("Good.Would you join?", "Good. Would you join?"), ("\u{202E}olleh", "olleh"),
    ("a\u{0}b\u{1B}[31m", "a b [31m"),
    ("Đỗ Thảo 👩🏽‍⚕️", "Đỗ Thảo 👩🏽‍⚕️"), ("--\n\nUnsubscribe", "-- Unsubscribe"),
  ])
  func `what was typed becomes one line without links`(typed: String, text: String) throws {
    #expect(try InvitationNote(typed).text == text)
  }

  @Test func `five hundred are the most, counted as forms count and after the links went`() throws {
    #expect(try InvitationNote(String(repeating: "a", count: 500)).text.utf16.count == 500)
    #expect(throws: InvitationNote.Refusal.tooLong) { try InvitationNote(String(repeating: "a", count: 501)) }
    #expect(throws: InvitationNote.Refusal.tooLong) { try InvitationNote(String(repeating: "👍", count: 251)) }
    #expect(try InvitationNote(String(repeating: "evil.com ", count: 500)).text == "")
  }

  @Test func `a note made of a note is the same, and nothing in any is a link or a control`() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "a", "Bc", ".", "..", "/", "://", "http", "@", "com", "au", "www", " ", "\n", "\t", "\u{200D}", "。",
      "．", "-",
      "1", "9", "xn--", "mailto:", "é", "👍", "\u{202E}", "\u{0}", "(", ")", ",", "Psych",
    ]
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...14, using: &generator)
      let typed = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let note = try InvitationNote(typed)
      #expect(try InvitationNote(note.text) == note, "\(typed.debugDescription)")
      #expect(
        !note.text.contains("://") && !note.text.contains("@") && !note.text.lowercased().contains("www."))
      #expect(!note.text.contains(/(?i)[a-z0-9]\.(com|au)\b/), "\(typed.debugDescription)")
      #expect(!note.text.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }
}
