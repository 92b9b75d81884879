/// What a member looks for: a form that is sent as an address, so that the address bar is the search. Works without scripts;
/// with them a filter acts as soon as it is chosen.
struct SearchForm: Component {
  /// One of a list that folds open.
  struct Option: Sendable {
    let value: String
    let label: String
    let isChosen: Bool
  }

  /// As it was typed.
  let text: String
  let near: String
  let distances: [Option]
  let waits: [Option]
  let orders: [Option]
  /// "Recommended by colleagues you recommend (12)", and whether it is asked for.
  let peers: (label: String, isChosen: Bool)
  let facets: [FacetChoices]
  let problems: Problems

  private static let nearField = "find-place"

  var body: some HTML {
    form(
      .id("search"), .class("search"), .method(.get), .action("/listings"), .autocomplete("off"),
      .role("search"), .ariaLabel("Listings")
    ) {
      div(.class("search-main")) {
        words
        place
        Picker(id: "within", label: "How far", options: distances)
        Picker(id: "wait", label: "Longest wait", options: waits)
        Picker(id: "sort", label: "Order", options: orders)
        button(.id("find-place-button"), .class("button"), .type("submit")) { "Search" }
      }
      more
    }
  }

  private var words: some HTML {
    div(.class("field what")) {
      label(.for("q")) { "What or whom" }
      input(
        .id("q"), .name("q"), .type(.search), .value(text), .maxlength(200), .autocomplete("off"),
        .when(problems["q"] != nil, .ariaInvalid()))
    }
  }

  /// The script that suggests places knows the field and the button by these ids.
  private var place: some HTML {
    div(.class("field combobox where")) {
      label(.for(Self.nearField)) { "Near" }
      input(
        .id(Self.nearField), .name("near"), .type(.text), .value(near), .maxlength(100), .autocomplete("off"),
        .spellcheck(false), .placeholder("Suburb or postcode"),
        .when(problems[Self.nearField] != nil, .ariaInvalid()))
    }
  }

  private var chosen: Int { facets.reduce(peers.isChosen ? 1 : 0) { $0 + $1.chosen } }

  private var more: some HTML {
    details(.id("more"), .class("fold more"), .open(chosen > 0)) {
      summary {
        span { "More filters" }
        if chosen > 0 { span(.class("quiet small")) { " \(chosen) chosen" } }
      }
      div(.class("grouped")) {
        label(.class("choice"), .for("recommended")) {
          input(
            .id("recommended"), .type(.checkbox), .name("recommended"), .value("peers"),
            .checked(peers.isChosen))
          span(.id("peers"), .class("live")) { peers.label }
        }
        filter
        div(.class("folds")) { facets }
      }
    }
  }

  private var filter: some HTML {
    div(.class("field filter"), .hidden()) {
      label(.for("choices-filter")) { "Show filters with" }
      input(.id("choices-filter"), .type(.search), .autocomplete("off"))
      p(.class("quiet small"), .role("status")) {}
    }
  }
}

/// One of a few, folded away until it is wanted.
struct Picker: Component {
  /// Also its name.
  let id: String
  let label: String
  let options: [SearchForm.Option]

  var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(id)]) { label }
      select(.id(id), .class("live"), .name(id)) {
        for one in options { option(.value(one.value), .selected(one.isChosen)) { one.label } }
      }
    }
  }
}

/// The values of one facet, each with how many it would leave.
struct FacetChoices: Component {
  /// One of them.
  struct Choice: Sendable {
    let value: String
    let label: String
    let count: Int
    let isChosen: Bool
  }

  let name: String
  let heading: String
  /// Those that would leave somebody, and those that are chosen.
  let choices: [Choice]

  /// How many are chosen.
  var chosen: Int { choices.count { $0.isChosen } }

  var body: some HTML {
    details(.id("fold-\(name)"), .class("fold live"), .open(chosen > 0)) {
      summary {
        span { heading }
        if chosen > 0 { span(.class("quiet small")) { " \(chosen) chosen" } }
      }
      div(.class("choices"), .role("group"), .ariaLabel(heading)) {
        choices.map(checkbox)
        if choices.isEmpty { p(.class("quiet small")) { "Nothing to choose here." } }
      }
    }
  }

  private func checkbox(_ choice: Choice) -> some HTML {
    label(.class("choice"), .for("\(name)-\(choice.value)")) {
      input(
        .id("\(name)-\(choice.value)"), .type(.checkbox), .name(name), .value(choice.value),
        .checked(choice.isChosen))
      span { choice.label }
      span(.class("quiet small count")) { choice.count }
    }
  }
}
