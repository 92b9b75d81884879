import Automation
import Domain
import Yams

extension WrittenSettings {
  /// Reads a configuration file. What is not YAML, or sets a key twice, says nothing else about the file.
  init(yaml: String, fileName: String) {
    do throws(WrittenYAML.Mistakes) {
      guard let root = try WrittenYAML.compose(yaml) else { return }
      guard case .mapping(let mapping) = root else {
        if !Self.isNull(root) {
          report("", "must hold keys and their values", at: Self.origin(root, fileName))
        }
        return
      }
      take(mapping, under: "", from: fileName)
    } catch {
      isWhole = false
      for mistake in error.mistakes {
        let origin = Origin(source: fileName, line: mistake.line, column: mistake.column)
        report(mistake.key, mistake.message, at: origin)
      }
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
          name.shown, written: name,
          among: ConfigurationKeys.all.map(\.name) + ConfigurationKeys.sections.sorted(),
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

  /// An empty value, `~` or `null`; a quoted one is text.
  private static func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  private static func origin(_ node: Node, _ file: String) -> Origin {
    Origin(source: file, line: node.mark?.line, column: node.mark?.column)
  }
}
