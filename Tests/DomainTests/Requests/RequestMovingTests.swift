import Foundation
import Testing

@testable import Domain

@Suite struct `Moving what came of a request` {
  private typealias S = RequestSample

  /// A request whose first practitioner said yes, and what was booked on it.
  private func booked() throws -> (request: TimeRequest, booking: Booking) {
    let decision = RequestDecision.accept(S.slot, number: 1, facts: try S.facts(S.asked()), S.means())
    return (try S.after(decision), try #require(Self.saved(decision).first))
  }

  private static func saved(_ decision: Decision<RequestDecision.Outcome>) -> [Booking] {
    decision.changes.compactMap { if case .bookingSaved(let booking) = $0 { booking } else { nil } }
  }

  private func later(by minutes: Double, than slot: Slot = S.slot) -> Slot {
    var slot = slot
    slot.start += minutes * 60
    return slot
  }

  @Test func `goes to any time that may be offered, as the same booking, and both are told`() throws {
    let (request, booking) = try booked()
    var other = later(by: 24 * 60)
    other.mode = .phone
    let decision = RequestDecision.move(
      booking, to: other, facts: try S.facts(request, bookings: [booking]), S.means())
    let moved = try #require(Self.saved(decision).first)
    #expect(decision.outcome == .done && decision.changes.count == 1)
    #expect(moved.id == booking.id && moved.sequence == 1 && moved.slot == other && moved.state == .booked)
    #expect(moved.seeker == booking.seeker)
    #expect(decision.emails.map(\.email.kind) == [.bookingNews, .bookingNews, .bookingReminder])
    let recipients: [Recipient] = [.address(request.seeker.email), .practitioner(S.id(1))]
    #expect(Set(decision.emails.map(\.recipient)) == Set(recipients))
    #expect(decision.emails.allSatisfy { $0.email.appointment?.sequence == 1 })
  }

  /// What may be offered is what may be offered to a request; only the booking itself stands in nobody's way.
  @Test func `keeps to the same times as the first, and its own is no hindrance`() throws {
    let (request, booking) = try booked()
    var other = try BookingSample.booking(.booked)
    other.slot = later(by: 120)
    let facts = try S.facts(request, bookings: [booking, other])
    for (minutes, outcome) in [
      (10.0, RequestDecision.Outcome.done), (71, .taken), (70, .done), (169, .taken), (170, .done),
      (26 * 7 * 1_440, .outside), (-4 * 1_440, .outside),
    ] {
      let decision = RequestDecision.move(booking, to: later(by: minutes), facts: facts, S.means())
      #expect(decision.outcome == outcome, "\(minutes)")
      #expect(decision.changes.isEmpty == (outcome != .done))
    }
    let list = facts.practitioners[S.id(1)]?.shortList(
      BookingSample.terms, minutes: 50, moving: booking, now: S.now)
    #expect(list?.contains { $0.start == S.slot.start } == false, "it is moved to another time")
    #expect(list?.count == 8)
    #expect(list?.contains { $0.overlaps(other.slot) } == false)
    #expect(try OfferedTimeForm(suggestedBy: S.practitioner(1), moving: S.slot).meeting == "video")
  }

  @Test func `is over once it has begun, is cancelled, or is another's`() throws {
    let (request, booking) = try booked()
    let facts = try S.facts(request)
    var (cancelled, strange) = (booking, booking)
    cancelled.state = .cancelled
    strange.id = Sample.id(9)
    let begun = S.means(S.slot.start)
    for (booking, slot, means) in [
      (booking, booking.slot, S.means()), (cancelled, later(by: 60), S.means()),
      (strange, later(by: 60), S.means()), (booking, later(by: 5 * 1_440), begun),
      (nil, later(by: 60), S.means()),
    ] as [(Booking?, Slot, RequestDecision.Means)] {
      let decision = RequestDecision.move(booking, to: slot, facts: facts, means)
      #expect(decision.outcome == .over && decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }
}
