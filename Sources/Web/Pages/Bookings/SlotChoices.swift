/// Free times, day by day, of which one is chosen.
struct SlotChoices: Component {
  /// One of them.
  struct Time: Sendable {
    let value: String
    /// "9:00 am to 9:50 am".
    let hours: String
    /// "In person, Newtown NSW 2042".
    let place: String
    let isChosen: Bool
  }

  /// Those of one day: "Wednesday 2 December 2026 (Sydney time)".
  struct Day: Sendable {
    let heading: String
    var times: [Time]
  }

  let days: [Day]
  /// Where those after the last are; nil when there are none.
  let later: LinkTarget?
  var problem: String?

  /// The name of the field, and the id of its first button.
  static let field = "slot"

  var isEmpty: Bool { days.isEmpty }

  @HTMLBuilder var body: some HTML {
    if let problem { p(.class("wrong small"), .id("slot-problem")) { problem } }
    days.enumerated().map { day($0.element, isFirst: $0.offset == 0) }
    if let later { p { a(.href(later)) { "Later times" } } }
  }

  private func day(_ day: Day, isFirst: Bool) -> some HTML {
    fieldset(.class("choices columns")) {
      Tag("legend") { day.heading }
      day.times.enumerated().map {
        time($0.element, id: isFirst && $0.offset == 0 ? Self.field : "slot-\($0.element.value)")
      }
    }
  }

  private func time(_ time: Time, id: String) -> some HTML {
    Tag("label", [.class("choice"), .for(id)]) {
      input(
        .id(id), .type(.radio), .name(Self.field), .value(time.value), .checked(time.isChosen),
        .required())
      span {
        strong { time.hours }
        br()
        span(.class("small")) { time.place }
      }
    }
  }
}

/// What a booking is about, where it stands alone: when, where and with whom.
struct AppointmentPart: Component {
  let day: String
  /// "9:00 am to 9:50 am (Sydney time)".
  let hours: String
  let place: String
  /// "Dr Amelia Gunn"; nil for the practitioner themselves.
  let with: String?

  var body: some HTML {
    div(.class("panel")) {
      h2 { day }
      p { hours }
      p { place }
      if let with { p { "With \(with)" } }
    }
  }
}
