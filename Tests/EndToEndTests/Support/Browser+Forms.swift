import Foundation

/// Filling in forms as a person does: by keys and clicks.
extension Browser {
  private struct Keys: Encodable { let text: String }

  /// Types into a field; for a field of files, the path of one.
  func type(_ text: String, into selector: String) async throws {
    _ = try await driver.post(
      "\(try await element(selector))/value", Keys(text: text), WebDriver.Nothing.self)
  }

  /// Replaces what a field holds.
  func replace(_ selector: String, with text: String) async throws {
    _ = try await driver.post(
      "\(try await element(selector))/clear", WebDriver.NoParameters(), WebDriver.Nothing.self)
    try await type(text, into: selector)
  }

  /// Ticks the box or the radio button of a name that has a value.
  func tick(_ value: String, of name: String) async throws {
    try await click("input[name='\(name)'][value='\(value)']")
  }

  /// Chooses a value of a list.
  func choose(_ value: String, of id: String) async throws {
    try await click("#\(id) option[value='\(value)']")
  }
}
