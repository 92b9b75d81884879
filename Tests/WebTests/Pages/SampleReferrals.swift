import Domain

@testable import Web

/// The pages of referrals, as they are on a real day.
enum SampleReferrals {
  static var all: [(name: String, document: [UInt8])] {
    [
      ("referrals", SamplePages.member.render(list)),
      ("referrals-none", SamplePages.member.render(ReferralsPage(received: [], made: [], mayRefer: false))),
      ("referral-form", SamplePages.member.render(form())),
      ("referral-form-error", SamplePages.member.render(form(problems))),
      ("referral-made", SamplePages.member.render(made)),
      ("referral-asked", SamplePages.member.render(asked)),
      ("asking", SamplePages.layout.render(asking(.yes(from: nil)))),
      ("asking-full", SamplePages.layout.render(asking(.full))),
      ("asking-shown", SamplePages.layout.render(asking(nil))),
      (
        "asking-confirming",
        SamplePages.layout.render(AskingConfirmingPage(question: question, need: need, path: "/r/abc"))
      ),
      (
        "asking-confirming-error",
        SamplePages.layout.render(
          AskingConfirmingPage(question: question, need: need, path: "/r/abc", isChoiceMissing: true))
      ),
      ("asking-result", SamplePages.layout.render(result)),
      ("asking-over", SamplePages.layout.render(AskingOverPage(sentence: "The referral was withdrawn."))),
    ]
  }

  private static let question = "Dr Amelia Gunn asks: can you take someone?"
  private static let target = AnswerForms.Target(path: "/r/abc", proof: nil)

  private static let need = NeedPanel(
    facts: [
      .init(name: "How soon", values: ["Within 4 weeks"]), .init(name: "Age group", values: ["18-25"]),
      .init(name: "About", values: ["PTSD", "Refugee & torture trauma"]),
      .init(name: "Sessions", values: ["in person", "video telehealth"]),
      .init(name: "Near", values: ["Corinda QLD 4075"]), .init(name: "Funding", values: ["Private fee"]),
    ], note: "Speaks Dari; an interpreter is arranged.\nMornings suit best.")

  private static let list = ReferralsPage(
    received: [
      .init(
        path: "/referrals/a", name: "Dr Amelia Gunn asks", state: "Waits for your answer.",
        lines: ["Within 4 weeks. Asked yesterday."], isWaiting: true),
      .init(
        path: "/referrals/b", name: "Marco Rossi asks", state: "Your answer: Not now.",
        lines: ["Within a week. Asked 12 days ago."]),
    ],
    made: [
      .init(
        path: "/referrals/c", name: "Referral of 3 December 2026", state: "Open",
        lines: [
          "Dr Thảo Nguyễn: Yes, within a month", "Marco Rossi: No answer yet", "Siobhán Kelly: I'm full",
        ])
    ], mayRefer: true)

  private static var problems: Problems {
    var problems = Problems("Choose an age group", about: "age")
    problems.add("There is no place called “Corrinda”", about: "near")
    problems.add("Choose how soon", about: "weeks")
    return problems
  }

  private static func form(_ problems: Problems = Problems()) -> ReferralFormPage {
    func choices(_ labels: [String]) -> [Choices.Choice] {
      labels.enumerated().map { .init(value: "v\($0.offset)", label: $0.element, isChosen: $0.offset == 1) }
    }
    return ReferralFormPage(
      id: "cejbgfavcylrqgi2dmob2hq7ea",
      colleagues: choices(["Dr Thảo Nguyễn · Within a month", "Marco Rossi · No wait"]),
      ages: choices(["0-4", "5-12", "13-17", "18-25", "26-64", "65+"]),
      areas: [
        .init(heading: "Mood & anxiety", choices: choices(["Anxiety", "Depression"])),
        .init(heading: "Work, study & identity", choices: []),
      ], modes: choices(["in person", "video telehealth", "phone"]), near: "Corrinda",
      funding: choices(["Private fee", "Bulk billed"]), weeks: choices(["Within a week", "Within 4 weeks"]),
      note: "Mornings suit best.", mostOfNote: 600, formToken: "t", problems: problems)
  }

  private static let made = ReferralPage(
    heading: "Referral of 3 December 2026", state: "Open",
    colleagues: [
      .init(
        name: "Dr Thảo Nguyễn", path: "/practitioners/a", state: "Yes, within a month",
        when: "Answered today",
        email: "thao.nguyen@example.com"),
      .init(
        name: "Marco Rossi", path: nil, state: "No answer yet", when: "Asked 3 days ago",
        email: "marco.rossi@example.com"),
    ], need: need, closePath: "/referrals/a/close", formToken: "t", isNew: true)

  private static let asked = AskedPage(
    question: question, state: "Your answer: Not now.",
    referrer: ("Dr Amelia Gunn", "/practitioners/a", "amelia.gunn@example.com"), need: need,
    answering: (
      AnswerForms.Target(path: "/referrals/a/answer", proof: ("form-token", "t")), WaitBand(.oneMonth),
      WaitBand(.closed)
    ), undoPath: "/referrals/a/undo")

  private static func asking(_ choice: ReferralAnswer?) -> AskingQuestionPage {
    AskingQuestionPage(
      question: question, choice: choice, need: need, target: target, wait: WaitBand(.oneMonth),
      submitsItself: false)
  }

  private static let result = AskingResultPage(
    heading: "Thank you: I'm full",
    sentence: "Dr Amelia Gunn sees it, and so does everybody who looks at your listing.",
    standing: StandingWait(band: WaitBand(.closed), freshness: "Confirmed today"), need: need,
    target: AnswerForms.Target(path: "/r/abc", proof: ("result", "secret")), undoPath: "/r/abc/undo",
    wait: WaitBand(.oneMonth), listing: WaitBand(.closed))
}
