import Domain
import Foundation
import GRDB

extension Record {
  /// All that a practitioner offers.
  public func slotBook(of practitioner: Practitioner.ID) throws -> SlotBook {
    try slotBooks(of: [practitioner])[practitioner] ?? SlotBook()
  }

  /// The same of some, read at once.
  func slotBooks(of practitioners: [Practitioner.ID]) throws -> [Practitioner.ID: SlotBook] {
    var books: [Practitioner.ID: SlotBook] = [:]
    let offers = try rows(
      "SELECT * FROM slot_offer WHERE practitioner_id", of: practitioners,
      orderedBy: "first_day, minute, id"
    ).map(slotOffer)
    for offer in offers { books[offer.practitioner, default: SlotBook()].offers.append(offer) }
    let daysOff = try rows(
      "SELECT * FROM day_off WHERE practitioner_id", of: practitioners, orderedBy: "first_day, last_day")
    for row in daysOff {
      let days = DaysOff(first: LocalDay(number: row["first_day"]), last: LocalDay(number: row["last_day"]))
      guard let id = Practitioner.ID(row["practitioner_id"] as String), let days else { continue }
      books[id, default: SlotBook()].daysOff.append(days)
    }
    for row in try rows("SELECT * FROM slot_terms WHERE practitioner_id", of: practitioners) {
      guard let id = Practitioner.ID(row["practitioner_id"] as String) else { continue }
      books[id, default: SlotBook()].terms = .init(
        weeksAhead: row["weeks_ahead"], noticeHours: row["notice_hours"])
    }
    return books
  }

  private func slotOffer(_ row: Row) throws -> SlotOffer {
    let (id, owner): (String, String) = (row["id"], row["practitioner_id"])
    guard let offer = SlotOffer.ID(id), let owner = Practitioner.ID(owner),
      let mode = MeetingMode(rawValue: row["mode"])
    else { throw StoreError.unreadableRow(table: "slot_offer", id: id, why: "an identifier, or the mode") }
    return SlotOffer(
      id: offer, practitioner: owner, firstDay: LocalDay(number: row["first_day"]),
      isWeekly: row["is_weekly"], minute: row["minute"], minutes: row["minutes"], mode: mode,
      place: (row["place"] as String?).flatMap(PracticeLocation.init(label:)), placeZone: row["place_zone"])
  }

  func applySlots(_ change: Change) throws {
    switch change {
    case .slotOffered(let offer):
      try run(
        "INSERT INTO slot_offer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          offer.id.text, offer.practitioner.text, offer.firstDay.number, offer.isWeekly ? 1 : 0, offer.minute,
          offer.minutes, offer.mode.rawValue, offer.place?.label, offer.placeZone,
        ])
    case .slotWithdrawn(let id, let practitioner):
      try run("DELETE FROM slot_offer WHERE id = ? AND practitioner_id = ?", [id.text, practitioner.text])
    case .daysOffSaved(let practitioner, let days):
      try run(
        "INSERT INTO day_off VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [practitioner.text, days.first.number, days.last.number])
    case .daysOffForgotten(let practitioner, let days):
      try run(
        "DELETE FROM day_off WHERE practitioner_id = ? AND first_day = ? AND last_day = ?",
        [practitioner.text, days.first.number, days.last.number])
    case .slotTermsSaved(let practitioner, let terms):
      try run(
        """
        INSERT INTO slot_terms VALUES (?, ?, ?)
        ON CONFLICT (practitioner_id) DO UPDATE SET weeks_ahead = excluded.weeks_ahead,
          notice_hours = excluded.notice_hours
        """, [practitioner.text, terms.weeksAhead, terms.noticeHours])
    default: break
    }
  }
}
