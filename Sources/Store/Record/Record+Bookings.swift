import Domain
import Foundation
import GRDB

extension Record {
  /// A booking, or nil.
  public func booking(_ id: Booking.ID) throws -> Booking? {
    try first("SELECT * FROM booking WHERE id = ?", [id.text]).map(booking)
  }

  /// The time that a browser holds, whether or not it may keep it still.
  public func hold(in browser: SecretDigest) throws -> Booking? {
    try first("SELECT * FROM booking WHERE browser = ? AND state = 'held'", [browser.text]).map(booking)
  }

  /// What stands before somebody books with a practitioner; nil when there is none.
  public func bookingFacts(_ id: Practitioner.ID, siteZone: TimeZone, now: Date) throws -> BookingFacts? {
    try bookingFacts(of: [id], siteZone: siteZone, now: now)[id]
  }

  /// The same for some, read at once: however many they are, the statements are as many. Who is none is left out.
  public func bookingFacts(of ids: [Practitioner.ID], siteZone: TimeZone, now: Date) throws
    -> [Practitioner.ID: BookingFacts]
  {
    let practitioners = try practitioners(ids)
    let (listings, books) = (try listings(of: practitioners), try slotBooks(of: ids))
    let bookings = Dictionary(grouping: try openBookings(of: ids, now: now), by: \.practitioner)
    return Dictionary(
      uniqueKeysWithValues: practitioners.map {
        let facts = BookingFacts(
          practitioner: $0, listing: listings[$0.id], book: books[$0.id] ?? SlotBook(),
          bookings: bookings[$0.id] ?? [], siteZone: siteZone)
        return ($0.id, facts)
      })
  }

  /// Those that are not over, nor cancelled. An appointment lasts no longer than a day.
  private func openBookings(of practitioners: [Practitioner.ID], now: Date) throws -> [Booking] {
    try rows(
      "SELECT * FROM booking WHERE state <> 'cancelled' AND starts_at > ? AND practitioner_id",
      [(now - 86_400).milliseconds], of: practitioners, orderedBy: "starts_at, id"
    ).map(booking)
  }

  /// What was booked with a practitioner and begins at a moment or later, in order, so many at the most.
  public func appointments(of practitioner: Practitioner.ID, from: Date, limit: Int) throws -> [Booking] {
    try rows(
      """
      SELECT * FROM booking WHERE practitioner_id = ? AND state = 'booked' AND starts_at >= ?
      ORDER BY starts_at LIMIT ?
      """, [practitioner.text, from.milliseconds, limit]
    ).map(booking)
  }

  /// What was ever booked with a practitioner, and not cancelled.
  func booked(with practitioner: Practitioner.ID) throws -> [Booking] {
    try rows(
      "SELECT * FROM booking WHERE practitioner_id = ? AND state = 'booked' ORDER BY starts_at",
      [practitioner.text]
    ).map(booking)
  }

  /// How many questions an address was sent since a moment, about bookings and requests.
  public func countOfBookingQuestions(to address: EmailAddress, since: Date) throws -> Int {
    let sql = """
      SELECT (SELECT count(*) FROM booking WHERE email_key = ? AND asked_at > ?)
        + (SELECT count(*) FROM time_request WHERE email_key = ? AND made_at > ?)
      """
    return try first(sql, [address.key, since.milliseconds, address.key, since.milliseconds])?[0] ?? 0
  }

  /// The booking that an email is about.
  func booking(of email: Email) throws -> Booking? {
    try email.appointment.flatMap { try booking($0.booking) }
  }

  private func booking(_ row: Row) throws -> Booking {
    let (id, owner): (String, String) = (row["id"], row["practitioner_id"])
    guard let known = Booking.ID(id), let owner = Practitioner.ID(owner),
      let mode = MeetingMode(rawValue: row["mode"]), let state = Booking.State(rawValue: row["state"])
    else { throw StoreError.unreadableRow(table: "booking", id: id, why: "an identifier, mode or state") }
    let slot = Slot(
      start: Date(milliseconds: row["starts_at"]), minutes: row["minutes"], mode: mode,
      place: (row["place"] as String?).flatMap(PracticeLocation.init(label:)), timeZone: row["time_zone"])
    var booking = Booking(
      id: known, practitioner: owner, slot: slot, state: state,
      browser: SecretDigest(stored: row["browser"]), keptUntil: Date(milliseconds: row["kept_until"]))
    booking.seeker = seeker(row)
    booking.askedAt = (row["asked_at"] as Int64?).map { Date(milliseconds: $0) }
    booking.bookedAt = (row["booked_at"] as Int64?).map { Date(milliseconds: $0) }
    booking.cancelledAt = (row["cancelled_at"] as Int64?).map { Date(milliseconds: $0) }
    booking.sequence = row["sequence"]
    return booking
  }

  func seeker(_ row: Row) -> Seeker? {
    guard let name: String = row["name"], let text: String = row["email"], let phone: String = row["phone"],
      let email = try? EmailAddress(text),
      let standing = (row["standing"] as String?).flatMap(Seeker.Standing.init)
    else { return nil }
    let answers = (row["answers"] as String?)?.split(separator: "\n").map(String.init)
    return Seeker(name: name, email: email, phone: phone, standing: standing, answers: answers ?? [])
  }
}

extension Record {
  func applyBooking(_ change: Change) throws {
    switch change {
    case .bookingSaved(let booking): try put(booking)
    case .bookingForgotten(let id): try run("DELETE FROM booking WHERE id = ?", [id.text])
    case .seekersForgotten(let ends): try forgetSeekers(ends)
    default: break
    }
  }

  private func put(_ booking: Booking) throws {
    let (slot, seeker) = (booking.slot, booking.seeker)
    try run(
      """
      INSERT INTO booking (id, practitioner_id, state, starts_at, minutes, mode, place, time_zone, browser, kept_until,
        name, email, email_key, phone, standing, answers, asked_at, booked_at, cancelled_at, sequence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET state = excluded.state, starts_at = excluded.starts_at,
        minutes = excluded.minutes, mode = excluded.mode, place = excluded.place, time_zone = excluded.time_zone,
        kept_until = excluded.kept_until, name = excluded.name, email = excluded.email,
        email_key = excluded.email_key, phone = excluded.phone, standing = excluded.standing, answers = excluded.answers,
        asked_at = excluded.asked_at, booked_at = excluded.booked_at, cancelled_at = excluded.cancelled_at,
        sequence = excluded.sequence
      """,
      [
        booking.id.text, booking.practitioner.text, booking.state.rawValue, slot.start.milliseconds,
        slot.minutes, slot.mode.rawValue, slot.place?.label, slot.timeZone, booking.browser.text,
        booking.keptUntil.milliseconds, seeker?.name, seeker?.email.text, seeker?.email.key, seeker?.phone,
        seeker?.standing.rawValue, seeker?.answers.joined(separator: "\n"), booking.askedAt?.milliseconds,
        booking.bookedAt?.milliseconds,
        booking.cancelledAt?.milliseconds, booking.sequence,
      ])
  }
}
