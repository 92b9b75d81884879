import Foundation
import Mail
import Testing

/// The header of a composed message: what is in it, what cannot get into it.
@Suite struct `Message headers` {
  @Test(arguments: MessageSamples.texts)
  func `a subject reads as it was written`(text: String) throws {
    var message = MessageSamples.message()
    message.subject = text
    let parsed = try ParsedMessage(message.bytes())
    #expect(scalars(DecodedWords.text(parsed.value("Subject"))) == scalars(MessageSamples.visible(text)))
  }

  @Test(arguments: MessageSamples.texts)
  func `names read as they were written, beside their addresses`(text: String) throws {
    var message = MessageSamples.message()
    message.from.name = text
    message.to.name = text
    message.replyTo = .init(name: text, address: "reply@example.com")
    let parsed = try ParsedMessage(message.bytes())
    for (field, address) in [("From", "network"), ("To", "ada"), ("Reply-To", "reply")] {
      let mailbox = DecodedWords.mailbox(parsed.value(field))
      #expect(scalars(mailbox.name ?? "") == scalars(MessageSamples.visible(text)))
      #expect(mailbox.address == "\(address)@example.com")
    }
  }

  @Test(arguments: MessageSamples.texts)
  func `no text adds a field, a long line or an octet that is not ASCII`(text: String) throws {
    var message = MessageSamples.message()
    message.subject = text
    message.to.name = text
    message.replyTo = .init(name: text, address: "reply@example.com")
    message.headers = [.listID("rounds.example.com", name: text)]
    let bytes = try message.bytes()
    let names = ParsedMessage(bytes).headers.map(\.name)
    #expect(
      names == [
        "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "List-Id", "MIME-Version", "Content-Type",
      ])
    for line in ParsedMessage.lines(bytes) {
      #expect(line.count <= 76)
      #expect(line.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x09) })
      #expect(line.isEmpty || line.contains { $0 != 0x20 })
    }
  }

  @Test(arguments: [nil, "", "  ", "\r\n"])
  func `a blank name is no name`(name: String?) throws {
    var message = MessageSamples.message()
    message.to.name = name
    #expect(try ParsedMessage(message.bytes()).value("To") == "<ada@example.com>")
  }

  @Test func `plain names stay plain, others are quoted`() throws {
    var message = MessageSamples.message()
    message.to.name = "Smith, J."
    let parsed = try ParsedMessage(message.bytes())
    #expect(parsed.value("From") == "Help Link Private <network@example.com>")
    #expect(parsed.value("To") == "\"Smith, J.\" <ada@example.com>")
  }

  @Test func `an empty subject is an empty field`() throws {
    var message = MessageSamples.message()
    message.subject = "\n"
    #expect(try ParsedMessage(message.bytes()).values("Subject") == [""])
  }

  @Test(arguments: [20, 60, 500, 960])
  func `an unsubscribe address is never broken`(length: Int) throws {
    let url = "https://example.com/u/" + String(repeating: "a", count: length)
    var message = MessageSamples.message()
    message.headers = Message.Header.oneClickUnsubscribe(url: url)
    let bytes = try message.bytes()
    #expect(ParsedMessage(bytes).value("List-Unsubscribe") == "<\(url)>")
    #expect(ParsedMessage(bytes).value("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
    #expect(String(decoding: bytes, as: UTF8.self).contains("<\(url)>\r\n"))
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
