/// What is booked with a member, and with whom: here alone is it said.
struct AppointmentsPage: Page {
  /// One of them.
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

  let rows: [Row]

  var title: String { "Appointments" }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    if rows.isEmpty {
      p(.class("quiet")) { "Nothing is booked with you through this site." }
    } else {
      ul(.class("own"), .role("list")) { rows.map(item) }
      p(.class("quiet small")) { "Please keep names and numbers out of emails." }
    }
    p { a(.href("/profile/slots")) { "Times to book" } }
  }

  private func item(_ row: Row) -> some HTML {
    li(.class("flow")) {
      h2 { row.when }
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
