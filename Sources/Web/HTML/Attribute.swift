/// An attribute: a constant name, and a value that is always quoted and escaped.
///
/// There is none for `style`, and none whose name begins with `on`: the site's content security policy
/// refuses both.
struct Attribute {
  private enum Value {
    case text(String)
    case constant(StaticString)
    case present
    case absent
  }

  private let name: StaticString
  private let value: Value

  private init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  fileprivate static func text(_ name: StaticString, _ value: String) -> Self { Self(name, .text(value)) }
  fileprivate static func constant(_ name: StaticString, _ value: StaticString) -> Self {
    Self(name, .constant(value))
  }
  fileprivate static func flag(_ name: StaticString, _ isOn: Bool) -> Self {
    Self(name, isOn ? .present : .absent)
  }

  func write(to page: inout HTMLWriter) {
    switch value {
    case .absent: return
    case .present:
      page.write(markup: " ")
      page.write(markup: name)
    case .text(let text): page.write(name: name) { $0.write(text: text) }
    case .constant(let constant): page.write(name: name) { $0.write(markup: constant) }
    }
  }
}

extension HTMLWriter {
  fileprivate mutating func write(name: StaticString, value: (inout Self) -> Void) {
    write(markup: " ")
    write(markup: name)
    write(markup: "=\"")
    value(&self)
    write(markup: "\"")
  }
}

extension Attribute {
  /// Classes are names of the stylesheet, so they are constants.
  static func `class`(_ names: StaticString) -> Self { constant("class", names) }
  static func id(_ value: String) -> Self { text("id", value) }
  static func lang(_ value: StaticString) -> Self { constant("lang", value) }
  static func datetime(_ value: String) -> Self { text("datetime", value) }

  static func href(_ target: LinkTarget) -> Self { text("href", target.text) }
  static func src(_ target: LinkTarget) -> Self { text("src", target.text) }
  /// What stands for a picture where it is not seen; empty for one that says nothing of its own.
  static func alt(_ value: String) -> Self { text("alt", value) }
  static func width(_ pixels: Int) -> Self { text("width", String(pixels)) }
  static func height(_ pixels: Int) -> Self { text("height", String(pixels)) }
  /// A picture that is fetched when it comes near to being seen.
  static func lazy() -> Self { constant("loading", "lazy") }
  static func action(_ target: LinkTarget) -> Self { text("action", target.text) }
  static func rel(_ value: StaticString) -> Self { constant("rel", value) }
}

/// Attributes of forms and their fields.
extension Attribute {
  enum Method: Sendable { case get, post }
  enum InputKind: Sendable { case text, email, password, search, date, time, radio, checkbox, file, hidden }

  static func method(_ method: Method) -> Self {
    switch method {
    case .get: constant("method", "get")
    case .post: constant("method", "post")
    }
  }
  static func type(_ kind: InputKind) -> Self {
    switch kind {
    case .text: constant("type", "text")
    case .email: constant("type", "email")
    case .password: constant("type", "password")
    case .search: constant("type", "search")
    case .date: constant("type", "date")
    case .time: constant("type", "time")
    case .radio: constant("type", "radio")
    case .checkbox: constant("type", "checkbox")
    case .file: constant("type", "file")
    case .hidden: constant("type", "hidden")
    }
  }
  /// `submit` for a button, or a media type.
  static func type(_ value: StaticString) -> Self { constant("type", value) }
  static func name(_ value: String) -> Self { text("name", value) }
  static func title(_ value: String) -> Self { text("title", value) }
  static func value(_ value: String) -> Self { text("value", value) }
  /// An example of what a field takes; its label says what the field is.
  static func placeholder(_ value: StaticString) -> Self { constant("placeholder", value) }
  static func `for`(_ id: String) -> Self { text("for", id) }
  static func autocomplete(_ value: StaticString) -> Self { constant("autocomplete", value) }
  static func inputmode(_ value: StaticString) -> Self { constant("inputmode", value) }
  static func autocapitalize(_ value: StaticString) -> Self { constant("autocapitalize", value) }
  static func spellcheck(_ isOn: Bool) -> Self { constant("spellcheck", isOn ? "true" : "false") }
  static func minlength(_ count: Int) -> Self { text("minlength", String(count)) }
  /// Lines of a text area.
  static func rows(_ count: Int) -> Self { text("rows", String(count)) }
  /// A form whose files are sent with it.
  static func multipart() -> Self { constant("enctype", "multipart/form-data") }
  /// Media types that a file may have.
  static func accept(_ types: StaticString) -> Self { constant("accept", types) }
  static func maxlength(_ count: Int) -> Self { text("maxlength", String(count)) }
  /// The least value of a date.
  static func min(_ value: String) -> Self { text("min", value) }
  /// The greatest value of a date.
  static func max(_ value: String) -> Self { text("max", value) }
  static func required(_ isOn: Bool = true) -> Self { flag("required", isOn) }
  static func checked(_ isOn: Bool = true) -> Self { flag("checked", isOn) }
  static func selected(_ isOn: Bool = true) -> Self { flag("selected", isOn) }
  /// A button that sends the form as it is, complete or not.
  static func formNoValidate() -> Self { flag("formnovalidate", true) }
  /// Whether a `details` shows what is in it.
  static func open(_ isOn: Bool) -> Self { flag("open", isOn) }
  /// What a script may bring to light.
  static func hidden() -> Self { flag("hidden", true) }
  static func `defer`() -> Self { flag("defer", true) }
}

/// Attributes of drawings (SVG 2), all of them constants.
extension Attribute {
  static func viewBox(_ value: StaticString) -> Self { constant("viewBox", value) }
  static func x(_ value: StaticString) -> Self { constant("x", value) }
  static func y(_ value: StaticString) -> Self { constant("y", value) }
  static func centreX(_ value: StaticString) -> Self { constant("cx", value) }
  static func centreY(_ value: StaticString) -> Self { constant("cy", value) }
  static func radius(_ value: StaticString) -> Self { constant("r", value) }
}

/// Attributes for assistive technology, and for `meta`.
extension Attribute {
  static func role(_ value: StaticString) -> Self { constant("role", value) }
  static func tabindex(_ value: Int) -> Self { text("tabindex", String(value)) }
  static func ariaLabel(_ value: String) -> Self { text("aria-label", value) }
  static func ariaLabelledBy(_ id: String) -> Self { text("aria-labelledby", id) }
  static func ariaDescribedBy(_ id: String) -> Self { text("aria-describedby", id) }
  static func ariaInvalid() -> Self { constant("aria-invalid", "true") }
  /// The one of several views of a page that is shown.
  static func ariaCurrent() -> Self { constant("aria-current", "true") }
  static func ariaCurrentPage() -> Self { constant("aria-current", "page") }
  static func ariaCurrentStep() -> Self { constant("aria-current", "step") }
  static func ariaHidden() -> Self { constant("aria-hidden", "true") }
  static func charset(_ value: StaticString) -> Self { constant("charset", value) }
  static func content(_ value: StaticString) -> Self { constant("content", value) }
  /// The name of a `meta`, a constant.
  static func metaName(_ value: StaticString) -> Self { constant("name", value) }
  /// An attribute that is there only sometimes.
  static func when(_ isOn: Bool, _ attribute: Attribute) -> Self {
    isOn ? attribute : Self(attribute.name, .absent)
  }
}
