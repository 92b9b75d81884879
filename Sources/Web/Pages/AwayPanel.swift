/// Says that one is away for a while, or back.
struct AwayPanel: Component {
  /// What stands, as the one who pressed sees it.
  enum State: Sendable {
    /// Present; the form may have come back with what was typed and what is wrong with it.
    case present(typed: String, problem: String?)
    /// "14 January 2027".
    case away(until: String)
  }

  let state: State
  /// `/w/{token}/away`
  let path: LinkTarget
  /// Names the result, and with it the browser that gave it.
  let result: String
  /// The days that can be chosen: `2026-12-02` to `2027-12-03`.
  let days: (first: String, last: String)

  static let field = "until"

  var body: some HTML {
    div(.class("panel")) {
      switch state {
      case .present(let typed, let problem): leave(typed, problem)
      case .away(let until): comeBack(until)
      }
    }
  }

  @HTMLBuilder private func leave(_ typed: String, _ problem: String?) -> some HTML {
    h2 { "Going away?" }
    p { "Until you are back, colleagues see that you are away, and we do not ask about your wait." }
    form(.class("inline"), .method(.post), .action(path)) {
      HiddenField(name: "result", value: result)
      div(.class("field")) {
        label(.for(Self.field)) { "First day back" }
        if let problem { span(.class("wrong"), .id("until-problem")) { problem } }
        input(
          .type(.date), .id(Self.field), .name(Self.field), .value(typed), .min(days.first), .max(days.last),
          .required(), .when(problem != nil, .ariaInvalid()),
          .when(problem != nil, .ariaDescribedBy("until-problem")))
      }
      button(.class("button"), .type("submit")) { "I am away until then" }
    }
  }

  @HTMLBuilder private func comeBack(_ until: String) -> some HTML {
    h2 { "You are away" }
    p { "Your first day back is \(until). We do not ask about your wait before then." }
    form(.method(.post), .action(path)) {
      HiddenField(name: "result", value: result)
      HiddenField(name: "back", value: "yes")
      button(.class("button plain"), .type("submit")) { "I am back" }
    }
  }
}
