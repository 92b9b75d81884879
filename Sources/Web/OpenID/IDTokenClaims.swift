import Foundation
import JWTKit

/// What an ID token says. Its signature is verified before anything here is believed.
struct IDTokenClaims: JWTPayload {
  let issuer: String
  let subject: String
  /// One text or several.
  let audience: Audience
  let authorizedParty: String?
  /// In seconds since 1970, as the next two.
  let expiresAt: Double
  let issuedAt: Double
  let notBefore: Double?
  let nonce: String?
  let email: String?
  let name: String?

  private enum CodingKeys: String, CodingKey {
    case issuer = "iss"
    case subject = "sub"
    case audience = "aud"
    case authorizedParty = "azp"
    case expiresAt = "exp"
    case issuedAt = "iat"
    case notBefore = "nbf"
    case nonce, email, name
  }

  /// Clocks may differ by so many seconds.
  static let leeway = 60.0

  /// The claims are checked by `fault`, against a time that is given.
  func verify(using algorithm: some JWTAlgorithm) {}

  /// What is wrong with them, or nil (OpenID Connect Core 1.0, section 3.1.3.7).
  func fault(for settings: ProviderSettings, nonce expected: String, now: Date) -> IDTokenFault? {
    let now = now.timeIntervalSince1970
    if issuer != settings.issuer { return .issuer }
    if !audience.values.contains(settings.clientID) { return .audience }
    if authorizedParty.map({ $0 != settings.clientID }) ?? (audience.values.count > 1) {
      return .authorizedParty
    }
    if now >= expiresAt + Self.leeway { return .expired }
    if issuedAt > now + Self.leeway || notBefore.map({ $0 > now + Self.leeway }) ?? false {
      return .notYetValid
    }
    if nonce != expected { return .nonce }
    let isUsable =
      (1...255).contains(subject.utf8.count) && subject.utf8.allSatisfy { (32...126).contains($0) }
    return isUsable ? nil : .subject
  }

  /// `aud`: a text, or a list of them.
  struct Audience: Codable {
    let values: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(String.self) {
        values = [one]
      } else {
        values = try container.decode([String].self)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(values)
    }
  }
}
