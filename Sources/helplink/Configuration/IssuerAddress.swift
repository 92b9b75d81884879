/// How a provider of OpenID Connect writes itself in its tokens (OpenID Connect Core 1.0, section 2): compared as it is, to the
/// last character.
struct IssuerAddress: Equatable, Sendable {
  let text: String

  static let google = IssuerAddress(trusted: "https://accounts.google.com")

  private init(trusted text: String) { self.text = text }

  /// Reads `https://host`, perhaps with a port and a path, or the same with `http` for this machine. Nil for anything else, also
  /// for a user, a query or a fragment.
  init?(_ text: String) {
    let isHTTPS = text.hasPrefix("https://")
    guard isHTTPS || text.hasPrefix("http://") else { return nil }
    let rest = text.dropFirst(isHTTPS ? 8 : 7)
    let path = rest.drop { $0 != "/" }
    guard let (host, port) = HostName.split(String(rest.prefix { $0 != "/" })), port != 0,
      isHTTPS || HostName.isLoopback(host), path.wholeMatch(of: /[A-Za-z0-9\/._~-]*/) != nil
    else { return nil }
    self.text = text
  }
}
