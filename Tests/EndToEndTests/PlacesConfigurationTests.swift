import Testing

@testable import helplink

struct PlacesConfigurationTests {
  private static let key = ["places.google-key": "made up\n"]

  private func places(_ lines: String, credentials: [String: String] = [:]) throws
    -> Configuration.PlacesProvider
  {
    let yaml = """
      site: {url: "https://help.example", name: Help Link, operator: {name: Operator, contact: help@help.example}}
      state: /s
      mail: {from: help@example.com, smtp: {url: "smtp://127.0.0.1:2525"}}
      \(lines)
      """
    return try Configuration.read(yaml: yaml, fileName: "x", credentials: credentials).places
  }

  @Test func `the table is asked, unless Google is named`() throws {
    #expect(try places("") == .offline && places("places: {provider: offline}") == .offline)
    let google = try places("places: {provider: google}", credentials: Self.key)
    #expect(google == .google(key: Secret(value: "made up")))
    #expect(!"\(google)".contains("made up"))
  }

  @Test(arguments: [
    ("places: {provider: google}", [:], "places.provider: needs places.google-key beside it"),
    (
      "", key, "places.google-key: needs places.provider: google beside it"
    ),
    ("places: {provider: apple}", [:], "places.provider: must be offline or google"),
  ])
  func `what is half configured, or unknown, is named`(
    lines: String, credentials: [String: String], mistake: String
  ) {
    let error = #expect(throws: ConfigurationMistakes.self) { try places(lines, credentials: credentials) }
    #expect(error?.mistakes.map { "\($0.key): \($0.message)" } == [mistake])
  }
}
