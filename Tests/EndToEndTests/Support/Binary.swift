import Foundation

/// The program under test as it was built, and the repository around it.
enum Binary {
  /// The root of the repository.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let fixtures = repository.appendingPathComponent("Tests/EndToEndTests/Fixtures")

  /// Where `helplink` is: `HELPLINK_BINARY` when that is set, else beside the program that runs the tests.
  static func path() throws -> String {
    if let path = ProcessInfo.processInfo.environment["HELPLINK_BINARY"] { return path }
    let candidates = testBundles().map {
      $0.deletingLastPathComponent().appendingPathComponent("helplink").path
    }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw GaveUp(description: "helplink is not built; looked for \(candidates.joined(separator: ", "))")
    }
    return path
  }

  /// The test runner is given the bundle as an argument, or is the bundle itself.
  private static func testBundles() -> [URL] {
    let arguments = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    return (arguments + [Bundle.main.executablePath ?? ""]).filter { !$0.isEmpty }.map {
      URL(fileURLWithPath: $0)
    }
      + [repository.appendingPathComponent(".build/debug/helplink")]
  }
}
