import AsyncHTTPClient
import Foundation
import NIOCore

/// Exchanges a code for an ID token (RFC 6749, section 4.1.3, with the verifier of RFC 7636).
struct TokenExchange: Sendable {
  let settings: ProviderSettings
  let discovery: OpenIDDiscovery
  /// The address that the code came to.
  let redirect: String

  /// The request for the token of a code.
  func request(code: String, verifier: String) -> HTTPClientRequest {
    var fields = [
      ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
      ("code_verifier", verifier),
    ]
    var request = HTTPClientRequest(url: discovery.tokenEndpoint)
    request.method = .POST
    request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
    switch discovery.clientAuthentication {
    case .post: fields += [("client_id", settings.clientID), ("client_secret", settings.clientSecret)]
    case .basic, nil: request.headers.add(name: "authorization", value: basic)
    }
    request.body = .bytes(ByteBuffer(string: URLEncoded(fields).text))
    return request
  }

  /// Each part is form-encoded before they are joined (RFC 6749, section 2.3.1).
  private var basic: String {
    let pair = URLEncoded.encode(settings.clientID) + ":" + URLEncoded.encode(settings.clientSecret)
    return "Basic " + Data(pair.utf8).base64EncodedString()
  }

  /// The token in an answer.
  func token(in answer: JSONRequests.Answer) throws(OpenIDFailure) -> String {
    guard answer.status == 200 else { throw .refused(refusal(answer)) }
    guard let granted = try? JSONDecoder().decode(Granted.self, from: answer.body) else {
      throw .token(.malformed)
    }
    return granted.idToken
  }

  private struct Granted: Decodable {
    let idToken: String
    enum CodingKeys: String, CodingKey { case idToken = "id_token" }
  }

  private struct Refusal: Decodable { let error: String }

  /// The status, and the error's name when it is written as one (RFC 6749, section 5.2).
  private func refusal(_ answer: JSONRequests.Answer) -> String {
    let name = (try? JSONDecoder().decode(Refusal.self, from: answer.body))?.error ?? ""
    let isName = name.wholeMatch(of: /[a-z_]{1,40}/) != nil
    return isName ? "\(answer.status) \(name)" : "\(answer.status)"
  }
}
