import Domain

/// A waiting period as the pages say it.
struct WaitBand: Hashable, Sendable {
  /// How much room a chip's colour and dot suggest. Its words say it exactly.
  enum Tone: Sendable { case now, soon, later, closed }

  /// The value in forms: `2-weeks`.
  let slug: String
  /// "Within 2 weeks".
  let label: String
  /// "Is your wait within 2 weeks?"
  let question: String
  let tone: Tone

  /// The words for a waiting period.
  init(_ period: WaitingPeriod) {
    slug = period.slug
    label = period.label
    (question, tone) = Self.wording(of: period)
  }

  /// Closed until a date: no answer of the seven, and never a form's value.
  static let away = WaitBand(slug: "away", label: "Away", question: "Are you away?", tone: .closed)

  private init(slug: String, label: String, question: String, tone: Tone) {
    self.slug = slug
    self.label = label
    self.question = question
    self.tone = tone
  }

  /// All seven, shortest first.
  static let all = WaitingPeriod.allCases.map(WaitBand.init)

  private static func wording(of period: WaitingPeriod) -> (String, Tone) {
    switch period {
    case .now: ("Can you see new clients with no wait?", .now)
    case .twoWeeks: ("Is your wait within 2 weeks?", .soon)
    case .oneMonth: ("Is your wait within a month?", .soon)
    case .threeMonths: ("Is your wait within 3 months?", .later)
    case .sixMonths: ("Is your wait within 6 months?", .later)
    case .overSixMonths: ("Is your wait more than 6 months?", .later)
    case .closed: ("Are you closed to new clients?", .closed)
    }
  }
}

/// A waiting period as a chip; "Wait not stated" when nobody has said one.
struct WaitChip: Component {
  let band: WaitBand?

  init(_ band: WaitBand?) { self.band = band }

  var body: some HTML {
    span(.class(style)) { band?.label ?? "Wait not stated" }
  }

  private var style: StaticString {
    switch band?.tone {
    case .now: "wait now"
    case .soon: "wait soon"
    case .later: "wait later"
    case .closed: "wait closed"
    case nil: "wait unknown"
    }
  }
}

/// What colleagues see of a wait: the chip, and how fresh it is.
struct StandingWait: Hashable, Sendable {
  let band: WaitBand?
  /// "confirmed 3 October 2026", "updated today"; nil when there is nothing to say.
  let freshness: String?
}
