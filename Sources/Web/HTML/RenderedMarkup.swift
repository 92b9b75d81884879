/// Markup that was written by an `HTMLWriter` before: well nested, and escaped then.
struct RenderedMarkup: HTML, Sendable {
  private let bytes: [UInt8]

  /// Writes a part of a page, to be put into pages later.
  init(_ part: some HTML) { bytes = part.rendered() }

  func write(to page: inout HTMLWriter) { page.write(self, as: bytes) }
}
