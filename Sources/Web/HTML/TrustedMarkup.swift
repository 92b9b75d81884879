/// Markup that is written as it is. Only a constant in our own source can be one, never a value.
struct TrustedMarkup: HTML {
  private let constant: StaticString

  init(_ constant: StaticString) { self.constant = constant }

  func write(to page: inout HTMLWriter) { page.write(markup: constant) }
}
