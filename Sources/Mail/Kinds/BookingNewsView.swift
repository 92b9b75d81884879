import Domain
import Foundation

/// What the templates of the news about a booking may name.
enum BookingNewsView {
  static let shape = AppointmentView.shape.adding([
    // "Your appointment is booked", and what it means.
    "headline": .text, "sentence": .text,
    // Whether it takes place: if not, there is nothing to change.
    "stands": .flag,
    // Where the reader changes it, what they can do there, and until when.
    "link": .text, "change": .text,
    // Whether the reader is the practitioner, and where they see who booked.
    "is-practitioner": .flag, "appointments-link": .text,
  ])

  static func make(_ facts: BookingNewsEmail, links: EmailLinks) -> TemplateView {
    let words = BookingNewsWords(facts)
    return AppointmentView.make(facts.appointment).adding([
      "headline": .text(words.headline), "sentence": .text(words.sentence),
      "stands": .flag(facts.news != .cancelled),
      "link": .text(links.booking(facts.appointment.booking, for: facts.reader)),
      "change": .text(BookingChangeWords.sentence(facts.changesUntil, facts.appointment.slot, facts.reader)),
      "is-practitioner": .flag(facts.reader == .practitioner),
      "appointments-link": .text(links.appointmentsPage),
    ])
  }
}

/// The same news to either side.
struct BookingNewsWords {
  let headline: String
  let sentence: String

  init(_ facts: BookingNewsEmail) {
    let isOwn = facts.by == facts.reader
    switch (facts.news, facts.reader) {
    case (.booked, .seeker):
      headline = "Your appointment is booked"
      sentence =
        isOwn
        ? "Thank you: the time is yours."
        : "You asked for a time, and this one is yours. If it does not suit you, ask for another: choose “Move it”."
    case (.booked, .practitioner):
      headline = "A new appointment"
      sentence =
        isOwn
        ? "It is at the time you offered, and we told whoever asked for it."
        : "Somebody booked a time that you offer."
    case (.moved, .seeker):
      headline = "Your appointment has moved"
      sentence =
        isOwn
        ? "It is at the time you chose." : "It had to be moved. If the new time does not suit you, change it."
    case (.moved, .practitioner):
      headline = "An appointment has moved"
      sentence =
        isOwn ? "It is at the time you chose." : "Whoever booked it chose another time that you offer."
    case (.cancelled, .seeker):
      headline = "Your appointment is cancelled"
      sentence =
        isOwn ? "You cancelled it. You need not do anything else." : "We are sorry: it cannot take place."
    case (.cancelled, .practitioner):
      headline = "An appointment is cancelled"
      sentence =
        isOwn
        ? "You cancelled it, and we told whoever booked it."
        : "Whoever booked it cannot come. The time is free again."
    }
  }
}

/// What can be done with a booking, and until when.
enum BookingChangeWords {
  static func sentence(_ until: Date, _ slot: Slot, _ reader: BookingSide) -> String {
    guard reader == .seeker else { return "Cancel it or move it" }
    return "Cancel it or move it until \(AppointmentWords.moment(until, in: slot))"
  }
}
