import Foundation
import Testing

@testable import Domain

@Suite struct `A request that lives through anything` {
  private typealias S = RequestSample

  private enum Step: CaseIterable {
    case confirm, accept, no, full, lapse, withdraw, askAgain, move, wait
  }

  /// What is kept between two steps.
  private struct World {
    var request: TimeRequest
    var booking: Booking?
    var now = S.now
    var asked: [Practitioner.ID] = []

    mutating func take(_ step: Step, _ number: Int, closed: Set<Int>) throws {
      now += 1
      let facts = try S.facts(request, closed: closed)
      var slot = S.slot
      slot.start = now + 5 * 86_400
      let means = S.means(now)
      let decision: Decision<RequestDecision.Outcome>
      switch step {
      case .confirm: decision = RequestDecision.confirm(facts, means)
      case .accept: decision = RequestDecision.accept(slot, number: number, facts: facts, means)
      case .no: decision = RequestDecision.refuse(number: number, wait: nil, facts: facts, means)
      case .full: decision = RequestDecision.refuse(number: number, wait: .closed, facts: facts, means)
      case .lapse: decision = RequestDecision.lapse(facts, means)
      case .withdraw: decision = RequestDecision.withdraw(request, now: now)
      case .askAgain: decision = RequestDecision.askAgain("", for: booking, facts: facts, means)
      case .move:
        slot.start += 3_600
        decision = RequestDecision.move(booking, to: slot, facts: facts, means)
      case .wait:
        now += 20 * 3_600
        return
      }
      #expect((decision.outcome == .done) == !decision.changes.isEmpty)
      for change in decision.changes {
        if case .requestSaved(let saved) = change { request = saved }
        if case .bookingSaved(let saved) = change { booking = saved }
      }
      asked += decision.emails.compactMap {
        if case .request = $0.email, case .practitioner(let id) = $0.recipient { id } else { nil }
      }
    }
  }

  @Test func `asks one at a time, three at the most, and books once`() throws {
    var generator = SeededGenerator(seed: 20_261_127)
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...4, using: &generator)
      var world = World(request: try S.request(asking: count))
      var ended: TimeRequest?
      for _ in 0..<12 {
        let closed = Set((1...4).filter { _ in Int.random(in: 0..<5, using: &generator) == 0 })
        try world.take(
          Step.allCases.randomElement(using: &generator) ?? .wait, Int.random(in: 1...4, using: &generator),
          closed: closed)
        let request = world.request
        let open = request.parts.filter { $0.askedAt != nil && $0.answer == nil }
        #expect(open.count == (request.state == .asked || request.state == .withdrawn ? 1 : 0))
        #expect(request.parts.count { $0.answer == .accepted } == (request.state == .accepted ? 1 : 0))
        #expect((request.booking != nil) == (request.state == .accepted))
        #expect((request.endedAt != nil) == [.over, .withdrawn].contains(request.state))
        if let ended { #expect(request == ended) }
        if [.over, .withdrawn].contains(request.state) { ended = request }
      }
      #expect(Set(world.asked).count <= TimeRequest.mostAsked)
      #expect(world.asked.allSatisfy { world.request.parts.map(\.practitioner).contains($0) })
    }
  }
}
