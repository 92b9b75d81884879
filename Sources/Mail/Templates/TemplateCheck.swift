/// Follows one email's template through its layout and parts, and finds every name that does not exist where it is
/// used. The library would render those as nothing, silently, to everyone.
struct TemplateCheck {
  private let parts: [String: TemplateFile]
  private(set) var mistakes: [TemplateMistake] = []
  /// The parts that were met.
  private(set) var used: Set<String> = []

  /// Where in the templates the check stands.
  private struct Place {
    var file: TemplateFile
    /// The views that names are looked up in, the innermost last.
    var scopes: [ViewShape]
    /// What fills the blocks of the layout, by name, each with the file it was written in.
    var blocks: [String: (node: TemplateNode, file: TemplateFile)] = [:]
    /// Parts and blocks that are being followed: meeting one again would never end.
    var following: Set<String> = []
  }

  /// Checks `file` against what its email's view has, with the parts of its format by name.
  init(_ file: TemplateFile, shape: ViewShape, parts: [String: TemplateFile]) {
    self.parts = parts
    var met: Set<String> = []
    check(file.nodes, at: Place(file: file, scopes: [shape]), met: &met)
  }

  /// `met` gathers the names of the blocks that are shown on the way.
  private mutating func check(_ nodes: [TemplateNode], at place: Place, met: inout Set<String>) {
    for node in nodes {
      switch node.tag.kind {
      case .variable, .unescaped: checkVariable(node, at: place)
      case .section: checkSection(node, at: place, met: &met)
      case .block: checkBlock(node, at: place, met: &met)
      case .layout: checkLayout(node, at: place, met: &met)
      case .part: follow(node, at: place, met: &met)
      case .text, .end: break
      }
    }
  }

  private mutating func checkVariable(_ node: TemplateNode, at place: Place) {
    switch lookUp(node, at: place) {
    case .flag: note(node, place, "'\(node.tag.name)' is a yes or no: use it as {{#\(node.tag.name)}}")
    case .list: note(node, place, "'\(node.tag.name)' is a list: use it as {{#\(node.tag.name)}}")
    case .text, nil: break
    }
  }

  private mutating func checkSection(_ node: TemplateNode, at place: Place, met: inout Set<String>) {
    var inner = place
    switch lookUp(node, at: place) {
    case .text: note(node, place, "'\(node.tag.name)' is a text: use it as {{\(node.tag.name)}}")
    case .list(let shape): inner.scopes.append(shape)
    case .flag: break
    case nil: return
    }
    check(node.children, at: inner, met: &met)
  }

  /// A place in a layout: what the email put there, or else the layout's own content.
  private mutating func checkBlock(_ node: TemplateNode, at place: Place, met: inout Set<String>) {
    let name = node.tag.name
    met.insert(name)
    guard let filling = place.blocks[name] else { return check(node.children, at: place, met: &met) }
    var inner = place
    guard inner.following.insert("$" + name).inserted else {
      return note(node, place, "the block '\(name)' contains itself")
    }
    inner.file = filling.file
    check(filling.node.children, at: inner, met: &met)
  }

  private mutating func checkLayout(_ node: TemplateNode, at place: Place, met: inout Set<String>) {
    var inner = place
    for child in node.children {
      guard child.tag.kind == .block else {
        note(
          child, place, "only blocks, {{$name}}…{{/name}}, may stand directly inside {{<\(node.tag.name)}}")
        continue
      }
      // As the library does it: what the outermost template put into a block wins.
      if inner.blocks[child.tag.name] == nil { inner.blocks[child.tag.name] = (child, place.file) }
    }
    var shown: Set<String> = []
    follow(node, at: inner, met: &shown)
    met.formUnion(shown)
    guard parts[node.tag.name] != nil else { return }
    for child in node.children where child.tag.kind == .block && !shown.contains(child.tag.name) {
      note(child, place, "'\(node.tag.name)' has no block '\(child.tag.name)'")
    }
  }

  private mutating func follow(_ node: TemplateNode, at place: Place, met: inout Set<String>) {
    let name = node.tag.name
    guard let part = parts[name] else {
      return note(node, place, "there is no part '\(name)' of this format")
    }
    used.insert(name)
    var inner = place
    guard inner.following.insert(">" + name).inserted else {
      return note(node, place, "the part '\(name)' contains itself")
    }
    inner.file = part
    check(part.nodes, at: inner, met: &met)
  }

  private mutating func lookUp(_ node: TemplateNode, at place: Place) -> ViewShape.Value? {
    for scope in place.scopes.reversed() {
      if let value = scope.values[node.tag.name] { return value }
    }
    let names = Set(place.scopes.flatMap(\.values.keys)).sorted().joined(separator: ", ")
    note(node, place, "there is no '\(node.tag.name)' here; there are: \(names)")
    return nil
  }

  private mutating func note(_ node: TemplateNode, _ place: Place, _ message: String) {
    mistakes.append(TemplateMistake(file: place.file.path, line: node.tag.line, message: message))
  }
}
