/// What was wrong with a form that came back: sentences, each by the id of the field it is about, in the order of the form.
struct Problems: Sendable, Equatable {
  private(set) var all: [(field: String, sentence: String)] = []

  static func == (left: Self, right: Self) -> Bool {
    left.all.elementsEqual(right.all) { $0.field == $1.field && $0.sentence == $1.sentence }
  }

  var isEmpty: Bool { all.isEmpty }

  /// The first sentence about a field.
  subscript(field: String) -> String? { all.first { $0.field == field }?.sentence }

  /// Adds a sentence about a field: "Enter a name".
  mutating func add(_ sentence: String, about field: String) { all.append((field, sentence)) }

  init() {}

  /// One problem alone.
  init(_ sentence: String, about field: String) { all = [(field, sentence)] }

  /// `Error: ` before the title of a page whose form came back, so that it is heard first.
  func title(_ title: String) -> String { isEmpty ? title : "Error: \(title)" }
}

/// The head of a form that came back: every problem, leading to its field.
struct ProblemSummary: Component {
  let problems: Problems

  init(_ problems: Problems) { self.problems = problems }

  @HTMLBuilder var body: some HTML {
    if !problems.isEmpty {
      div(.class("notice bad"), .role("alert"), .tabindex(-1)) {
        for problem in problems.all { p { a(.href("#\(problem.field)")) { problem.sentence } } }
      }
    }
  }
}

/// A line of text with its label, a hint, and what was wrong with it. Its id is its name.
struct TextField: Component {
  let name: String
  let label: String
  var hint: String?
  var value = ""
  var kind = Attribute.InputKind.text
  /// The purpose of the field (HTML Standard, 4.10.18.7): "email", "current-password", "off".
  var autocomplete: StaticString = "off"
  var maxlength = 200
  var isRequired = true
  var problem: String?

  @HTMLBuilder var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(name)]) { label }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      input(
        .id(name), .name(name), .type(kind), .when(kind != .password, .value(value)),
        .autocomplete(autocomplete),
        .maxlength(maxlength), .required(isRequired), .when(kind == .email, .autocapitalize("none")),
        .when(kind == .email, .spellcheck(false)), .when(problem != nil, .ariaInvalid()),
        .described(name, hint: hint, problem: problem))
    }
  }
}

/// Several lines of text.
struct TextArea: Component {
  let name: String
  let label: String
  var hint: String?
  var value = ""
  var rows = 5
  var maxlength: Int
  var isRequired = false
  var problem: String?

  @HTMLBuilder var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(name)]) { label }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      textarea(
        .id(name), .name(name), .rows(rows), .maxlength(maxlength), .required(isRequired),
        .when(problem != nil, .ariaInvalid()),
        .described(name, hint: hint, problem: problem)
      ) {
        // A browser drops a line feed that follows the tag (HTML Standard, 13.1.2.5): this one, not the text's own.
        "\n"
        value
      }
    }
  }
}

/// Checkboxes or radio buttons of one name under one question. The id of the first is the name itself, so that a summary of
/// problems leads to it.
struct Choices: Component {
  /// One of them.
  struct Choice: Sendable {
    let value: String
    let label: String
    let isChosen: Bool
  }

  let name: String
  let legend: String
  var hint: String?
  let choices: [Choice]
  /// Radio buttons: one of them at the most.
  var isOne = false
  var problem: String?

  @HTMLBuilder var body: some HTML {
    fieldset(
      .class("choices columns"),
      .described(name, hint: hint, problem: problem)
    ) {
      Tag("legend") { legend }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      choices.enumerated().map {
        choice($0.element, id: $0.offset == 0 ? name : "\(name)-\($0.element.value)")
      }
    }
  }

  private func choice(_ choice: Choice, id: String) -> some HTML {
    Tag("label", [.class("choice"), .for(id)]) {
      input(
        .id(id), .type(isOne ? .radio : .checkbox), .name(name), .value(choice.value),
        .checked(choice.isChosen))
      span { choice.label }
    }
  }
}

extension Attribute {
  /// What describes a field: its hint, and what was wrong with it, as far as there are any.
  static func described(_ name: String, hint: String?, problem: String?) -> Attribute {
    let ids = [hint.map { _ in "\(name)-hint" }, problem.map { _ in "\(name)-problem" }].compactMap(\.self)
    return .when(!ids.isEmpty, .ariaDescribedBy(ids.joined(separator: " ")))
  }
}
