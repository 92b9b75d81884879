/// One more time to offer.
struct NewSlotForm: Component {
  let typed: SlotsPage.Typed
  /// Where it is sent.
  let path: LinkTarget
  /// Nil where the path itself says whose time it is.
  var formToken: String?
  let problems: Problems

  /// What its button says.
  static let choice = "offer"

  var body: some HTML {
    section(.class("panel")) {
      h2 { "Offer a time" }
      form(.class("stack"), .method(.post), .action(path)) {
        FormToken(formToken)
        Selection(name: "when", label: "When", choices: typed.whens, problem: problems["when"])
        DateField(
          name: "day", label: "Date", hint: "For one date only.", value: typed.day, problem: problems["day"])
        TextField(
          name: "time", label: "Starts at", hint: "Such as 09:00 or 14:30.", value: typed.time, maxlength: 5,
          problem: problems["time"])
        TextField(
          name: "minutes", label: "Minutes", value: typed.minutes, maxlength: 3, problem: problems["minutes"])
        Choices(
          name: "mode", legend: "How do you meet?", choices: typed.modes, isOne: true,
          problem: problems["mode"])
        if !typed.places.isEmpty {
          Selection(
            name: "place", label: "Where", hint: "If you meet in person.", choices: typed.places,
            problem: problems["place"])
        }
        button(.class("button"), .type("submit"), .name("choice"), .value(Self.choice)) { "Offer it" }
      }
    }
  }
}

/// What it means to offer times.
struct SlotsExplained: Component {
  /// "Sydney time".
  let zone: String

  var body: some HTML {
    p {
      "Help seekers may book these times with you. All are \(zone): the hours on your wall, also when the clocks change."
    }
  }
}

/// A time that is offered: when, and what.
struct OfferWords: Component {
  let offer: SlotsPage.Offer

  var body: some HTML {
    div {
      strong { offer.when }
      p(.class("quiet small")) { offer.what }
    }
  }
}

/// A day. Its id is its name.
struct DateField: Component {
  let name: String
  let label: String
  var hint: String?
  var value = ""
  var problem: String?

  var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(name)]) { label }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      input(
        .id(name), .name(name), .type(.date), .value(value), .when(problem != nil, .ariaInvalid()),
        .described(name, hint: hint, problem: problem))
    }
  }
}
