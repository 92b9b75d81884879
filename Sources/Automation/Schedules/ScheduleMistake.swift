/// A mistake in a file of `schedules/`, with where it stands.
public struct ScheduleMistake: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  public var file: String
  /// Counted from 1; nil when the mistake is about the whole file.
  public var line: Int?
  /// Counted from 1.
  public var column: Int?
  /// What must be done.
  public var message: String

  /// `waiting-period.yaml:4:7: message`.
  public var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":") + ": " + message
  }
}

/// All mistakes of a folder of schedules together.
public struct ScheduleMistakes: Error, Sendable, CustomStringConvertible {
  /// Never empty.
  public var mistakes: [ScheduleMistake]
  /// As it is printed.
  public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
