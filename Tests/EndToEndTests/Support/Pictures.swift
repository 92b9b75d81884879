import Foundation

/// Pictures of pages for people to look at, kept only when `HELPLINK_PICTURES` names a folder for them.
enum Pictures {
  private static let folder = ProcessInfo.processInfo.environment["HELPLINK_PICTURES"]

  static func keep(of browser: Browser, as name: String) async throws {
    guard let folder else { return }
    try await browser.screenshot(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).png"))
  }

  /// As it is shown to those who prefer light pages, and to those who prefer dark ones.
  static func keepBoth(of browser: Browser, as name: String) async throws {
    guard folder != nil else { return }
    try await keep(of: browser, as: name)
    try await browser.prefer(dark: true)
    try await keep(of: browser, as: "\(name)-dark")
    try await browser.prefer(dark: false)
  }
}
