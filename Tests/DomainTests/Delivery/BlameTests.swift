import Foundation
import Testing

@testable import Domain

@Suite struct `Whom a refusal blames` {
  private static func refused(_ code: Int, _ enhanced: String?) -> SendReply {
    .refused(code: code, enhanced: enhanced, text: "words")
  }

  @Test(arguments: ["5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1"])
  func `is the address when that takes no mail`(status: String) throws {
    let address = try EmailAddress("ada@example.com")
    let reply = Self.refused(550, status)
    #expect(Consequence.of(reply, stream: .rounds, address: address) == .suppress(address))
  }

  @Test(arguments: ["5.7.0", "5.7.1", "5.7.26", "5.7.515", "5.7.999"], [500, 550, 554])
  func `is our standing when the server's policy refuses`(status: String, code: Int) throws {
    let address = try EmailAddress("ada@example.com")
    #expect(
      Consequence.of(Self.refused(code, status), stream: .digests, address: address) == .pause(.digests))
  }

  @Test(
    arguments: [
      (550, nil), (554, nil), (550, "5.0.0"), (550, "5.1.0"), (550, "5.1.7"), (550, "5.1.8"), (552, "5.2.2"),
      (552, "5.3.4"), (550, "5.4.1"), (550, "5.6.0"), (450, "4.1.1"), (451, "4.7.1"), (450, "5.1.1"),
      (451, "5.7.1"),
    ] as [(Int, String?)])
  func `is nobody in all other cases`(code: Int, status: String?) {
    #expect(Self.refused(code, status).blame == nil)
  }

  @Test func `is nobody when nothing was refused`() {
    for reply: SendReply in [
      .unreachable(reason: "550 5.1.1"), .misconfigured(reason: "5.7.1"), .lostAfterDot(reason: "5.7.1"),
      .notMade(reason: "5.1.1"), .accepted(code: 250, text: "5.7.1"),
    ] {
      #expect(reply.blame == nil)
    }
  }
}
