/// The keyboard.
extension Browser {
  /// Keys that have no character (WebDriver, 17.4.2).
  enum Key: String {
    case enter = "\u{E007}"
    case escape = "\u{E00C}"
    case up = "\u{E013}"
    case down = "\u{E015}"
    case tab = "\u{E004}"
    case space = " "
  }

  /// Goes back in the history, or forward.
  func go(_ way: Way) async throws {
    _ = try await driver.post("\(session)/\(way.rawValue)", WebDriver.NoParameters(), WebDriver.Nothing.self)
  }

  /// A way in the history.
  enum Way: String { case back, forward }
}
