import Foundation

/// Pictures of pages for people to look at, kept only when `HELPLINK_PICTURES` names a folder for them.
enum Pictures {
  static func keep(of browser: Browser, as name: String) async throws {
    guard let folder = ProcessInfo.processInfo.environment["HELPLINK_PICTURES"] else { return }
    try await browser.screenshot(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).png"))
  }
}
