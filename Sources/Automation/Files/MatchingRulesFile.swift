import Domain
import Yams

/// Reads `matching.yaml`: points by part, and the numbers beside them.
public enum MatchingRulesFile {
  private static let keys = ["points", "alike", "near", "within", "farther", "shown", "few", "lately"]

  /// The rules, or all that is wrong with the file.
  public static func read(_ text: String) throws(WrittenYAML.Mistakes) -> MatchingRules {
    var section = YAMLSection()
    let rules = rules(try WrittenYAML.compose(text), &section)
    try section.finish()
    return rules ?? MatchingRules()
  }

  /// Nil only after a mistake was told.
  private static func rules(_ root: Node?, _ section: inout YAMLSection) -> MatchingRules? {
    let message = "must hold the keys \(keys.joined(separator: ", "))"
    guard let root, let mapping = section.mapping(root, keys: keys, or: message) else {
      if root == nil { section.note("", message, at: nil) }
      return nil
    }
    let points = points(mapping["points"], of: root, &section)
    func number(_ key: String, _ range: ClosedRange<Int>) -> Int {
      section.number(mapping, key, in: range, of: root) ?? range.lowerBound
    }
    let rules = MatchingRules(
      points: points, alike: number("alike", 1...1_000), near: number("near", 0...500),
      within: number("within", 1...1_000), farther: number("farther", 1...5_000),
      shown: number("shown", 1...30), few: number("few", 0...30), lately: number("lately", 1...365))
    if section.mistakes.isEmpty, rules.within <= rules.near {
      section.note("within", "must be more than near", at: mapping["within"])
    }
    if section.mistakes.isEmpty, rules.farther <= rules.within {
      section.note("farther", "must be more than within", at: mapping["farther"])
    }
    return rules
  }

  private static func points(_ node: Node?, of root: Node, _ section: inout YAMLSection)
    -> [MatchingRules.Part: Int]
  {
    let parts = MatchingRules.Part.allCases
    let names = parts.map(\.rawValue)
    let message = "is required: a section with \(names.joined(separator: ", "))"
    guard let node, node.mapping != nil else {
      section.note("points", message, at: node ?? root)
      return [:]
    }
    guard let mapping = section.mapping(node, keys: names, or: message) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: parts.map { part in
        (part, section.number(mapping, part.rawValue, in: 0...1_000, of: node) ?? 0)
      })
  }
}
