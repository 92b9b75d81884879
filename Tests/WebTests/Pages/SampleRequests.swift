@testable import Web

/// The pages of seekers who ask for a time, and of those whom they ask.
enum SampleRequests {
  static var all: [(String, [UInt8])] { seekers + standings + practitioners }

  private static let appointment = AppointmentPart(
    day: "Wednesday 2 December 2026", hours: "10:00 am to 10:50 am (Sydney time)",
    place: "In person, Newtown NSW 2042", with: "Dr Mei-Lin Huang")

  private static let mine = AppointmentPart(
    day: "Wednesday 2 December 2026", hours: "10:00 am to 10:50 am (Sydney time)", place: "By video",
    with: nil)

  private static var seekers: [(String, [UInt8])] {
    let layout = SamplePages.layout
    return [
      ("request-new", layout.render(new())), ("request-new-error", layout.render(new(problems))),
      ("request-sent", layout.render(RequestSentPage())),
      (
        "request-confirm",
        layout.render(
          RequestConfirmPage(practitioner: "Dr Mei-Lin Huang", asksNext: true, path: "/q/abc"))
      ),
      ("request-again", layout.render(again())),
      ("request-again-closed", layout.render(again(notice: "Dr Mei-Lin Huang takes nobody new just now."))),
      (
        "request-again-error",
        layout.render(again(Problems("Shorten this to 300 characters", about: "wishes")))
      ),
      (
        "booking-move-none",
        layout.render(
          BookingMovePage(
            appointment: appointment, choices: SlotChoices(days: [], later: nil), path: "/b/abc/move",
            back: "/b/abc", another: "/b/abc/another"))
      ),
    ]
  }

  private static var problems: Problems {
    var problems = Problems("Enter your name, on one line", about: "name")
    problems.add("Shorten this to 300 characters", about: "wishes")
    problems.add("We can pass this on only if you agree", about: "agree")
    return problems
  }

  private static func new(_ problems: Problems = Problems()) -> RequestNewPage {
    RequestNewPage(
      practitioner: "Dr Mei-Lin Huang", id: "abc", operatorName: "Example Pty Ltd", keptDays: 90,
      standings: [
        .init(value: "adult", label: "I am 18 or older, and it is for me or another adult", isChosen: false),
        .init(value: "young-person", label: "I am 16 or 17, and it is for me", isChosen: false),
      ],
      answers: ["How would you like to meet? By video", "Who is it for? Me"], hasNext: true,
      wishes: problems.isEmpty ? "" : "Weekdays after 3", asksNext: !problems.isEmpty, back: "/find/matches",
      problems: problems)
  }

  private static func again(_ problems: Problems = Problems(), notice: String? = nil) -> RequestAgainPage {
    RequestAgainPage(
      appointment: appointment, practitioner: "Dr Mei-Lin Huang", wishes: "Weekdays after 3",
      path: "/b/abc/another", back: "/b/abc", notice: notice, problems: problems)
  }

  private static var standings: [(String, [UInt8])] {
    let all: [(String, RequestPage.Standing)] = [
      (
        "asked",
        .asked(
          practitioner: "Dr Mei-Lin Huang", until: "Sunday 29 November 2026, 9:05 am (Sydney time)",
          path: "/q/abc")
      ),
      ("booked", .booked(appointment, path: "/b/abc")), ("over", .over), ("withdrawn", .withdrawn),
      ("unknown", .unknown),
    ]
    return all.map { ("request-\($0.0)", SamplePages.layout.render(RequestPage(standing: $0.1))) }
  }

  private static var practitioners: [(String, [UInt8])] {
    let layout = SamplePages.layout
    return [
      ("request-answer", layout.render(answer())),
      ("request-answer-listed", SamplePages.member.render(answer(formToken: "token-of-the-form"))),
      ("request-answer-no", layout.render(answer(.no))),
      ("request-answer-full", layout.render(answer(.full))),
      (
        "request-answer-error",
        layout.render(answer(problems: Problems("Choose a time, or enter another", about: "slot")))
      ),
      ("request-move", layout.render(move())),
      ("request-move-error", layout.render(move(Problems("Enter a date", about: "day")))),
      ("request-answered", layout.render(RequestAnsweredPage(standing: .booked(mine)))),
      (
        "request-answer-over",
        layout.render(RequestAnsweredPage(standing: .over("The time for an answer is over.")))
      ),
    ]
  }

  private static func answer(
    _ first: RequestAnswerPage.First? = nil, formToken: String? = nil, problems: Problems = Problems()
  ) -> RequestAnswerPage {
    RequestAnswerPage(
      standing: "I am 18 or older, and it is for me or another adult", wishes: "Weekdays after 3",
      answers: ["How would you like to meet? By video", "Who is it for? Me"],
      until: "Sunday 29 November 2026, 9:05 am (Sydney time)", path: "/q/abc", formToken: formToken,
      offer: offer(problems), first: first)
  }

  private static func offer(_ problems: Problems) -> OfferedTimeFields {
    OfferedTimeFields(
      zone: "Sydney time",
      times: [
        .init(value: "1", label: "Monday 30 November 2026, 9:00 am", isChosen: false),
        .init(value: "2", label: "Monday 30 November 2026, 2:00 pm", isChosen: false),
        .init(value: "other", label: "Another time", isChosen: false),
      ],
      meetings: [.init(value: "Newtown NSW 2042", label: "In person, Newtown NSW 2042", isChosen: true)],
      problems: problems)
  }

  private static func move(_ problems: Problems = Problems()) -> RequestMovePage {
    RequestMovePage(
      appointment: mine, wishes: "Weekdays after 3", offer: offer(problems), path: "/b/abc/move",
      back: "/b/abc")
  }
}
