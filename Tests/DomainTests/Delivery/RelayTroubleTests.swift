import Foundation
import Testing

@testable import Domain

struct RelayTroubleTests {
  private static let troubles: [SendReply] = [.unreachable(reason: "down"), .misconfigured(reason: "down")]

  @Test(arguments: troubles)
  func `pauses double from five seconds to five minutes`(reply: SendReply) {
    var relay = RelayTrouble()
    var now = Sample.now
    #expect(!relay.isPaused(now: now))
    for pause in [5.0, 10, 20, 40, 80, 160, 300, 300, 300] {
      relay.heard(reply, now: now)
      #expect(relay.isPaused(now: now))
      #expect(relay.isPaused(now: now + pause - 0.001))
      #expect(!relay.isPaused(now: now + pause))
      now += pause
    }
    #expect(relay.last == "down")
  }

  @Test func `replies to messages on their way together count once`() {
    var relay = RelayTrouble()
    for _ in 0..<20 { relay.heard(.unreachable(reason: "down"), now: Sample.now + 1) }
    #expect(!relay.isPaused(now: Sample.now + 6))
  }

  @Test func `a message that went through ends the trouble`() {
    var relay = RelayTrouble()
    relay.heard(.unreachable(reason: "down"), now: Sample.now)
    relay.heard(.unreachable(reason: "down"), now: Sample.now + 5)
    relay.heard(.accepted(code: 250, text: ""), now: Sample.now + 20)
    #expect(relay.last == nil)
    relay.heard(.unreachable(reason: "again"), now: Sample.now + 30)
    #expect(!relay.isPaused(now: Sample.now + 35))
    #expect(relay.last == "again")
  }

  @Test(arguments: [
    SendReply.refused(code: 550, enhanced: "5.1.1", text: "no such user"),
    .refused(code: 451, enhanced: nil, text: ""),
    .lostAfterDot(reason: "timeout"),
  ])
  func `a refusal of one message says nothing about the relay`(reply: SendReply) {
    var relay = RelayTrouble()
    relay.heard(reply, now: Sample.now)
    #expect(relay == RelayTrouble())
  }

  @Test(arguments: [
    (SendReply.accepted(code: 250, text: "2.0.0 Ok"), "250 2.0.0 Ok"),
    (.refused(code: 550, enhanced: "5.1.1", text: "no such user"), "550 5.1.1 no such user"),
    (.refused(code: 451, enhanced: nil, text: "later"), "451 later"),
    (.unreachable(reason: "no route"), "relay not reached: no route"),
    (.misconfigured(reason: "no TLS"), "not sent: no TLS"),
    (.lostAfterDot(reason: "timeout"), "reply lost: timeout"),
  ])
  func `a reply is told on one line`(reply: SendReply, words: String) {
    #expect(reply.words == words)
  }
}
