import Domain
import Foundation

/// An appointment as a calendar takes it from an email (RFC 5545, RFC 5546): asked for, asked for anew with a higher number,
/// or cancelled, and always known by the same name.
///
/// Promise: it says when and how, and not with whom, what for, or where it can be changed: calendars are shared.
struct CalendarEntry {
  let appointment: Appointment
  let isCancelled: Bool
  /// When the email was made.
  let writtenAt: Date
  /// Whose calendar it goes into: nobody else is named in it.
  let attendee: String
  let site: MailSite

  /// `REQUEST` or `CANCEL`.
  var method: String { isCancelled ? "CANCEL" : "REQUEST" }

  /// The object, in UTF-8.
  var text: String {
    var calendar = CalendarText()
    calendar.add("BEGIN:VCALENDAR")
    calendar.add("VERSION:2.0")
    calendar.add("PRODID:-//\(CalendarText.escaped(site.host))//helplink//EN")
    calendar.add("CALSCALE:GREGORIAN")
    calendar.add("METHOD:\(method)")
    CalendarZonePart(zone: slot.zone, moment: slot.start).add(to: &calendar)
    calendar.add("BEGIN:VEVENT")
    addIdentity(to: &calendar)
    addTimes(to: &calendar)
    addPeople(to: &calendar)
    addWords(to: &calendar)
    calendar.add("END:VEVENT")
    calendar.add("END:VCALENDAR")
    return calendar.text
  }

  private var slot: Slot { appointment.slot }

  private func addIdentity(to calendar: inout CalendarText) {
    calendar.add("UID:\(appointment.booking)@\(site.host)")
    calendar.add("DTSTAMP:\(CalendarStamp.utc(writtenAt))")
    calendar.add("SEQUENCE:\(appointment.sequence)")
    calendar.add("STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")")
    calendar.add("CLASS:PRIVATE")
    calendar.add("TRANSP:OPAQUE")
  }

  private func addTimes(to calendar: inout CalendarText) {
    for (name, moment) in [("DTSTART", slot.start), ("DTEND", slot.end)] {
      let local = CalendarStamp.local(moment, secondsFromGMT: slot.zone.secondsFromGMT(for: moment))
      calendar.add("\(name);TZID=\(slot.zone.identifier):\(local)")
    }
  }

  /// Nobody need answer: the site knows what was booked.
  private func addPeople(to calendar: inout CalendarText) {
    calendar.add("ORGANIZER;CN=\(CalendarText.quoted(site.siteName)):mailto:\(site.from.address)")
    calendar.add("ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:\(attendee)")
  }

  private func addWords(to calendar: inout CalendarText) {
    let words = AppointmentWords(slot)
    calendar.add("SUMMARY", text: "Appointment")
    calendar.add("LOCATION", text: words.place)
    let change = "To change it, open the email that brought this entry."
    calendar.add("DESCRIPTION", text: isCancelled ? words.whole : "\(words.whole)\n\(change)")
  }
}

extension CalendarEntry {
  /// The entry that goes with an email; nil when that tells of no appointment that stands or is cancelled.
  init?(_ entry: OutboxEntry, to address: EmailAddress, site: MailSite) {
    guard case .bookingNews(let facts) = entry.email else { return nil }
    self.init(
      appointment: facts.appointment, isCancelled: facts.news == .cancelled, writtenAt: entry.createdAt,
      attendee: address.text, site: site)
  }

  /// The part of the message.
  var part: Message.Calendar { Message.Calendar(method: method, text: text) }
}
