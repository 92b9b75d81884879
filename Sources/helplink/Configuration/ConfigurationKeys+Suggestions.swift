/// The ways to find places while somebody types, as the configuration names them.
enum PlacesProviderName: String, CaseIterable, Sendable {
  case offline, google
}

extension ConfigurationKeys {
  enum Suggestions {
    static let provider = ConfigurationKey(
      "places.provider", .value(PlacesProviderName.offline, written: "offline"),
      "Who suggests suburbs: offline, the table of places; google, Google's Places and then the table.",
      read: ConfigurationChecks.choice(PlacesProviderName.self))
    static let googleKey = ConfigurationKey(
      "places.google-key", .derived("none; required by google"),
      "The API key for Google's Places; best given as a credential.", read: ConfigurationChecks.secret)
  }
}
