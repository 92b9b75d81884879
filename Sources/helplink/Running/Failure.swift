import Foundation

/// Why a command ends without having done its work: lines for stderr, and the code that scripts look at.
struct Failure: Error, CustomStringConvertible {
  /// sysexits.h: something is wrong with the configuration.
  static let configurationCode: Int32 = 78

  let description: String
  let code: Int32

  /// A failure of the work itself: one line.
  init(_ line: String) {
    description = line
    code = 1
  }

  /// Mistakes in what the operator wrote: a line each.
  static func configuration(_ mistakes: any CustomStringConvertible) -> Failure {
    Failure(description: mistakes.description, code: configurationCode)
  }

  private init(description: String, code: Int32) {
    self.description = description
    self.code = code
  }

  /// Prints the lines and ends the process.
  func exit() -> Never {
    FileHandle.standardError.write(Data((description + "\n").utf8))
    Foundation.exit(code)
  }
}
