import Foundation
import Testing

@testable import Domain

struct SettlementTests {
  private static let accepted = SendReply.accepted(code: 250, text: "ok")
  private static func refused(_ code: Int) -> SendReply { .refused(code: code, enhanced: nil, text: "") }
  private static let notSent: [SendReply] = [
    refused(400), refused(421), refused(450), refused(451), refused(452), refused(499),
    .unreachable(reason: "connection lost before the end"), .unreachable(reason: "no route"),
    .misconfigured(reason: "TLS required, none offered"),
  ]

  private func settle(
    _ reply: SendReply, attempt: Int = 1, uncertainties: Int = 0, firstDue: Date = Sample.now,
    useBy: Date = Sample.now + 30 * Sample.day, spread: Double = 0.5
  ) -> Settlement {
    Settlement.of(
      reply, attempt: attempt, uncertainties: uncertainties, firstDue: firstDue, useBy: useBy,
      policy: DeliveryPolicy(),
      spread: spread, now: Sample.now)
  }

  @Test(arguments: [1, 2, 40], [0, 1, 5])
  func `what the server took is sent`(attempt: Int, uncertainties: Int) {
    #expect(settle(Self.accepted, attempt: attempt, uncertainties: uncertainties) == .sent)
  }

  @Test(arguments: [500, 503, 530, 550, 552, 554, 599])
  func `a permanent refusal is not tried again`(code: Int) {
    #expect(settle(Self.refused(code)) == .failed)
  }

  @Test(arguments: notSent, 1...20)
  func `what was surely not sent is tried again after a pause`(reply: SendReply, attempt: Int) {
    let pause = DeliveryPolicy().backoff(attempt: attempt, spread: 0.5)
    #expect(settle(reply, attempt: attempt) == .deferred(until: Sample.now + pause))
  }

  @Test(arguments: notSent)
  func `it is given up five days after it was first due, or past its use-by`(reply: SendReply) {
    let pause = DeliveryPolicy().backoff(attempt: 1, spread: 0.5)
    let last = Sample.now + pause
    #expect(settle(reply, firstDue: last - 5 * Sample.day) == .deferred(until: last))
    #expect(settle(reply, firstDue: last - 5 * Sample.day - 1) == .failed)
    #expect(settle(reply, useBy: last) == .deferred(until: last))
    #expect(settle(reply, useBy: last - 1) == .failed)
  }

  @Test func `a reply lost after the dot is resent once, and then stays listed`() {
    let lost = SendReply.lostAfterDot(reason: "timeout")
    let resend = Sample.now + DeliveryPolicy().backoff(attempt: 1, spread: 0.5)
    for attempt in 1...10 {
      #expect(settle(lost, attempt: attempt) == .uncertain(resendAt: resend))
      #expect(settle(lost, attempt: attempt, uncertainties: 1) == .uncertain(resendAt: nil))
    }
    #expect(settle(lost, useBy: resend) == .uncertain(resendAt: resend))
    #expect(settle(lost, useBy: resend - 1) == .uncertain(resendAt: nil))
  }

  @Test func `an attempt the process did not survive is settled as a lost reply`() {
    for uncertainties in 0...3 {
      let settlement = Settlement.afterUncertainty(
        uncertainties: uncertainties, useBy: Sample.now + Sample.day, policy: DeliveryPolicy(), spread: 0.5,
        now: Sample.now)
      #expect(
        settlement
          == settle(.lostAfterDot(reason: ""), uncertainties: uncertainties, useBy: Sample.now + Sample.day))
    }
  }

  @Test(arguments: 1...40)
  func `a pause lies within three quarters and five quarters of the doubled one`(attempt: Int) {
    let policy = DeliveryPolicy()
    let middle = min(300 * pow(2, Double(attempt - 1)), 4_000)
    for spread in [0, 0.1, 0.5, 0.9, 1] {
      let pause = policy.backoff(attempt: attempt, spread: spread)
      #expect(pause >= middle * 0.75 && pause <= middle * 1.25)
      #expect(pause >= 225)
    }
    #expect(policy.backoff(attempt: attempt, spread: 0) == middle * 0.75)
    #expect(policy.backoff(attempt: attempt, spread: 1) == middle * 1.25)
    #expect(
      policy.backoff(attempt: attempt + 1, spread: 0.5) >= policy.backoff(attempt: attempt, spread: 0.5))
  }

  @Test(arguments: [(0, 0.5), (-3, 0.5), (Int.min, 0.5), (Int.max, 0.5), (1, -1), (1, 2), (1, 1e300)])
  func `what is out of range still gives a pause`(attempt: Int, spread: Double) {
    #expect((225...5_000).contains(DeliveryPolicy().backoff(attempt: attempt, spread: spread)))
  }

  @Test(arguments: 1...30)
  func `an email that is always refused for now ends within five days`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var (now, attempt) = (Sample.now, 0)
    while attempt < 1_000 {
      attempt += 1
      let settlement = Settlement.of(
        Self.refused(450), attempt: attempt, uncertainties: 0, firstDue: Sample.now,
        useBy: Sample.now + 7 * Sample.day,
        policy: DeliveryPolicy(), spread: Double.random(in: 0...1, using: &generator), now: now)
      guard case .deferred(let until) = settlement else { break }
      now = until
    }
    #expect((50...200).contains(attempt))
    #expect(now <= Sample.now + 5 * Sample.day && now > Sample.now + 4.9 * Sample.day)
  }
}
