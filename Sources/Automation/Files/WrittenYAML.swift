import Domain
import Yams

/// A file in YAML that an operator wrote, as nodes that keep their line and column.
public enum WrittenYAML {
  /// What is wrong with the file as YAML.
  public struct Mistake: Error, Hashable, Sendable {
    /// Counted from 1; nil when it is about the whole file.
    public var line: Int?
    /// Counted from 1, in Unicode scalars.
    public var column: Int?
    /// The key that it is about; empty when it is about none.
    public var key: String
    /// What must be done, as a clause.
    public var message: String
  }

  /// All that is wrong together.
  public struct Mistakes: Error, Sendable {
    /// Never empty.
    public var mistakes: [Mistake]
  }

  /// The root of a file's one document; nil when it holds nothing. Anchors, aliases and tags are refused: what stands in such
  /// a file is what it means, and an alias of aliases could be made to mean gigabytes.
  ///
  /// Reading stops at the first mistake of syntax, and at the first section with a repeated key, whose keys are all told.
  public static func compose(_ text: String) throws(Mistakes) -> Node? {
    let mistakes: [Mistake]
    let root: Node?
    do {
      // Anchors are only known as long as their parser is.
      let parser = try Parser(yaml: text)
      root = try parser.singleRoot()
      mistakes = root.map { refusals(in: $0) } ?? []
      withExtendedLifetime(parser) {}
    } catch {
      throw Mistakes(mistakes: YAMLSyntax(text).mistakes(error))
    }
    guard mistakes.isEmpty else { throw Mistakes(mistakes: mistakes) }
    return root
  }

  /// What has an anchor is not looked into: an alias of it is the same node again.
  private static func refusals(in root: Node) -> [Mistake] {
    var (open, seen, mistakes) = ([root], Set<[Int]>(), [Mistake]())
    while let node = open.popLast() {
      let place = [node.mark?.line ?? 0, node.mark?.column ?? 0]
      if node.anchor != nil {
        guard seen.insert(place).inserted else { continue }
        mistakes.append(
          mistake(node, "an anchor (&) is not for this file: write the value where it is meant"))
      } else {
        if !isPlain(node) { mistakes.append(mistake(node, "a tag (!) is not for this file: remove it")) }
        open += children(of: node)
      }
    }
    return mistakes.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }

  private static func children(of node: Node) -> [Node] {
    switch node {
    case .mapping(let mapping): mapping.flatMap { [$0.key, $0.value] }
    case .sequence(let sequence): Array(sequence)
    case .scalar, .alias: []
    }
  }

  /// Whether a node bears no tag of its own. The parser itself gives the keys of a section those that their looks suggest; what
  /// is read is their text, and the same tags written out change nothing about it.
  private static func isPlain(_ node: Node) -> Bool {
    let tag =
      switch node {
      case .scalar(let scalar): scalar.tag
      case .mapping(let mapping): mapping.tag
      case .sequence(let sequence): sequence.tag
      case .alias: Tag.implicit
      }
    let plain: [Tag.Name] = [
      .implicit, .nonSpecific, .str, .map, .seq, .bool, .float, .null, .int, .merge, .timestamp, .value,
    ]
    return plain.contains { $0.rawValue == tag.description }
  }

  private static func mistake(_ node: Node, _ message: String) -> Mistake {
    Mistake(line: node.mark?.line, column: node.mark?.column, key: "", message: message)
  }
}
