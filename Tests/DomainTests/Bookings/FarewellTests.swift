import Foundation
import Testing

@testable import Domain

@Suite struct `A practitioner who is erased` {
  private typealias S = BookingSample

  @Test func `leaves word for those alone whose appointment is to come, and is not named in it`() throws {
    var past = try S.booking(.booked, number: 9)
    past.slot.start = S.now
    let states = try Booking.State.allCases.enumerated().map { try S.booking($0.element, number: $0.offset) }
    let decision = ErasureDecision.decide(
      .byOperator,
      facts: .init(practitioner: try S.facts().practitioner, recommendations: [], bookings: states + [past]),
      event: Sample.id(5), now: S.now)
    let address = try S.seeker().email
    #expect(decision.emails.map(\.recipient) == [.address(address)])
    let email = try #require(decision.emails.first)
    guard case .bookingNews(let facts) = email.email else { throw RequestSample.Unexpected() }
    #expect(
      facts.news == .cancelled && facts.appointment.sequence == 1 && facts.appointment.practitioner.isEmpty)
    #expect(email.about == nil)
    #expect(email.email.isTrue(of: nil))
  }
}
