/// An element with content. Its name is a constant of ours, so data can never become a tag.
struct Tag<Content: HTML>: HTML {
  let name: StaticString
  let attributes: [Attribute]
  let content: Content

  /// Made by the functions of `Markup`, and by nothing that holds data.
  init(_ name: StaticString, _ attributes: [Attribute] = [], @HTMLBuilder content: () -> Content) {
    self.name = name
    self.attributes = attributes
    self.content = content()
  }

  func write(to page: inout HTMLWriter) {
    page.write(opening: name, attributes)
    content.write(to: &page)
    page.write(markup: "</")
    page.write(markup: name)
    page.write(markup: ">")
  }
}

/// An element that can have no content and no end tag (HTML Standard, 13.1.2): `br`, `input`, `link`, `meta`.
struct VoidTag: HTML {
  let name: StaticString
  let attributes: [Attribute]

  func write(to page: inout HTMLWriter) { page.write(opening: name, attributes) }
}

extension HTMLWriter {
  fileprivate mutating func write(opening name: StaticString, _ attributes: [Attribute]) {
    write(markup: "<")
    write(markup: name)
    for attribute in attributes { attribute.write(to: &self) }
    write(markup: ">")
  }
}
