import Domain
import Foundation
import Mail
import SMTPPeer
import Testing

/// Every step of a conversation gone wrong in every way, and what is then known of the message.
@Suite struct `SMTP faults` {
  struct Case: Sendable, CustomTestStringConvertible {
    let step: Script.Step
    let act: Script.Act
    /// The name of the reply that it comes to.
    let reply: String

    var testDescription: String { "\(step): \(act)" }
  }

  private static let beforeMail: [Script.Step] = [.greeting, .hello]
  private static let transaction: [Script.Step] = [.mail, .recipient, .data]
  private static let garbled = Script.Act.reply("\u{1}what?\u{7F} 99 no reply at all")
  /// Each ends a conversation without a reply.
  private static let ends: [Script.Act] = [.drop, .silence, .endless]

  private static let table: [Case] = {
    var table: [Case] = []
    for step in beforeMail {
      for act in ends + [garbled] { table.append(Case(step: step, act: act, reply: "unreachable")) }
    }
    table.append(Case(step: .greeting, act: .reply("421 4.3.2 closing"), reply: "unreachable"))
    // libcurl says HELO to a server that has something against EHLO, and this one takes that.
    table.append(Case(step: .hello, act: .reply("502 5.5.1 what?"), reply: "accepted"))
    table.append(Case(step: .greeting, act: .reply("554 5.7.1 not you"), reply: "unreachable"))
    for step in transaction {
      for act in ends { table.append(Case(step: step, act: act, reply: "unreachable")) }
      for reply in ["421 4.3.2 closing", "450 4.2.0 later", "550 5.1.1 nobody", "550 5.7.1 not you"] {
        table.append(Case(step: step, act: .reply(reply), reply: "refused"))
      }
      table.append(Case(step: step, act: garbled, reply: "unreachable"))
    }
    for act in ends + [garbled] { table.append(Case(step: .end, act: act, reply: "lostAfterDot")) }
    for reply in ["421 4.3.2 closing", "451 4.3.0 later", "552 5.3.4 too big", "554 5.7.1 spam"] {
      table.append(Case(step: .end, act: .reply(reply), reply: "refused"))
    }
    // What follows the answer to the dot changes nothing.
    for act in ends + [garbled, .reply("421 4.3.2 closing")] {
      table.append(Case(step: .quit, act: act, reply: "accepted"))
    }
    // Slow is not wrong.
    table.append(
      Case(step: .greeting, act: .dribble("220 relay.example", every: .milliseconds(5)), reply: "accepted"))
    table.append(
      Case(step: .recipient, act: .dribble("250 2.1.5 ok", every: .milliseconds(20)), reply: "accepted"))
    table.append(
      Case(step: .end, act: .dribble("250 2.0.0 taken", every: .milliseconds(20)), reply: "accepted"))
    table.append(Case(step: .end, act: .later(.milliseconds(800), "250 2.0.0 taken"), reply: "accepted"))
    table.append(Case(step: .mail, act: .later(.milliseconds(800), "250 2.1.0 ok"), reply: "accepted"))
    return table
  }()

  @Test(arguments: table)
  func `come to what is known, and the next message goes out over the same transport`(fault: Case)
    async throws
  {
    let relay = try Relay(
      Script(fault.step, fault.act, times: 1), responseTimeout: .seconds(3), connectTimeout: .seconds(3))
    let replies = try await relay.send(Relay.message(), times: 3)
    #expect(replies.map(\.name) == [fault.reply, "accepted", "accepted"])
    let letters = relay.server.seen.letters.count
    // Before the dot nothing was taken; after it the server has the message, whatever it answered.
    #expect(letters == (fault.step == .end || fault.reply == "accepted" ? 3 : 2))
  }

  @Test func `in the middle of a body deliver nothing`() async throws {
    let relay = try Relay(
      Script(.body, .drop, times: 1), responseTimeout: .seconds(3), connectTimeout: .seconds(3))
    // More than the socket's buffers hold: libcurl has not been told that the body ended.
    let replies = try await relay.send(Relay.message(octets: 16_000_000))
    #expect(replies.map(\.name) == ["unreachable"])
    #expect(relay.server.seen.letters.isEmpty)
  }

  @Test(arguments: Script.Step.allCases)
  func `are over in time even when the server never stops talking`(step: Script.Step) async throws {
    let relay = try Relay(Script(step, .endless), responseTimeout: .seconds(1), connectTimeout: .seconds(2))
    let clock = ContinuousClock()
    let took = try await clock.measure { _ = try await relay.send(Relay.message()) }
    #expect(took < .seconds(15))
  }
}
