/// What a member looks for: a form that is sent as an address, so that the address bar is the search. Works without scripts;
/// with them a filter acts as soon as it is chosen.
struct SearchForm: Component {
  /// As it was typed.
  let text: String
  let near: String
  let distances: [Choices.Choice]
  let waits: [Choices.Choice]
  let orders: [Choices.Choice]
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
