import Domain
import Yams

/// Reads the sections of a file that an operator wrote, and goes on after a mistake so that all are told.
struct YAMLSection {
  private(set) var mistakes: [WrittenYAML.Mistake] = []

  /// The keys and values of a section, after those that it should not have were told.
  mutating func mapping(_ node: Node?, keys: [String], or message: String) -> Node.Mapping? {
    guard let mapping = node?.mapping else {
      note("", message, at: node)
      return nil
    }
    for (key, _) in mapping where !keys.contains(key.string ?? "") {
      let name = key.string ?? ""
      let remedy =
        NearestKey.to(name, among: keys).map { "did you mean \($0)?" }
        ?? "there are \(keys.joined(separator: ", "))"
      note(name, "is no key here; \(remedy)", at: key)
    }
    return mapping
  }

  /// A line of at most so many characters; nil where there is none.
  mutating func line(_ mapping: Node.Mapping, _ key: String, most: Int = 120) -> String? {
    guard let node = mapping[key] else { return nil }
    let text = node.scalar?.string ?? ""
    let isLine = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    if (1...most).contains(text.unicodeScalars.count), isLine { return text }
    note(key, "must be a line of at most \(most) characters", at: node)
    return nil
  }

  /// The same where there must be one.
  mutating func requiredLine(_ mapping: Node.Mapping, _ key: String, of section: Node, most: Int = 120)
    -> String?
  {
    if mapping[key] == nil { note(key, "is required: a line of at most \(most) characters", at: section) }
    return line(mapping, key, most: most)
  }

  /// A value or a list of values, with where each stands.
  mutating func values(_ mapping: Node.Mapping, _ key: String) -> [(text: String, node: Node)] {
    guard let node = mapping[key] else { return [] }
    let nodes = node.sequence.map { Array($0) } ?? [node]
    return nodes.compactMap { node in
      if let text = node.scalar?.string, !text.isEmpty { return (text, node) }
      note(key, "must be a value or a list of values", at: node)
      return nil
    }
  }

  /// A whole number of a range.
  mutating func number(_ mapping: Node.Mapping, _ key: String, in range: ClosedRange<Int>, of section: Node)
    -> Int?
  {
    let node = mapping[key]
    // `Int` of a text would also read a sign.
    let text = node?.scalar?.string ?? ""
    let isDigits = (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    if isDigits, let number = Int(text), range.contains(number) { return number }
    let what = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    note(key, node == nil ? "is required: \(what)" : "must be \(what)", at: node ?? section)
    return nil
  }

  mutating func note(_ key: String, _ message: String, at node: Node?) {
    mistakes.append(
      WrittenYAML.Mistake(
        line: node?.mark?.line, column: node?.mark?.column, key: key.shown, message: message))
  }

  /// Throws all that was told, in the order of the file.
  func finish() throws(WrittenYAML.Mistakes) {
    guard !mistakes.isEmpty else { return }
    throw WrittenYAML.Mistakes(
      mistakes: mistakes.sorted { ($0.line ?? .max, $0.column ?? 0) < ($1.line ?? .max, $1.column ?? 0) })
  }
}
