/// One piece of a template as its author wrote it.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `{{name}}`
    case variable
    /// `{{{name}}}` or `{{&name}}`
    case unescaped
    /// `{{#name}}` or `{{^name}}`
    case section
    /// `{{$name}}`
    case block
    /// `{{<name}}`
    case layout
    /// `{{>name}}`
    case part
    /// `{{/name}}`
    case end
    /// Text that is not only white space.
    case text
  }

  let kind: Kind
  /// Empty for text.
  let name: String
  /// Counted from 1.
  let line: Int
}
