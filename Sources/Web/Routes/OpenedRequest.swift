import Domain
import Hummingbird
import Store

/// A request for a time at one of its pages, with what stands behind it.
struct OpenedRequest: Sendable {
  /// Where the page is, and where its forms go.
  let path: String
  /// Of a member who is signed in; nil where the path itself is the permission.
  let formToken: String?
  let request: TimeRequest
  let facts: RequestFacts
  /// What was booked on it.
  let booking: Booking?

  /// Of whom it asks now, or who said yes.
  var current: BookingFacts? { request.current.flatMap { facts.practitioners[$0.practitioner] } }
}

extension Site {
  /// A request at a page of it; nil when nothing is kept of it.
  func openRequest(_ id: TimeRequest.ID, at path: String, formToken: String? = nil) async throws
    -> OpenedRequest?
  {
    let (zone, now) = (settings.timeZone, now())
    let (facts, booking) = try await store.read { record in
      let facts = try record.requestFacts(id, siteZone: zone, now: now)
      return (facts, try facts.request?.booking.flatMap { try record.booking($0) })
    }
    return facts.request.map {
      OpenedRequest(path: path, formToken: formToken, request: $0, facts: facts, booking: booking)
    }
  }

  /// Decides what a press does to a request.
  func outcome(
    _ opened: OpenedRequest, _ means: RequestDecision.Means,
    by decision: @escaping @Sendable (RequestFacts) -> Decision<RequestDecision.Outcome>
  ) async throws -> RequestDecision.Outcome {
    let (id, zone) = (opened.request.id, settings.timeZone)
    return try await store.perform(
      { try $0.requestFacts(id, siteZone: zone, now: means.now) }, decide: decision)
  }

  /// Its page says what came of it.
  func shown(_ outcome: RequestDecision.Outcome, at path: String) -> Response {
    if outcome == .done { queued() }
    return seeOther(path)
  }
}
