/// Chooses places: type, find, and choose where several have the name. With scripts on, suggestions come while one types.
///
/// The button that finds is the form's first, so that Enter in the field presses it and no other.
struct PlacesFinder: Component {
  /// What was typed and is still open.
  let typed: String
  /// Labels of the places that may be meant.
  let found: [String]
  /// Whether there are more of them than are shown.
  let hasMore: Bool
  /// Labels of those that were chosen, the main place first.
  let chosen: [String]
  let problem: String?

  private static let field = "find-place"

  @HTMLBuilder var body: some HTML {
    finder
    if !found.isEmpty { ambiguous }
    if !chosen.isEmpty { list }
  }

  private var finder: some HTML {
    div(.class("inline whole")) {
      div(.class("field combobox")) {
        label(.for(Self.field)) { "Suburb, town or postcode" }
        if let problem { p(.class("wrong small"), .id("find-place-problem")) { problem } }
        input(
          .id(Self.field), .name(Self.field), .type(.text), .value(typed), .autocomplete("off"),
          .maxlength(60), .spellcheck(false), .when(problem != nil, .ariaInvalid()),
          .when(problem != nil, .ariaDescribedBy("find-place-problem")))
      }
      button(
        .id("find-place-button"), .class("button plain"), .type("submit"), .name("press"), .value("find"),
        .formNoValidate()
      ) { "Find" }
    }
  }

  private var ambiguous: some HTML {
    fieldset(.class("choices whole")) {
      Tag("legend") { "Which do you mean?" }
      found.enumerated().map { radio($0.element, id: "found-place-\($0.offset)") }
      if hasMore { p(.class("quiet small")) { "There are more: type more of the name, or its postcode." } }
      div {
        button(
          .class("button plain"), .type("submit"), .name("press"), .value("find"), .formNoValidate()
        ) { "Add this place" }
      }
    }
  }

  private func radio(_ place: String, id: String) -> some HTML {
    Tag("label", [.class("choice"), .for(id)]) {
      input(.id(id), .type(.radio), .name("found-place"), .value(place))
      span { place }
    }
  }

  private var list: some HTML {
    div(.class("whole")) {
      h2 { chosen.count == 1 ? "Your place" : "Your places" }
      ul(.class("chosen")) { chosen.enumerated().map { item($0.element, isMain: $0.offset == 0) } }
    }
  }

  private func item(_ label: String, isMain: Bool) -> some HTML {
    li {
      HiddenField(name: "place", value: label)
      span {
        label
        if isMain, chosen.count > 1 { span(.class("quiet small")) { " Main place" } }
      }
      button(
        .class("button plain"), .type("submit"), .name("remove"), .value(label),
        .ariaLabel("Remove \(label)"), .formNoValidate()
      ) { "Remove" }
    }
  }
}
