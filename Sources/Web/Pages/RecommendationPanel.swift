/// Who would refer to a colleague, for members alone, and the way to say so oneself.
struct RecommendationPanel: Component {
  /// Somebody who recommends them.
  struct Recommender: Sendable {
    let name: String
    let path: LinkTarget
    /// Empty when they wrote none.
    let sentence: String
  }

  /// What the reader may do.
  enum Offer: Sendable {
    /// Nothing: it is their own listing.
    case none
    /// First they must be seen themselves.
    case publishFirst
    /// The form, with what was typed and what was wrong with it.
    case recommend(typed: String, problem: String?)
    /// They recommend them, with this sentence, or with what was typed and was wrong.
    case stands(typed: String, problem: String?)
  }

  /// "Recommended by 4, among them two you recommend".
  let summary: String
  let recommenders: [Recommender]
  let offer: Offer
  /// Of the colleague.
  let name: String
  /// `/practitioners/{id}/recommendation`
  let path: LinkTarget
  let formToken: String

  static let field = "sentence"

  var body: some HTML {
    section(.class("panel recommendations"), .id("recommendations")) {
      h2 { "Recommendations" }
      p(.class(recommenders.isEmpty ? "quiet" : "lead")) { summary }
      if !recommenders.isEmpty {
        ul(.class("recommenders"), .role("list")) {
          recommenders.map(entry)
        }
      }
      offered
    }
  }

  private func entry(_ recommender: Recommender) -> some HTML {
    li {
      a(.href(recommender.path)) { recommender.name }
      if !recommender.sentence.isEmpty { p { "“\(recommender.sentence)”" } }
    }
  }

  @HTMLBuilder private var offered: some HTML {
    switch offer {
    case .none: Nothing()
    case .publishFirst:
      p(.class("quiet")) { "You can recommend colleagues once your own listing is published." }
    case .recommend(let typed, let problem):
      form(.class("stack"), .method(.post), .action(path)) {
        FormToken(formToken)
        sentence(typed, problem)
        button(.class("button"), .type("submit")) { "I would refer to \(name)" }
      }
    case .stands(let typed, let problem):
      h3 { "You recommend \(name)" }
      form(.class("stack"), .method(.post), .action(path)) {
        FormToken(formToken)
        sentence(typed, problem)
        button(.class("button"), .type("submit")) { "Save the sentence" }
      }
      form(.method(.post), .action(path)) {
        FormToken(formToken)
        HiddenField(name: "choice", value: "withdraw")
        button(.class("button plain"), .type("submit")) { "Withdraw your recommendation" }
      }
    }
  }

  /// The law forbids testimonials about a regulated health service (Health Practitioner Regulation National Law, section 133).
  private func sentence(_ typed: String, _ problem: String?) -> some HTML {
    TextArea(
      name: Self.field, label: "A sentence about working with them (optional)",
      hint:
        "How they work with colleagues: their letters, their replies, their care in handing over. Never about a client, and never about results. Members alone see it, with your name.",
      value: typed, rows: 3, maxlength: 300, problem: problem)
  }
}
