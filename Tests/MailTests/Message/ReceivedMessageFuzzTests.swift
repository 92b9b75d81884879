import Domain
import Fuzzing
import Testing

@testable import Mail

@Suite(.timeLimit(.minutes(60)))
struct ReceivedMessageFuzzTests {
  @Test func `any octets can be read as a message`() async throws {
    let corpus = [
      "From: a@example.com\r\nTo: =?utf-8?q?J=C3=B6rg?= <j@example.com>\r\nSubject: x\r\n\r\nbody\r\n",
      """
      Content-Type: multipart/alternative; boundary="b"

      --b
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      a=3Db=
      c
      --b
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      PGI+eDwvYj4=
      --b--

      """,
    ]
    try await Fuzz.run("received messages", corpus: corpus) { text in _ = ReceivedMessage(Array(text.utf8)) }
  }
}
