import Domain
import Foundation
import Testing

@testable import Mail

@Suite struct `The invitation's email` {
  /// The sample with other facts, under keys of these numbers.
  private func message(
    keys: [UInt8] = [1], _ change: (inout InvitationEmail) -> Void = { _ in }
  ) throws -> Message {
    var entry = try EmailFixture.entry(.invitation)
    guard case .invitation(var facts) = entry.email else { throw EmailFixture.Missing() }
    change(&facts)
    entry.email = .invitation(facts)
    let ring = try EmailFixture.wanted(
      KeyRing(Dictionary(uniqueKeysWithValues: keys.map { ($0, [UInt8](repeating: $0, count: 32)) })))
    let maker = MessageMaker(
      site: try EmailFixture.site(), keys: ring, templates: try EmailFixture.templates())
    return try maker.message(for: entry, to: EmailFixture.wanted(EmailFixture.address)).message
  }

  private func link(_ message: Message) throws -> String {
    try #require(EmailFixture.links(message.text).first { $0.contains("/invite/") })
  }

  @Test func `its link is 160 bits of the record, the generation and the key, the same at every attempt`()
    throws
  {
    let first = try link(try message())
    #expect(first.split(separator: "/").last?.count == 32)
    #expect(try link(try message()) == first)
    #expect(try link(try message { $0.generation = 2 }) != first)
    #expect(try link(try message(keys: [1, 2]) { $0.keyID = 2 }) != first)
    #expect(try link(try message(keys: [1, 2])) == first, "a rotation leaves sent links as they are")
    #expect(throws: MessageMakerError.self) { try message { $0.keyID = 9 } }
  }

  @Test func `without a note nothing is quoted`() throws {
    let message = try message { $0.note = "" }
    #expect(!message.text.contains("They write") && !(message.html ?? "").contains("They write"))
  }

  @Test func `what an inviter writes adds no line, no element and no header of its own`() throws {
    let hostile = "x\r\n\r\nBcc: y@example.com <script>alert(1)</script> \"&{{link}}"
    let message = try message {
      $0.note = hostile
      $0.inviter = "A\r\nBcc: z@example.com"
    }
    #expect(!message.text.contains("\nBcc") && !message.text.unicodeScalars.contains("\r"))
    #expect(!(message.html ?? "").contains("<script>"))
    #expect(message.text.contains("{{link}}"))
    let bytes = String(decoding: try message.bytes(), as: UTF8.self)
    #expect(!bytes.contains("\r\nBcc:"))
  }

  @Test func `it is addressed without a name, and carries no unsubscribe`() throws {
    let bytes = String(decoding: try message().bytes(), as: UTF8.self)
    #expect(bytes.contains("To: <amelia@example.com>"))
    #expect(!bytes.contains("List-Unsubscribe"))
  }
}
