/// The elements our pages use, as functions. They are members of a protocol and not of the module, because
/// half of them (`select`, `time`, `link`) are also names of the C library.
protocol Markup {}

/// A part of a page made of other parts.
protocol Component: HTML, Markup {
  associatedtype Body: HTML
  @HTMLBuilder var body: Body { get }
}

extension Component {
  func write(to page: inout HTMLWriter) { body.write(to: &page) }
}

/// Sections and text.
extension Markup {
  func main<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("main", attributes, content: content)
  }
  func header<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("header", attributes, content: content)
  }
  func footer<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("footer", attributes, content: content)
  }
  func nav<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("nav", attributes, content: content)
  }
  func section<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("section", attributes, content: content)
  }
  func article<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("article", attributes, content: content)
  }
  func h1<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("h1", attributes, content: content)
  }
  func h2<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("h2", attributes, content: content)
  }
  func h3<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("h3", attributes, content: content)
  }
  func p<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("p", attributes, content: content)
  }
  func div<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("div", attributes, content: content)
  }
  func span<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("span", attributes, content: content)
  }
  func strong<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("strong", attributes, content: content)
  }
  func a<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("a", attributes, content: content)
  }
  func time<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("time", attributes, content: content)
  }
}

/// Lists.
extension Markup {
  func ul<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("ul", attributes, content: content)
  }
  func ol<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("ol", attributes, content: content)
  }
  func li<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("li", attributes, content: content)
  }
  func dl<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("dl", attributes, content: content)
  }
  func dt<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("dt", attributes, content: content)
  }
  func dd<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("dd", attributes, content: content)
  }
}

/// Forms.
extension Markup {
  func form<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("form", attributes, content: content)
  }
  func fieldset<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<
    Content
  > {
    Tag("fieldset", attributes, content: content)
  }
  func legend<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("legend", attributes, content: content)
  }
  func label<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content> {
    Tag("label", attributes, content: content)
  }
  func button<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("button", attributes, content: content)
  }
  func textarea<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<
    Content
  > {
    Tag("textarea", attributes, content: content)
  }
  func select<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("select", attributes, content: content)
  }
  func option<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("option", attributes, content: content)
  }
}

/// What opens and closes without a script.
extension Markup {
  func details<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("details", attributes, content: content)
  }
  func summary<Content: HTML>(_ attributes: Attribute..., @HTMLBuilder content: () -> Content) -> Tag<Content>
  {
    Tag("summary", attributes, content: content)
  }
}

/// Elements that can hold nothing.
extension Markup {
  func img(_ attributes: Attribute...) -> VoidTag { VoidTag(name: "img", attributes: attributes) }
  func input(_ attributes: Attribute...) -> VoidTag { VoidTag(name: "input", attributes: attributes) }
  func meta(_ attributes: Attribute...) -> VoidTag { VoidTag(name: "meta", attributes: attributes) }
  func link(_ attributes: Attribute...) -> VoidTag { VoidTag(name: "link", attributes: attributes) }
  func br() -> VoidTag { VoidTag(name: "br", attributes: []) }
}
