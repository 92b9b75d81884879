/// Why a text is not a calendar expression, and where.
public struct CalendarExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The 1-based column, in characters of the text given, at which reading had to stop.
  public let column: Int

  /// What is wrong, in plain words without a final stop: `month 13 is not within 1..12`.
  public let message: String

  /// The column and the message on one line: `column 3: month 13 is not within 1..12`.
  public var description: String { "column \(column): \(message)" }
}
