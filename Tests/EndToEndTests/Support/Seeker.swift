import Foundation

/// Somebody who looks for help, and what they answer in a browser.
enum Seeker {
  struct Step: Sendable {
    let name: String
    /// The name of a field and what is chosen in it, or typed into the field of an id.
    let chosen: [(field: String, value: String)]
    var typed: [(id: String, text: String)] = []
  }

  /// All questions that are asked of a teenager who would meet in person.
  static let steps = [
    Step(name: "meeting", chosen: [("meeting", "in-person")]),
    Step(name: "place", chosen: [], typed: [("find-place", "Fitzroy North VIC 3068")]),
    Step(name: "whom", chosen: [("whom", "self")]), Step(name: "age", chosen: [("age", "adolescent")]),
    Step(name: "filled-by", chosen: [("filled-by", "young-person")]),
    Step(name: "concerns", chosen: [("concerns", "anxiety")], typed: [("words", "zanthoxylum")]),
    Step(name: "paying", chosen: [("paying", "any")]), Step(name: "preferences", chosen: []),
  ]

  /// Answers the question that is shown.
  static func answer(_ step: Step, in browser: Browser) async throws {
    for (field, value) in step.chosen { try await browser.tick(value, of: field) }
    for (id, text) in step.typed { try await browser.type(text, into: "#\(id)") }
    // Suggestions that are still to come would open over the button.
    _ = try await browser.run("document.activeElement.blur(); return true", Bool.self)
  }
}
