/// Who asks a member for a time, and what is booked with them, and with whom: here alone is that said.
struct AppointmentsPage: Page {
  /// Somebody who waits for an answer. Who it is shows once a time is booked.
  struct Waiting: Sendable {
    /// "Sunday 29 November 2026, 9:05 am (Sydney time)".
    let until: String
    /// What they said of themselves: "I am 16 or 17, and it is for me".
    let standing: String
    /// Which times suit them; empty when they did not say.
    let wishes: String
    /// `/profile/appointments/requests/{id}`
    let path: LinkTarget
  }

  /// One of the appointments.
  struct Row: Sendable {
    /// "Wednesday 2 December 2026, 9:00 am to 9:50 am (Sydney time)".
    let when: String
    let place: String
    let name: String
    /// What they said of themselves: "I am 16 or 17, and it is for me".
    let standing: String
    let email: String
    let phone: String
    /// What they answered before: "Who is it for? Me".
    let answers: [String]
    /// `/b/{token}`
    let path: LinkTarget
  }

  /// Who waits longest is first.
  let waiting: [Waiting]
  let rows: [Row]

  var title: String { "Appointments" }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    section(.id("requests"), .class("flow")) {
      h2 { "Requests for a time" }
      if waiting.isEmpty {
        p(.class("quiet")) { "No request waits for your answer." }
      } else {
        ul(.class("own"), .role("list")) { waiting.map(item) }
      }
    }
    h2 { "Booked with you" }
    if rows.isEmpty {
      p(.class("quiet")) { "Nothing is booked with you through this site." }
    } else {
      ul(.class("own"), .role("list")) { rows.map(item) }
      p(.class("quiet small")) { "Please keep names and numbers out of emails." }
    }
    p { a(.href("/profile/slots")) { "Times to book" } }
  }

  private func item(_ waiting: Waiting) -> some HTML {
    li(.class("flow")) {
      h3 { "Answer until \(waiting.until)" }
      p { "They say: \(waiting.standing)." }
      if !waiting.wishes.isEmpty { p { "Times that suit them: \(waiting.wishes)" } }
      p {
        a(.class("button"), .href(waiting.path), .ariaLabel("See it and answer, until \(waiting.until)")) {
          "See it and answer"
        }
      }
    }
  }

  private func item(_ row: Row) -> some HTML {
    li(.class("flow")) {
      h3 { row.when }
      p { row.place }
      p {
        strong { row.name }
        br()
        span(.class("quiet small")) { "They say: \(row.standing)." }
      }
      p {
        a(.href(.mail(to: row.email))) { row.email }
        br()
        span(.class("nowrap")) { row.phone }
      }
      if !row.answers.isEmpty { ul(.class("bullets small")) { for answer in row.answers { li { answer } } } }
      p(.class("inline")) {
        a(.class("button plain"), .href("\(row.path.text)/move")) { "Move" }
        a(.class("button plain"), .href("\(row.path.text)/cancel")) { "Cancel" }
      }
    }
  }
}
