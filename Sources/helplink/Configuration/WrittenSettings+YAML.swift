import Yams

extension WrittenSettings {
  /// Reads a configuration file. `compose` keeps the line and column of every node; it stops at the first syntax error or
  /// section with a repeated key, which is then the file's only mistake.
  init(yaml: String, fileName: String) {
    do {
      guard let root = try Yams.compose(yaml: yaml) else { return }
      guard case .mapping(let mapping) = root else {
        if !Self.isNull(root) {
          report("", "must hold keys and their values", at: Self.origin(root, fileName))
        }
        return
      }
      take(mapping, under: "", from: fileName)
    } catch {
      isWhole = false
      reportSyntax(error, in: fileName)
    }
  }

  private mutating func take(_ mapping: Node.Mapping, under section: String, from file: String) {
    for (key, node) in mapping {
      guard let word = key.string else {
        report(section, "has a key that is not a text", at: Self.origin(key, file))
        continue
      }
      let name = section.isEmpty ? word : section + "." + word
      if let entry = ConfigurationKeys.byName[name] {
        take(node, for: entry, from: file)
      } else if ConfigurationKeys.sections.contains(name) {
        takeSection(node, named: name, from: file)
      } else {
        refuseUnknown(
          name, written: name, among: ConfigurationKeys.all.map(\.name) + ConfigurationKeys.sections.sorted(),
          at: Self.origin(key, file))
      }
    }
  }

  private mutating func takeSection(_ node: Node, named name: String, from file: String) {
    if case .mapping(let mapping) = node { return take(mapping, under: name, from: file) }
    if !Self.isNull(node) { report(name, "must hold keys and their values", at: Self.origin(node, file)) }
  }

  private mutating func take(_ node: Node, for entry: ConfigurationKeyEntry, from file: String) {
    let origin = Self.origin(node, file)
    switch node {
    case .scalar(let scalar) where !entry.isList:
      if Self.isNull(node) { return refuse(entry.name, "has no value", at: origin) }
      set(entry.name, to: Value(items: [Item(text: scalar.string, origin: origin)], origin: origin))
    case .sequence(let sequence) where entry.isList:
      takeList(sequence, for: entry, at: origin)
    default:
      refuse(entry.name, entry.isList ? "must be a list" : "must be one value", at: origin)
    }
  }

  private mutating func takeList(
    _ sequence: Node.Sequence, for entry: ConfigurationKeyEntry, at origin: Origin
  ) {
    var items: [Item] = []
    for node in sequence {
      let place = Self.origin(node, origin.source)
      if case .scalar(let scalar) = node, !Self.isNull(node) {
        items.append(Item(text: scalar.string, origin: place))
      } else {
        report(entry.name, "must be a list of single values", at: place)
      }
    }
    set(entry.name, to: Value(items: items, origin: origin))
  }

  private mutating func reportSyntax(_ error: any Error, in file: String) {
    switch error {
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      let origin = Origin(source: file, line: context.mark.line, column: context.mark.column)
      for key in keys { report(key, "is set twice in its section", at: origin) }
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      let origin = Origin(source: file, line: mark.line, column: mark.column)
      report("", "is not YAML: \(problem)", at: origin)
    default: report("", "is not YAML", at: Origin(source: file))
    }
  }

  /// An empty value, `~` or `null`; a quoted one is text.
  private static func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private static func origin(_ node: Node, _ file: String) -> Origin {
    Origin(source: file, line: node.mark?.line, column: node.mark?.column)
  }
}
