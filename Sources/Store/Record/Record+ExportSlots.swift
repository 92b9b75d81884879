import Domain
import Foundation
import GRDB

extension Record {
  /// What a member offers, and what was booked of it.
  func addSlots(to export: inout MemberExport, _ id: Practitioner.ID) throws {
    let book = try slotBook(of: id)
    export.offers = book.offers.map {
      MemberExport.OfferPart(
        firstDay: $0.firstDay.text, isWeekly: $0.isWeekly, minute: $0.minute, minutes: $0.minutes,
        mode: $0.mode.rawValue, place: $0.place?.label)
    }
    export.daysOff = book.daysOff.map {
      MemberExport.DaysOffPart(first: $0.first.text, last: $0.last.text)
    }
    if try first("SELECT 1 FROM slot_terms WHERE practitioner_id = ?", [id.text]) != nil {
      (export.weeksAhead, export.noticeHours) = (book.terms.weeksAhead, book.terms.noticeHours)
    }
    export.appointments = try rows(
      """
      SELECT * FROM booking WHERE practitioner_id = ? AND state IN ('booked', 'cancelled') ORDER BY starts_at, id
      """, [id.text]
    ).map {
      MemberExport.AppointmentPart(
        startsAt: Date(milliseconds: $0["starts_at"]), minutes: $0["minutes"], mode: $0["mode"],
        state: $0["state"])
    }
  }
}
