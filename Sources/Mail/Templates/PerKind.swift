import Domain

/// One value for each kind of email.
struct PerKind<Value: Sendable>: Sendable {
  private let values: [Value]

  /// Nil unless every kind has one.
  init?(_ values: [Email.Kind: Value]) {
    self.values = Email.Kind.allCases.compactMap { values[$0] }
    guard self.values.count == Email.Kind.allCases.count else { return nil }
  }

  /// The value of a kind, which there always is.
  subscript(kind: Email.Kind) -> Value { values[Email.Kind.allCases.firstIndex(of: kind) ?? 0] }
}
