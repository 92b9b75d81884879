/// Something a page can hold: text, an element, or several of them.
///
/// Promise: whatever is written is well nested, and every text and attribute value in it is escaped. No
/// conforming type takes markup from a `String`; see `TrustedMarkup` for the only one that takes markup at all.
protocol HTML {
  /// Appends this, escaped, to a page being written.
  func write(to page: inout HTMLWriter)
}

extension HTML {
  /// The UTF-8 of this, in a buffer that begins at `capacity` bytes.
  func rendered(capacity: Int = 4096) -> [UInt8] {
    var page = HTMLWriter(capacity: capacity)
    write(to: &page)
    return page.bytes
  }
}

extension String: HTML {
  /// A string is text, never markup.
  func write(to page: inout HTMLWriter) { page.write(text: self) }
}

extension Int: HTML {
  /// Digits without a thousands separator.
  func write(to page: inout HTMLWriter) { page.write(text: String(self)) }
}

extension Optional: HTML where Wrapped: HTML {
  func write(to page: inout HTMLWriter) {
    if let self { self.write(to: &page) }
  }
}

extension Array: HTML where Element: HTML {
  func write(to page: inout HTMLWriter) {
    for part in self { part.write(to: &page) }
  }
}
