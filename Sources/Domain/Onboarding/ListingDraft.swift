/// What was typed and ticked in a step's form, right or wrong.
public struct TypedForm: Hashable, Sendable, Codable {
  private var values: [String: [String]]

  /// A form with these values; fields without any are as good as absent.
  public init(_ values: [ListingField: [String]] = [:]) {
    self.values = [:]
    for (field, value) in values { self[field] = value }
  }

  /// All values of a field, in their order.
  public subscript(field: ListingField) -> [String] {
    get { values[field.rawValue] ?? [] }
    set { values[field.rawValue] = newValue.isEmpty ? nil : newValue }
  }

  /// The value of a field that has one at the most; empty when it has none.
  public func text(_ field: ListingField) -> String { self[field].first ?? "" }

  /// Reads what `encode` wrote.
  public init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: [String]].self)
  }

  /// One object of names and their values.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}

/// A listing in the making: what was typed into each step's form, kept as it was typed.
///
/// That is the whole of it, and so nothing typed can be lost: a step that is half filled in, left by "Back" or refused is kept like
/// one that is right. What it comes to, and which steps are done, is read anew whenever it is asked (`ListingProgress`), by the
/// reference data of that day. A form has 64 KiB at the most, so a draft has eight times that.
public struct ListingDraft: Hashable, Sendable, Codable {
  private var forms: [String: TypedForm] = [:]

  /// A draft with nothing in it.
  public init() {}

  /// What was typed into a step's form; nil when it was not sent yet.
  public subscript(step: ListingStep) -> TypedForm? {
    get { forms[step.rawValue] }
    set { forms[step.rawValue] = newValue }
  }

  /// Whether there is nothing to keep.
  public var isEmpty: Bool { forms.isEmpty }
}
