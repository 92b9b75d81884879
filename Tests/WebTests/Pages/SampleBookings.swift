@testable import Web

/// The pages of seekers who book, and of those whom they book with.
enum SampleBookings {
  static var all: [(String, [UInt8])] { seekers + links + members + offerings }

  private static let appointment = AppointmentPart(
    day: "Wednesday 2 December 2026", hours: "10:00 am to 10:50 am (Sydney time)",
    place: "In person, Newtown NSW 2042", with: "Dr Mei-Lin Huang")

  static let choices = SlotChoices(
    days: ["Wednesday 2 December 2026 (Sydney time)", "Monday 7 December 2026 (Sydney time)"].enumerated().map
    {
      let day = $0.offset
      return SlotChoices.Day(
        heading: $0.element,
        times: ["9:00 am to 9:50 am", "10:00 am to 10:50 am", "4:30 pm to 5:20 pm"].enumerated().map {
          SlotChoices.Time(
            value: "\(day)\($0.offset)", hours: $0.element,
            place: $0.offset == 2 ? "By video" : "In person, Newtown NSW 2042", isChosen: day + $0.offset == 0
          )
        })
    }, later: "/bookings/new?practitioner=abc&from=1")

  private static let none = SlotChoices(days: [], later: nil)

  private static var seekers: [(String, [UInt8])] {
    let layout = SamplePages.layout
    return [
      (
        "booking-new",
        layout.render(
          BookingNewPage(practitioner: "Dr Mei-Lin Huang", id: "abc", choices: choices, back: "/find/matches")
        )
      ),
      (
        "booking-new-taken",
        layout.render(
          BookingNewPage(
            practitioner: "Dr Mei-Lin Huang", id: "abc", choices: choices, back: "/find/matches",
            notice: "Somebody else has just taken that time. These are the next ones."))
      ),
      (
        "booking-new-none",
        layout.render(
          BookingNewPage(practitioner: "Dr Mei-Lin Huang", id: "abc", choices: none, back: "/find/matches"))
      ),
      (
        "booking-new-error",
        layout.render(
          BookingNewPage(
            practitioner: "Dr Mei-Lin Huang", id: "abc", choices: choices, back: "/find/matches",
            problems: Problems("Choose a time", about: "slot")))
      ),
      ("booking-closed", layout.render(BookingClosedPage())),
      ("booking-details", layout.render(details())),
      ("booking-details-error", layout.render(details(problems))),
      ("booking-sent", layout.render(BookingSentPage())),
    ]
  }

  private static var problems: Problems {
    var problems = Problems("Enter your name, on one line", about: "name")
    problems.add("Say who books: it has to be one of these", about: "standing")
    problems.add("We can pass this on only if you agree", about: "agree")
    return problems
  }

  private static func details(_ problems: Problems = Problems()) -> BookingDetailsPage {
    BookingDetailsPage(
      appointment: appointment, practitioner: "Dr Mei-Lin Huang", keptUntil: "9:30 am (Sydney time)",
      operatorName: "Example Pty Ltd", keptDays: 90,
      standings: [
        .init(value: "adult", label: "I am 18 or older", isChosen: false),
        .init(value: "young-person", label: "I am 16 or 17, and it is for me", isChosen: false),
      ],
      answers: ["How would you like to meet? By video", "Who is it for? Me"], problems: problems)
  }

  private static var links: [(String, [UInt8])] {
    let layout = SamplePages.layout
    let standings: [(String, BookingPage.Standing)] = [
      (
        "booked",
        .booked(
          changes: "You can move it or cancel it until Tuesday 1 December 2026, 10:00 am", path: "/b/abc")
      ),
      ("late", .tooLate(address: "mei-lin@example.com")), ("past", .past), ("cancelled", .cancelled),
    ]
    return standings.map { name, standing in
      (
        "booking-\(name)",
        layout.render(
          BookingPage(
            appointment: appointment, standing: standing, more: ("See other times", "/bookings/new"),
            showsCrisisLines: true))
      )
    } + [
      ("booking-confirm", layout.render(BookingConfirmPage(appointment: appointment, path: "/b/abc"))),
      (
        "booking-cancel",
        layout.render(BookingCancelPage(appointment: appointment, path: "/b/abc/cancel", back: "/b/abc"))
      ),
      (
        "booking-move",
        layout.render(
          BookingMovePage(appointment: appointment, choices: choices, path: "/b/abc/move", back: "/b/abc"))
      ),
      ("booking-taken", layout.render(BookingOverPage(reason: .taken, times: "/bookings/new"))),
      ("booking-over", layout.render(BookingOverPage(reason: .over, times: nil))),
    ]
  }

  private static var members: [(String, [UInt8])] {
    let layout = SamplePages.member
    return [
      ("slots", layout.render(slots())),
      ("slots-error", layout.render(slots(Problems("Enter a time of day, such as 09:00", about: "time")))),
      ("appointments", layout.render(AppointmentsPage(waiting: waiting, rows: [row]))),
      ("appointments-none", layout.render(AppointmentsPage(waiting: [], rows: []))),
    ]
  }

  private static let waiting = [
    AppointmentsPage.Waiting(
      until: "Sunday 29 November 2026, 9:05 am (Sydney time)", standing: "I am 16 or 17, and it is for me",
      wishes: "Weekdays after 3", path: "/profile/appointments/requests/abc"),
    AppointmentsPage.Waiting(
      until: "Sunday 29 November 2026, 4:30 pm (Sydney time)",
      standing: "I am the parent or guardian of whom it is for", wishes: "",
      path: "/profile/appointments/requests/def"),
  ]

  private static var offerings: [(String, [UInt8])] {
    let layout = SamplePages.layout
    let problems = Problems("Enter a time of day, such as 09:00", about: "time")
    func offered(_ offer: SlotsPage.Offer?) -> OfferedPage {
      OfferedPage(offer: offer, closed: nil, path: "/t/abc/def", again: "/t/abc")
    }
    return [
      ("offering", layout.render(offering())), ("offering-error", layout.render(offering(problems))),
      ("offered", layout.render(offered(slots().offers.first))),
      ("offered-undone", layout.render(offered(nil))),
      ("offering-expired", layout.render(OfferingExpiredPage())),
    ]
  }

  private static func offering(_ problems: Problems = Problems()) -> OfferingPage {
    let slots = slots(problems)
    return OfferingPage(
      closed: slots.closed, zone: slots.zone, offers: slots.offers, typed: slots.typed, path: "/t/abc",
      problems: problems)
  }

  private static let row = AppointmentsPage.Row(
    when: "Wednesday 2 December 2026, 10:00 am to 10:50 am (Sydney time)",
    place: "In person, Newtown NSW 2042", name: "Sam Lee",
    standing: "I am 18 or older, and it is for me or another adult",
    email: "sam@example.org", phone: "0412 345 678",
    answers: ["How would you like to meet? By video", "Who is it for? Me"], path: "/b/abc")

  private static func slots(_ problems: Problems = Problems()) -> SlotsPage {
    SlotsPage(
      closed: problems.isEmpty ? "Nobody sees these yet." : nil, zone: "Sydney time",
      offers: [.init(id: "abc", when: "Every Wednesday at 10:00 am", what: "50 minutes · In person")],
      daysOff: [
        .init(words: "24 December 2026 to 4 January 2027", first: "2026-12-24", last: "2027-01-04")
      ], weeksAhead: 8, noticeHours: 24,
      typed: .init(
        whens: [.init(value: "weekly-0", label: "Every Monday", isChosen: false)],
        modes: [.init(value: "video", label: "By video", isChosen: true)],
        places: [.init(value: "Newtown NSW 2042", label: "Newtown NSW 2042", isChosen: false)]),
      formToken: "token-of-the-form", problems: problems, isSaved: problems.isEmpty)
  }
}
