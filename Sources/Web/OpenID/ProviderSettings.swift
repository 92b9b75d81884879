/// The provider of OpenID Connect that people may sign in through, and what it knows this site as.
public struct ProviderSettings: Sendable, CustomStringConvertible, CustomReflectable {
  /// How it writes itself in its tokens: `https://accounts.google.com`. `http` for this machine alone.
  public var issuer: String
  /// What people call it: "Google".
  public var name: String
  /// Who we are to it.
  public var clientID: String
  /// What proves that we are; never shown.
  public var clientSecret: String

  /// The particulars of a provider.
  public init(issuer: String, name: String, clientID: String, clientSecret: String) {
    self.issuer = issuer
    self.name = name
    self.clientID = clientID
    self.clientSecret = clientSecret
  }

  /// The issuer alone.
  public var description: String { issuer }
  /// Nothing of the secret.
  public var customMirror: Mirror { Mirror(self, children: ["issuer": issuer, "name": name]) }
}
