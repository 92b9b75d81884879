/// Why a text is not a time span, and where.
public struct TimeSpanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The 1-based column, in characters of the text given, of what is wrong.
  public let column: Int

  /// What is wrong and what is allowed, in plain words without a final stop.
  public let message: String

  /// The column and the message on one line: `column 2: expected a number, found the end`.
  public var description: String { "column \(column): \(message)" }
}
