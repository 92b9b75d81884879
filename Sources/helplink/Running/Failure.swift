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

  /// Lines of which one at least is about what the operator wrote, or none: the disk's faults mend without a word changed,
  /// and then systemd may try again.
  static func together(_ lines: [String], isConfiguration: Bool) -> Failure {
    Failure(description: lines.joined(separator: "\n"), code: isConfiguration ? configurationCode : 1)
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
