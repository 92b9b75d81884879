/// Something in a folder of templates that would come out wrong, or not at all, when an email is made.
public struct TemplateMistake: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The path of the file, or of the folder it is missing from.
  public let file: String
  /// Counted from 1; 0 when the file as a whole is meant.
  public let line: Int
  /// What is wrong and what would be right, in one sentence.
  public let message: String

  /// A mistake at a line of a file.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// `file:line: message`, as compilers write it.
  public var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }

  /// By file, then by line.
  public static func < (left: Self, right: Self) -> Bool {
    (left.file, left.line, left.message) < (right.file, right.line, right.message)
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
