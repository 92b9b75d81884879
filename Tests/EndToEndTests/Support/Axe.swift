import Foundation

/// axe-core, as PyPI's axe-playwright-python brings it along: looks for what keeps people out of a page (WCAG 2.2, A and AA).
enum Axe {
  /// Something wrong with a page.
  struct Violation: Decodable, CustomStringConvertible {
    struct Node: Decodable {
      let html: String
      let failureSummary: String?
    }

    let id: String
    let help: String
    let nodes: [Node]

    var description: String {
      "\(id): \(help)" + nodes.map { "\n  \($0.html.prefix(200)) \($0.failureSummary ?? "")" }.joined()
    }
  }

  /// The program: where `.ci/run` has installed it.
  static func source() throws -> String {
    guard let path = ProcessInfo.processInfo.environment["HELPLINK_AXE"] else {
      throw GaveUp(description: "HELPLINK_AXE must name axe.min.js, of PyPI's axe-playwright-python")
    }
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  private static let check = """
    return axe.run(document, { resultTypes: ["violations"],
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
      .then(function (found) { return found.violations; });
    """

  /// What is wrong with the page that a browser shows.
  static func violations(in browser: Browser) async throws -> [Violation] {
    _ = try await browser.run(try source() + "; return true", Bool.self)
    return try await browser.run(check)
  }
}
