/// The names that a view has, and what each of them is: what templates are checked against.
struct ViewShape: Hashable, Sendable {
  indirect enum Value: Hashable, Sendable {
    case text
    case flag
    case list(ViewShape)
  }

  let values: [String: Value]

  init(_ values: [String: Value]) { self.values = values }

  func adding(_ other: [String: Value]) -> ViewShape {
    ViewShape(values.merging(other) { _, added in added })
  }
}
