extension ConfigurationKeys {
  enum Provider {
    static let issuer = ConfigurationKey(
      "sign-in.provider.issuer", .derived("https://accounts.google.com"),
      "The provider of OpenID Connect that people may sign in through, as it writes itself.",
      read: ConfigurationChecks.parsed(
        "must be https:// and a host, perhaps with a path (http:// only for this machine)"
      ) { IssuerAddress($0) })
    static let name = ConfigurationKey(
      "sign-in.provider.name", .derived("Google"), "What people call the provider, as the button says.",
      read: ConfigurationChecks.text(atMost: 40))
    static let clientID = ConfigurationKey(
      "sign-in.provider.client-id", .derived("none: nobody signs in through a provider"),
      "What the provider knows this site as.", read: ConfigurationChecks.text(atMost: 255))
    static let clientSecret = ConfigurationKey(
      "sign-in.provider.client-secret", .derived("none: nobody signs in through a provider"),
      "The secret that goes with it; best given as a credential.", read: ConfigurationChecks.secret)
  }
}
