import Foundation

/// A Chromium without a window, with a profile of its own.
struct Browser: Sendable {
  let driver: WebDriver
  /// The path of this browser's commands.
  let session: String

  /// Opens one; it closes with the scratch.
  static func open(in scratch: Scratch) async throws -> Browser {
    let driver = try await WebDriver.start(in: scratch)
    let profile = try scratch.makeFolder("chromium-\(UUID().uuidString.prefix(8))")
    let opened = try await driver.post("/session", Wanted(profile: profile), Opened.self)
    let browser = Browser(driver: driver, session: "/session/\(opened.sessionId)")
    // Chromedriver that is told to end leaves its Chromium running, so the session is closed first.
    scratch.atEnd { try? await driver.delete(browser.session) }
    return browser
  }

  private struct Opened: Decodable { let sessionId: String }

  /// Chromium's sandbox does not run as root, and /dev/shm is small in a container.
  private struct Wanted: Encodable {
    struct Options: Encodable { let args: [String] }
    struct Match: Encodable {
      let browserName = "chrome"
      let options: Options

      enum CodingKeys: String, CodingKey {
        case browserName
        case options = "goog:chromeOptions"
      }
    }
    struct Capabilities: Encodable { let alwaysMatch: Match }

    let capabilities: Capabilities

    init(profile: String) {
      let arguments = [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
        "--window-size=1280,900", "--user-data-dir=\(profile)",
      ]
      capabilities = Capabilities(alwaysMatch: Match(options: Options(args: arguments)))
    }
  }

  /// Opens an address and waits until it is loaded.
  func open(_ url: String) async throws {
    _ = try await driver.post("\(session)/url", ["url": url], WebDriver.Nothing.self)
  }

  /// The address that is shown.
  var url: String { get async throws { try await driver.get("\(session)/url") } }

  /// Clicks the first element of a CSS selector.
  func click(_ selector: String) async throws {
    _ = try await driver.post(
      "\(try await element(selector))/click", WebDriver.NoParameters(), WebDriver.Nothing.self)
  }

  /// Types into the element that has the focus.
  func type(_ keys: String) async throws {
    let element = try await driver.get("\(session)/element/active", Element.self)
    _ = try await driver.post(
      "\(session)/element/\(element.id)/value", ["text": keys], WebDriver.Nothing.self)
  }

  /// Presses keys there.
  func type(_ keys: Key...) async throws { try await type(keys.map(\.rawValue).joined()) }

  /// Clicks what leads to another page, and waits until that one is loaded: a click is answered before it
  /// has begun.
  func press(_ selector: String) async throws {
    _ = try await run("window.isLeft = true; return true", Bool.self)
    try await click(selector)
    _ = try await eventually("a page after pressing \(selector)") {
      try await run("return !window.isLeft && document.readyState === 'complete'", Bool.self) ? true : nil
    }
  }

  /// The text of the first element of a selector, as it is shown.
  func text(_ selector: String) async throws -> String {
    try await driver.get("\(try await element(selector))/text")
  }

  /// Waits for a page of which this is the heading: one that another leads to by itself.
  func waits(for heading: String) async throws {
    _ = try await eventually("the page \"\(heading)\"") {
      try await run(Self.heading, String.self) == heading ? true : nil
    }
  }

  private static let heading = "return (document.querySelector('h1') || {}).innerText || ''"

  /// How many elements a selector has.
  func count(_ selector: String) async throws -> Int {
    try await driver.post("\(session)/elements", Selector(value: selector), [Element].self).count
  }

  /// The path of an element's commands.
  func element(_ selector: String) async throws -> String {
    let found = try await driver.post("\(session)/element", Selector(value: selector), Element.self)
    return "\(session)/element/\(found.id)"
  }

  private struct Selector: Encodable {
    let using = "css selector"
    let value: String
  }

  /// The key that the protocol gives an element's identifier (WebDriver, 12.1).
  private struct Element: Decodable {
    let id: String
    enum CodingKeys: String, CodingKey { case id = "element-6066-11e4-a52e-4f735466cecf" }
  }
}
