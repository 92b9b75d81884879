import Foundation
import Testing

@testable import Mail

@Suite struct `A received message` {
  private func sent(subject: String, text: String, html: String?) throws -> ReceivedMessage {
    let message = Message(
      from: Message.Mailbox(name: "Zoë Ngọc", address: "zoe@example.com"),
      to: Message.Mailbox(name: nil, address: "to@example.com"), replyTo: nil, subject: subject,
      date: Date(timeIntervalSince1970: 1_796_000_000), messageID: "one@example.com", text: text, html: html,
      headers: [])
    return ReceivedMessage(try message.bytes())
  }

  @Test(arguments: [
    ("How long is your wait?", "plain\nlines\n", "<p>plain</p>\n"),
    ("Zoë: wie lang? 🙂", "Ünïcödé = 100 %\n.\n..dots\n", "<p>Trần &amp; Lê</p>\n"),
    (
      String(repeating: "long subject ", count: 30) + "end", String(repeating: "x", count: 3_000) + "\n",
      "<b>=3D</b>\n"
    ),
    ("مرحبا بالعالم", String(repeating: "مرحبا ", count: 200) + "\n", "<p>مرحبا</p>\n"),
  ])
  func `reads back what was sent`(subject: String, text: String, html: String) throws {
    let received = try sent(subject: subject, text: text, html: html)
    #expect(received.field("Subject") == subject)
    #expect(received.field("from") == "Zoë Ngọc <zoe@example.com>")
    #expect(received.text(ofType: "text/plain") == text)
    #expect(received.text(ofType: "text/html") == html)
  }

  @Test func `with one part has no other`() throws {
    let received = try sent(subject: "s", text: "only\n", html: nil)
    #expect(received.text(ofType: "text/plain")?.trimmingCharacters(in: .newlines) == "only")
    #expect(received.text(ofType: "text/html") == nil)
  }

  @Test(arguments: [
    "", "\n", "no colon", "Subject: =?utf-8?B?!!!?=\n\nx", "Content-Type: multipart/mixed; boundary=\n\n--\n",
    "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=a\n\n--a--",
    " folded first\n\n",
    "Content-Transfer-Encoding: quoted-printable\n\n=\n=X=C3",
  ])
  func `that is broken is read as far as it goes`(text: String) {
    let received = ReceivedMessage(Array(text.utf8))
    #expect(received.raw == text)
    _ = received.field("subject")
    _ = received.text(ofType: "text/plain")
  }
}
