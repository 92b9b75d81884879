import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// The site's cookies. Over TLS their names carry `__Host-`, so that no other host can set them.
struct Cookies: Sendable {
  let isSecure: Bool

  /// The session's secret.
  var session: String { isSecure ? "__Host-session" : "session" }
  /// What was done in this browser, signed.
  var browser: String { isSecure ? "__Host-browser" : "browser" }
  /// A sign-in through a provider that is under way, sealed.
  var provider: String { isSecure ? "__Host-provider" : "provider" }
  /// That a sign-in link was asked for here.
  var asking: String { isSecure ? "__Host-asking" : "asking" }
  /// What a help seeker has answered, sealed.
  var enquiry: String { isSecure ? "__Host-enquiry" : "enquiry" }

  /// The value of a `Set-Cookie` field; `maxAge` in seconds, 0 to take the cookie back.
  func field(_ name: String, _ value: String, maxAge: Int) -> String {
    let secure = isSecure ? "; Secure" : ""
    return "\(name)=\(value); Path=/; Max-Age=\(maxAge); HttpOnly; SameSite=Lax\(secure)"
  }

  /// The same for a cookie that goes when the browser is closed.
  func sessionField(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")"
  }
}

extension Site {
  var cookies: Cookies { Cookies(isSecure: settings.isSecure) }

  /// 180 days, in seconds: as long as a browser stays known.
  private static let browserLasts = 180 * 86_400

  /// What the browser's cookie says, if we signed it.
  func knowledge(of request: Request) -> BrowserKnowledge {
    guard let value = request.cookie(cookies.browser) else { return BrowserKnowledge() }
    let parts = value.split(separator: ".")
    guard parts.count == 3, let keyID = UInt8(parts[0]), let payload = Base32.decode(parts[1]),
      let code = Base32.decode(parts[2]), keys.isValid(code, of: payload, for: .browserCookie, keyID: keyID),
      let knowledge = try? JSONDecoder().decode(BrowserKnowledge.self, from: Data(payload))
    else { return BrowserKnowledge() }
    return knowledge
  }

  /// The `Set-Cookie` field that says so.
  func cookie(for knowledge: BrowserKnowledge) throws -> String {
    let payload = Array(try JSONEncoder().encode(knowledge))
    let code = keys.code(payload, for: .browserCookie, keyID: keys.currentID) ?? []
    let value = "\(keys.currentID).\(Base32.encode(payload)).\(Base32.encode(code.prefix(16)))"
    return cookies.field(cookies.browser, value, maxAge: Self.browserLasts)
  }
}

extension Request {
  /// The value of a cookie; when several have the name, the first.
  func cookie(_ name: String) -> String? {
    for field in headers[values: .cookie] {
      for pair in field.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1)
        if parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == name {
          return parts[1].trimmingCharacters(in: .whitespaces)
        }
      }
    }
    return nil
  }
}
