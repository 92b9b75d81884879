/// Where a seeker is: typed, and chosen where several places have the name. With scripts on, suggestions come while one types.
struct SeekerPlace: Component {
  let typed: String
  /// Labels of the places that may be meant.
  let found: [String]
  let problem: String?

  /// The id that the script knows the field by.
  static let field = "find-place"

  @HTMLBuilder var body: some HTML {
    div(.class("field combobox")) {
      label(.for(Self.field)) { "Suburb, town or postcode" }
      if let problem { p(.class("wrong small"), .id("find-place-problem")) { problem } }
      input(
        .id(Self.field), .name("place"), .type(.text), .value(typed), .autocomplete("off"), .maxlength(60),
        .spellcheck(false), .when(problem != nil, .ariaInvalid()),
        .when(problem != nil, .ariaDescribedBy("find-place-problem")))
    }
    if !found.isEmpty {
      fieldset(.class("choices")) {
        Tag("legend") { "Which do you mean?" }
        found.enumerated().map { radio($0.element, id: "found-place-\($0.offset)") }
      }
    }
  }

  private func radio(_ place: String, id: String) -> some HTML {
    label(.class("choice"), .for(id)) {
      input(.id(id), .type(.radio), .name("found-place"), .value(place))
      span { place }
    }
  }
}
