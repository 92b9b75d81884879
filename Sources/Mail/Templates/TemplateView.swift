import Mustache

/// What a template is given: names with texts, flags, and lists of more names.
///
/// The library asks it for its children by name; it never looks at a value by reflection, which is slow.
struct TemplateView: MustacheParent, Sendable {
  enum Value: Sendable {
    case text(String)
    case flag(Bool)
    case list([TemplateView])
  }

  private let values: [String: Value]

  init(_ values: [String: Value]) { self.values = values }

  /// This view with more names; where both have one, `other`'s counts.
  func adding(_ other: [String: Value]) -> TemplateView {
    TemplateView(values.merging(other) { _, added in added })
  }

  func child(named name: String) -> Any? {
    switch values[name] {
    case .text(let text): text
    case .flag(let flag): flag
    case .list(let views): views
    case nil: nil
    }
  }

  /// What a template may name in this view; a list shows what its first element has.
  var shape: ViewShape {
    ViewShape(
      values.mapValues { value in
        switch value {
        case .text: .text
        case .flag: .flag
        case .list(let views): .list(views.first?.shape ?? ViewShape([:]))
        }
      })
  }
}
