/// Why a table of localities cannot be used: all of its bad lines.
public struct LocalitiesError: Error, Equatable, Sendable {
  /// One bad line.
  public struct Line: Equatable, Sendable {
    /// Counted from 1, the header.
    public let number: Int
    /// What is wrong with it, as a clause.
    public let reason: String
  }

  /// In the order of the file; never empty.
  public let lines: [Line]

  /// One sentence a line, for the operator.
  public var explanations: [String] { lines.map { "line \($0.number): \($0.reason)" } }
}
