import Testing

@testable import helplink

struct ProviderConfigurationTests {
  private func provider(_ lines: String, credentials: [String: String] = [:]) throws -> Configuration
    .Provider?
  {
    let yaml = """
      site: {url: "https://help.example", name: Help Link, operator: {name: Operator, contact: help@help.example}}
      state: /s
      mail: {from: help@example.com, smtp: {url: "smtp://127.0.0.1:2525"}}
      \(lines)
      """
    return try Configuration.read(yaml: yaml, fileName: "x", credentials: credentials).provider
  }

  @Test func `with a client it is Google, unless another is named; without, none`() throws {
    #expect(try provider("") == nil)
    let secret = ["sign-in.provider.client-secret": "made up\n"]
    let google = try provider("sign-in: {provider: {client-id: c}}", credentials: secret)
    #expect(google?.issuer.text == "https://accounts.google.com")
    #expect(google?.name == "Google")
    #expect(google?.clientSecret.value == "made up")
    let other = try provider(
      "sign-in: {provider: {client-id: c, name: Example ID, issuer: \"https://id.example/realm/\"}}",
      credentials: secret)
    #expect(other?.issuer.text == "https://id.example/realm/")
    #expect(other?.name == "Example ID")
  }

  @Test func `with one nobody needs another way to sign in`() throws {
    let alone = try provider(
      "sign-in: {password: no, email-link: no, provider: {client-id: c, client-secret: made up}}")
    #expect(alone != nil)
  }

  @Test(arguments: [
    "https://id.example", "https://id.example:8443/a/b", "https://id.example/", "http://127.0.0.1:9400",
    "http://localhost", "http://[::1]:9400",
  ])
  func `an issuer is kept as it is written`(text: String) { #expect(IssuerAddress(text)?.text == text) }

  @Test(arguments: [
    "", "id.example", "http://id.example", "https://", "https://user@id.example", "https://id.example?a",
    "ftp://a",
    "https://id.example#a", "https://id.example:0", "https://id.example/a b", "HTTPS://id.example",
  ])
  func `what is no issuer is refused`(text: String) { #expect(IssuerAddress(text) == nil) }
}
