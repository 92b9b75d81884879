import Testing

@testable import Mail

/// Replies as servers write them, well and badly.
@Suite struct `SMTP replies` {
  private func read(_ text: String) -> SMTPReply? {
    var reader = SMTPReplyReader()
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      let reply = Array("\(line)\r\n".utf8).withUnsafeBufferPointer { reader.read($0) }
      if let reply { return reply }
    }
    return nil
  }

  @Test(arguments: [
    ("250 2.1.5 ok", SMTPReply(code: 250, enhanced: "2.1.5", text: "ok")),
    ("250", SMTPReply(code: 250, enhanced: nil, text: "")),
    ("550 5.1.1", SMTPReply(code: 550, enhanced: "5.1.1", text: "")),
    ("550 5.1.1oops", SMTPReply(code: 550, enhanced: nil, text: "5.1.1oops")),
    ("421 1.2.3 later", SMTPReply(code: 421, enhanced: nil, text: "1.2.3 later")),
    ("550 5.1 x", SMTPReply(code: 550, enhanced: nil, text: "5.1 x")),
    ("550-5.7.515 not\r\n550 5.7.515 today", SMTPReply(code: 550, enhanced: "5.7.515", text: "not today")),
    ("noise\r\n451 4.3.0 later", SMTPReply(code: 451, enhanced: "4.3.0", text: "later")),
  ])
  func `a reply has a code, perhaps a status, and a text`(text: String, reply: SMTPReply) {
    #expect(read(text) == reply)
  }

  @Test(arguments: ["", "25", "abc", "250-more", "100 x", "999 x", "+50 x", "250x"])
  func `what is no complete reply is none`(text: String) {
    #expect(read(text) == nil)
  }

  @Test func `a reply without end is bounded and printable`() {
    let lines = String(repeating: "550-5.1.1 \u{1B}[31mé\u{0}\r\n", count: 5000) + "550 end"
    let reply = read(lines)
    #expect((reply?.text.utf8.count ?? 0) <= 1000)
    #expect(reply?.text.utf8.allSatisfy { (0x20...0x7E).contains($0) } == true)
  }
}
