import Domain

/// What the templates of the reminder of an appointment may name.
enum BookingReminderView {
  static let shape = AppointmentView.shape.adding(["link": .text, "change": .text])

  static func make(_ facts: BookingReminderEmail, links: EmailLinks) -> TemplateView {
    AppointmentView.make(facts.appointment).adding([
      "link": .text(links.booking(facts.appointment.booking, for: .seeker)),
      "change": .text(BookingChangeWords.sentence(facts.changesUntil, facts.appointment.slot, .seeker)),
    ])
  }
}
