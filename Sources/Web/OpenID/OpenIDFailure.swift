/// Why nobody came back from the provider, for the log: no address, token or code is in it.
enum OpenIDFailure: Error, Hashable, CustomStringConvertible {
  /// Nothing, or nothing that can be read, came from one of its addresses.
  case unreachable(String)
  /// Its discovery document does not describe a provider that we can trust, or use.
  case unusable(String)
  /// It did not take the code: an error of RFC 6749, section 5.2.
  case refused(String)
  /// It gave a token that proves nothing.
  case token(IDTokenFault)

  var description: String {
    switch self {
    case .unreachable(let why): "not reachable: \(why)"
    case .unusable(let why): "its discovery document \(why)"
    case .refused(let code): "refused the code: \(code)"
    case .token(let fault): "gave a token that is not accepted: \(fault.rawValue)"
    }
  }
}

/// What is wrong with an ID token (OpenID Connect Core 1.0, section 3.1.3.7).
enum IDTokenFault: String, Error, Hashable, CaseIterable {
  case malformed = "malformed"
  case algorithm = "signed with an algorithm that is not allowed"
  case key = "signed with a key that the provider does not publish"
  case signature = "the signature is not its own"
  case issuer = "another issuer"
  case audience = "for another audience"
  case authorizedParty = "for another authorized party"
  case expired = "expired"
  case notYetValid = "not valid yet"
  case nonce = "another nonce"
  case subject = "without a usable subject"
}
