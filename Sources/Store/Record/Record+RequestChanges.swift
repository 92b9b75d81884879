import Domain
import Foundation
import GRDB

extension Record {
  /// What was answered is written before whoever is asked next: one at a time is.
  func put(_ request: TimeRequest) throws {
    let seeker = request.seeker
    try run(
      """
      INSERT INTO time_request (id, state, name, email, email_key, phone, standing, answers, wishes, made_at, ended_at,
        booking_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, wishes = excluded.wishes, ended_at = excluded.ended_at,
        booking_id = excluded.booking_id
      """,
      [
        request.id.text, request.state.rawValue, seeker.name, seeker.email.text, seeker.email.key,
        seeker.phone,
        seeker.standing.rawValue, seeker.answers.joined(separator: "\n"), request.wishes,
        request.madeAt.milliseconds, request.endedAt?.milliseconds, request.booking?.text,
      ])
    for part in request.parts { try put(part, of: request.id) }
  }

  private func put(_ part: TimeRequest.Part, of request: TimeRequest.ID) throws {
    try run(
      """
      INSERT INTO time_request_part (request_id, number, practitioner_id, asked_at, answer, answered_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (request_id, number) DO UPDATE SET asked_at = excluded.asked_at, answer = excluded.answer,
        answered_at = excluded.answered_at
      """,
      [
        request.text, part.number, part.practitioner.text, part.askedAt?.milliseconds, part.answer?.rawValue,
        part.answeredAt?.milliseconds,
      ])
  }

  /// What was booked with a member goes with the request that it was booked on; of every other request their part goes, and the next
  /// is asked when that was theirs to answer.
  func eraseRequests(of practitioner: Practitioner.ID) throws {
    let booked = """
      SELECT id FROM time_request WHERE booking_id IN (SELECT id FROM booking WHERE practitioner_id = ?)
      """
    for row in try rows(booked, [practitioner.text]) { try deleteRequest(row["id"]) }
    try run("DELETE FROM time_request_part WHERE practitioner_id = ?", [practitioner.text])
  }

  /// A request, and every email about it.
  func deleteRequest(_ id: String) throws {
    try deleteEmails([.requestConfirm, .request, .requestNews], of: id)
    try run("DELETE FROM time_request_part WHERE request_id = ?", [id])
    try run("DELETE FROM time_request WHERE id = ?", [id])
  }

  /// What a member was asked, for them to take along.
  func requestParts(of practitioner: Practitioner.ID) throws -> [MemberExport.RequestPart] {
    try rows(
      """
      SELECT * FROM time_request_part WHERE practitioner_id = ? AND asked_at IS NOT NULL
      ORDER BY asked_at, request_id
      """, [practitioner.text]
    ).map {
      MemberExport.RequestPart(
        askedAt: Date(milliseconds: $0["asked_at"]), answer: $0["answer"],
        answeredAt: ($0["answered_at"] as Int64?).map { Date(milliseconds: $0) })
    }
  }
}
