import Foundation

/// What Chromium's own tools can do, and WebDriver passes on.
extension Browser {
  private struct Script: Encodable {
    let script: String
    let args: [String] = []
  }

  /// What a script returns.
  func run<Value: Decodable>(_ script: String, _ type: Value.Type = Value.self) async throws -> Value {
    try await driver.post("\(session)/execute/sync", Script(script: script))
  }

  private struct Instruction<Parameters: Encodable>: Encodable {
    let cmd: String
    let params: Parameters
  }

  private struct Metrics: Encodable {
    let width: Int
    let height: Int
    let deviceScaleFactor = 1
    let mobile = false
  }

  private struct Media: Encodable {
    let features: [[String: String]]
  }

  /// Shows pages as wide as a telephone is, which no window of Chromium can be.
  func resize(width: Int, height: Int) async throws {
    try await instruct("Emulation.setDeviceMetricsOverride", Metrics(width: width, height: height))
  }

  /// Shows pages as a person sees them who prefers dark ones, or light ones.
  func prefer(dark: Bool) async throws {
    let feature = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    try await instruct("Emulation.setEmulatedMedia", Media(features: [feature]))
  }

  private struct Scripts: Encodable { let value: Bool }

  /// Whether pages may run scripts; what a test runs is run all the same.
  func runScripts(_ may: Bool) async throws {
    try await instruct("Emulation.setScriptExecutionDisabled", Scripts(value: !may))
  }

  private func instruct(_ command: String, _ parameters: some Encodable) async throws {
    _ = try await driver.post(
      "\(session)/goog/cdp/execute", Instruction(cmd: command, params: parameters), WebDriver.Nothing.self)
  }

  /// Takes a picture of what is shown, into a PNG file.
  func screenshot(to file: URL) async throws {
    let picture = try await driver.get("\(session)/screenshot", String.self)
    try Data(base64Encoded: picture)?.write(to: file)
  }
}
