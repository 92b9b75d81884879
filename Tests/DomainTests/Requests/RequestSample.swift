import Foundation

@testable import Domain

/// Four practitioners in Sydney who publish no times, and a seeker who asks the first of them.
enum RequestSample {
  static let now = BookingSample.now
  static let wishes = "Zebra mornings, after school"

  static func id(_ number: Int) -> Practitioner.ID { Sample.id(number) }

  /// What stands of a practitioner of a number; of the first what stands of the sample of bookings.
  static func practitioner(
    _ number: Int, _ bookings: [Booking] = [], book: SlotBook = SlotBook(),
    change: (inout Listing) -> Void = { _ in }, who: (inout Practitioner) -> Void = { _ in }
  ) throws -> BookingFacts {
    try BookingSample.facts(bookings, book: book, change: change) {
      $0.id = id(number)
      $0.name = "Dr Number \(number)"
      who(&$0)
    }
  }

  /// A request that asks so many, as far as it is before anybody confirms it.
  static func request(asking count: Int = 3) throws -> TimeRequest {
    var seeker = try BookingSample.seeker()
    seeker.answers = ["Who is it for? Zebra"]
    return TimeRequest(
      id: Sample.id(400), seeker: seeker, wishes: wishes, asking: (1...count).map { id($0) },
      madeAt: now)
  }

  static func facts(_ request: TimeRequest?, closed: Set<Int> = [], bookings: [Booking] = []) throws
    -> RequestFacts
  {
    var known: [Practitioner.ID: BookingFacts] = [:]
    for number in 1...4 {
      known[id(number)] = try practitioner(
        number, bookings.filter { $0.practitioner == id(number) },
        change: { if closed.contains(number) { $0.wait?.period = .closed } })
    }
    return RequestFacts(request: request, practitioners: known)
  }

  static func means(_ now: Date = now) -> RequestDecision.Means {
    RequestDecision.Means(
      booking: BookingSample.means(now), booked: Sample.id(401), question: Sample.id(402),
      news: Sample.id(403), event: Sample.id(404))
  }

  /// A time that may be offered: Friday at nine in Sydney.
  static var slot: Slot {
    Slot(
      start: LocalClock(zone: BookingSample.zone(BookingSample.sydney)).instant(
        of: BookingSample.day("2026-11-27"), minute: 540), minutes: 50, mode: .video,
      timeZone: BookingSample.sydney)
  }

  struct Unexpected: Error {}

  /// The request as a decision leaves it.
  static func after(_ decision: Decision<RequestDecision.Outcome>) throws -> TimeRequest {
    let saved = decision.changes.compactMap {
      if case .requestSaved(let request) = $0 { request } else { nil }
    }
    guard let request = saved.last, saved.count == 1 else { throw Unexpected() }
    return request
  }

  /// A confirmed request, which the first is asked.
  static func asked(asking count: Int = 3) throws -> TimeRequest {
    try after(RequestDecision.confirm(facts(request(asking: count)), means()))
  }
}
