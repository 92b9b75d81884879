/// A tag with what stands between it and its end.
struct TemplateNode: Hashable, Sendable {
  let tag: TemplateTag
  let children: [TemplateNode]
}

/// Pairs tags with their ends.
struct TemplateTree {
  private(set) var nodes: [TemplateNode] = []
  private(set) var mistakes: [(line: Int, message: String)] = []

  /// Pairs the tags of one file; after the first mistake the rest of the file is not looked at.
  init(_ tags: [TemplateTag]) {
    var open: [(tag: TemplateTag, before: [TemplateNode])] = []
    for tag in tags {
      switch tag.kind {
      case .section, .block, .layout:
        open.append((tag, nodes))
        nodes = []
      case .end:
        guard let last = open.popLast(), last.tag.name == tag.name else {
          mistakes.append((tag.line, "{{/\(tag.name)}} ends nothing that is open here"))
          return
        }
        nodes = last.before + [TemplateNode(tag: last.tag, children: nodes)]
      case .variable, .unescaped, .part, .text:
        nodes.append(TemplateNode(tag: tag, children: []))
      }
    }
    mistakes += open.map {
      ($0.tag.line, "'\($0.tag.name)' is opened and never ended: {{/\($0.tag.name)}} is missing")
    }
  }
}
