import Foundation

/// PyPI's oidc-provider-mock: a provider of OpenID Connect that somebody else wrote. It makes its keys when it starts, so it
/// rotates them when it is started again.
struct MockProvider: Sendable {
  /// `http://127.0.0.1:…`
  let issuer: String
  private let program: Program

  /// The program: what `.ci/run` has installed, or the one in the path.
  private static let path =
    ProcessInfo.processInfo.environment["HELPLINK_OIDC_PROVIDER"] ?? "oidc-provider-mock"

  /// Starts it with one person, who is named by `subject`.
  static func start(port: Int, subject: String, address: String, in scratch: Scratch) async throws
    -> MockProvider
  {
    let claims = #"{"sub": "\#(subject)", "email": "\#(address)", "name": "Made Up"}"#
    let program = try Program(
      "/usr/bin/env", [path, "--port", "\(port)", "--require-nonce", "true", "--user-claims", claims],
      in: scratch)
    let provider = MockProvider(issuer: "http://127.0.0.1:\(port)", program: program)
    _ = try await eventually("the provider to be ready") {
      guard program.isRunning else { throw GaveUp(description: "the provider ended: \(program.errors)") }
      let answer = try? await Visitor.get(provider.issuer + "/.well-known/openid-configuration")
      return answer?.status == 200 ? true : nil
    }
    return provider
  }

  func stop() async { await program.stop() }

  /// The keys that it publishes.
  func keys() async throws -> String { try await Visitor.get(issuer + "/jwks").body }

  /// Presses, in its own page, the button of the person.
  func signIn(as subject: String, in browser: Browser) async throws {
    let button = "button[name='sub'][value='\(subject)']"
    _ = try await eventually("the provider's page") { try await browser.count(button) == 1 ? true : nil }
    try await browser.click(button)
  }
}
