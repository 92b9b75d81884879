/// The formats of an email's parts; each is a library of its own, so that no part of one gets into another.
enum TemplateFormat: String, CaseIterable, Sendable {
  case subject, text, html

  var fileName: String { "\(rawValue).mustache" }

  /// The library's name of the content type that escapes for this format.
  var contentType: String {
    switch self {
    case .subject, .text: "TEXT"
    case .html: HTMLEscaping.name
    }
  }
}
