import Domain

/// Something in a folder of templates that would come out wrong, or not at all, when an email is made.
public struct TemplateMistake: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path of the file, or of the folder it is missing from.
  public let file: String
  /// Counted from 1; 0 when the file as a whole is meant.
  public let line: Int
  /// Counted from 1; 0 when the line as a whole is meant.
  public let column: Int
  /// What is wrong and what would be right, in one sentence.
  public let message: String

  /// A mistake at a place of a file.
  public init(file: String, line: Int, column: Int = 0, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`, as compilers write it.
  public var description: String {
    ([file] + [line, column].filter { $0 > 0 }.map(String.init)).joined(separator: ":") + ": "
      + message.shown(atMost: 500)
  }

  /// By file, then by place.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.column, left.message) < (right.file, right.line, right.column, right.message)
  }
}

/// Every mistake found in the templates, so that an operator mends them in one go.
public struct TemplateMistakes: Error, Hashable, Sendable, CustomStringConvertible {
  /// In order of file and line; never empty when thrown.
  public let mistakes: [TemplateMistake]

  /// These mistakes, put in order, each once.
  public init(_ mistakes: some Sequence<TemplateMistake>) { self.mistakes = Set(mistakes).sorted() }

  /// One line a mistake.
  public var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
