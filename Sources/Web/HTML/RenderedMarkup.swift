/// Markup that was written by an `HTMLWriter` before: well nested, and escaped then. It is made of parts of a page alone, never of
/// octets from elsewhere.
struct RenderedMarkup: HTML, Sendable {
  let bytes: [UInt8]

  /// Writes a part of a page, to be put into pages later.
  init(_ part: some HTML) { bytes = part.rendered() }

  func write(to page: inout HTMLWriter) { page.write(self) }
}
