import Domain
import Yams

/// Says in an operator's words what a parser of YAML has against a text.
struct YAMLSyntax {
  private let text: String

  init(_ text: String) { self.text = text }

  func mistakes(_ error: any Error) -> [WrittenYAML.Mistake] {
    switch error {
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      keys.map { key in
        WrittenYAML.Mistake(
          line: context.mark.line, column: context.mark.column, key: key.shown,
          message: "is set twice in its section, here for the first time")
      }
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      [
        WrittenYAML.Mistake(
          line: mark.line, column: mark.column, key: "",
          message: "is not YAML: \(remedy(problem, at: mark) ?? problem.shown)")
      ]
    default: [WrittenYAML.Mistake(line: nil, column: nil, key: "", message: "is not YAML")]
    }
  }

  /// What to do about the mistakes that people make.
  private func remedy(_ problem: String, at mark: Mark) -> String? {
    let rest = rest(at: mark)
    let isIndentedByTab = rest.first { $0 != " " } == "\t"
    switch (problem, rest.first) {
    case _ where isIndentedByTab: return "a tab stands here: indent with spaces"
    case ("found undefined alias", _), ("did not find expected alphabetic or numeric character", _), (_, "*"):
      return "a text that begins with * must be in quotes"
    case ("found character that cannot start any token", let first?):
      return "a text that begins with \(String(first).shown) must be in quotes"
    case ("mapping values are not allowed in this context", _):
      return "a text that holds a colon and a space must be in quotes, and sections are indented alike"
    case ("could not find expected ':'", _): return "a key is followed by a colon and a space"
    case ("but found another document", _): return "the file may hold one document only"
    case ("found unexpected end of stream", _): return "a quote is not closed"
    case ("Maximum nesting level reached, set with yaml_set_max_nest_level())", _):
      return "too many brackets are open"
    default: return nil
    }
  }

  private func rest(at mark: Mark) -> Substring.UnicodeScalarView {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(mark.line - 1) else { return Substring().unicodeScalars }
    return lines[mark.line - 1].dropFirst(mark.column - 1)
  }
}
