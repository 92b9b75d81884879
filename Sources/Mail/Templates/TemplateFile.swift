import Foundation
import Mustache

/// One template, read and parsed by itself; what it names is checked later, by the email that uses it.
struct TemplateFile: Sendable {
  let path: String
  let nodes: [TemplateNode]
  /// Nil when there are mistakes.
  let template: MustacheTemplate?
  let mistakes: [TemplateMistake]

  /// Parses `text`. A content type is put before it: a template without one escapes as the library thinks right.
  init(path: String, text: String, format: TemplateFormat) {
    self.path = path
    let scanner = TemplateScanner(text)
    let tree = TemplateTree(scanner.tags)
    nodes = tree.nodes
    let refusals = Self.refusals(scanner.tags, in: text, format: format)
    let found = (scanner.mistakes + tree.mistakes + refusals).map {
      TemplateMistake(file: path, line: $0.line, message: $0.message)
    }
    // The library stops the process at some unfinished tags, so it gets nothing that the scanner refused.
    guard found.isEmpty else {
      (template, mistakes) = (nil, found)
      return
    }
    HTMLEscaping.registered
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE: \(format.contentType)}}\n" + text)
      mistakes = []
    } catch {
      (template, mistakes) = (nil, [Self.mistake(error, path: path)])
    }
  }

  private static func refusals(
    _ tags: [TemplateTag], in text: String, format: TemplateFormat
  ) -> [(line: Int, message: String)] {
    switch format {
    case .html:
      tags.filter { $0.kind == .unescaped }.map {
        ($0.line, "'\($0.name)' would stand in HTML unescaped: write {{\($0.name)}}")
      }
    case .subject:
      text.drop(while: \.isNewline).dropLast(while: \.isNewline).contains(where: \.isNewline)
        ? [(2, "a subject is one line")] : []
    case .text: []
    }
  }

  private static func mistake(_ error: any Error, path: String) -> TemplateMistake {
    guard let error = error as? MustacheTemplate.ParserError else {
      return TemplateMistake(file: path, line: 0, message: "cannot be parsed: \(error)")
    }
    // The line of the content type is not the author's.
    return TemplateMistake(
      file: path, line: error.context.lineNumber - 1, message: "cannot be parsed: \(error.error)")
  }
}

extension Substring {
  fileprivate func dropLast(while matches: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, matches(last) { rest.removeLast() }
    return rest
  }
}
