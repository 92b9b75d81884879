import Domain
import Foundation
import GRDB

extension Record {
  /// A request for a time, or nil.
  public func request(_ id: TimeRequest.ID) throws -> TimeRequest? {
    try first("SELECT * FROM time_request WHERE id = ?", [id.text]).map(request)
  }

  /// The request that a booking was made on; nil for one that its seeker chose.
  public func request(bookedAs booking: Booking.ID) throws -> TimeRequest? {
    try first("SELECT * FROM time_request WHERE booking_id = ?", [booking.text]).map(request)
  }

  /// What stands before a request goes on, with all whom it asks or may ask.
  public func requestFacts(_ id: TimeRequest.ID, siteZone: TimeZone, now: Date) throws -> RequestFacts {
    let request = try request(id)
    let asked = request?.parts.map(\.practitioner) ?? []
    return RequestFacts(
      request: request, practitioners: try bookingFacts(of: asked, siteZone: siteZone, now: now))
  }

  /// Where a part of a request waits for a member's answer.
  private static let awaiting = """
    FROM time_request JOIN time_request_part ON request_id = id
    WHERE practitioner_id = ? AND state = 'asked' AND answer IS NULL AND asked_at > ?
    """

  private static func awaiting(_ practitioner: Practitioner.ID, now: Date) -> StatementArguments {
    [practitioner.text, (now - TimeRequest.answerLasts).milliseconds]
  }

  /// Requests that wait for a member's answer at `now`, the one that waits longest first, so many at the most.
  public func requests(awaiting practitioner: Practitioner.ID, now: Date, limit: Int) throws -> [TimeRequest]
  {
    try rows(
      "SELECT time_request.* \(Self.awaiting) ORDER BY asked_at, id LIMIT ?",
      Self.awaiting(practitioner, now: now) + [limit]
    ).map(request)
  }

  /// How many do.
  public func countOfRequests(awaiting practitioner: Practitioner.ID, now: Date) throws -> Int {
    try first("SELECT count(*) \(Self.awaiting)", Self.awaiting(practitioner, now: now))?[0] ?? 0
  }

  /// Requests that wait for nobody's answer any more though they are not over: it did not come in time, or its practitioner is gone.
  public func requestsDue(now: Date, limit: Int) throws -> [TimeRequest.ID] {
    try rows(
      """
      SELECT id FROM time_request WHERE state = 'asked' AND NOT EXISTS (
        SELECT 1 FROM time_request_part WHERE request_id = time_request.id AND answer IS NULL AND asked_at > ?)
      ORDER BY id LIMIT ?
      """, [(now - TimeRequest.answerLasts).milliseconds, limit]
    ).compactMap { TimeRequest.ID($0["id"] as String) }
  }

  /// Requests that wait for a practitioner since a moment, whether or not they may answer still: the oldest first.
  public func requestsUnanswered(by practitioner: Practitioner.ID, after: Date) throws -> [DigestRequest] {
    let sql = "SELECT request_id, number, asked_at \(Self.awaiting) ORDER BY asked_at, request_id"
    return try rows(sql, [practitioner.text, after.milliseconds]).compactMap { row in
      TimeRequest.ID(row["request_id"] as String).map {
        DigestRequest(id: $0, number: row["number"], askedAt: Date(milliseconds: row["asked_at"]))
      }
    }
  }

  /// The request that an email is about.
  func request(of email: Email) throws -> TimeRequest? { try email.request.flatMap { try request($0) } }

  private func request(_ row: Row) throws -> TimeRequest {
    let id: String = row["id"]
    guard let known = TimeRequest.ID(id), let state = TimeRequest.State(rawValue: row["state"]),
      let seeker = seeker(row)
    else {
      throw StoreError.unreadableRow(table: "time_request", id: id, why: "an identifier, state or seeker")
    }
    var request = TimeRequest(
      id: known, seeker: seeker, wishes: row["wishes"], asking: [],
      madeAt: Date(milliseconds: row["made_at"]))
    request.state = state
    request.endedAt = (row["ended_at"] as Int64?).map { Date(milliseconds: $0) }
    request.booking = (row["booking_id"] as String?).flatMap(Booking.ID.init)
    request.parts = try rows(
      "SELECT * FROM time_request_part WHERE request_id = ? ORDER BY number", [id]
    ).map(part)
    return request
  }

  private func part(_ row: Row) throws -> TimeRequest.Part {
    let owner: String = row["practitioner_id"]
    guard let practitioner = Practitioner.ID(owner) else {
      throw StoreError.unreadableRow(
        table: "time_request_part", id: row["request_id"], why: "a practitioner")
    }
    var part = TimeRequest.Part(number: row["number"], practitioner: practitioner)
    part.askedAt = (row["asked_at"] as Int64?).map { Date(milliseconds: $0) }
    part.answer = (row["answer"] as String?).flatMap(TimeRequest.Answer.init)
    part.answeredAt = (row["answered_at"] as Int64?).map { Date(milliseconds: $0) }
    return part
  }
}
