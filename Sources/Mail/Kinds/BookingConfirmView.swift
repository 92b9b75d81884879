import Domain
import Foundation

/// What the templates of the question about a booking may name.
enum BookingConfirmView {
  static let shape = AppointmentView.shape.adding([
    "link": .text,
    // Until when the time is kept: "9:30 am".
    "kept-until": .text,
  ])

  static func make(_ facts: BookingConfirmEmail, links: EmailLinks) -> TemplateView {
    var kept = facts.appointment.slot
    kept.start = facts.keptUntil
    return AppointmentView.make(facts.appointment).adding([
      "link": .text(links.booking(facts.appointment.booking, for: .seeker)),
      "kept-until": .text(AppointmentWords(kept).start),
    ])
  }
}

/// What every email about a booking says of it.
enum AppointmentView {
  static let shape = ViewShape([
    // "Dr Amelia Gunn"; whether that is known, which it is not of a member who is gone.
    "practitioner": .text, "has-practitioner": .flag,
    // "Tuesday 1 December 2026", "9:00 am to 9:50 am", "Sydney time", "In person, Corinda QLD 4075".
    "day": .text, "hours": .text, "zone": .text, "place": .text,
  ])

  static func make(_ appointment: Appointment) -> TemplateView {
    let words = AppointmentWords(appointment.slot)
    return TemplateView([
      "practitioner": .text(appointment.practitioner.onOneLine),
      "has-practitioner": .flag(!appointment.practitioner.isEmpty),
      "day": .text(words.day), "hours": .text(words.hours), "zone": .text(words.zone),
      "place": .text(words.place),
    ])
  }
}
