import HTTPTypes
import Hummingbird

/// Puts on every answer what browsers need to be strict: no third party, no framing, no referrer, nothing kept.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = SiteContext
  let isSecure: Bool

  private static let policy = """
    default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'
    """

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    set("content-security-policy", Self.policy, on: &response)
    set("x-content-type-options", "nosniff", on: &response)
    set("referrer-policy", "no-referrer", on: &response)
    set("cross-origin-opener-policy", "same-origin", on: &response)
    set("permissions-policy", "camera=(), geolocation=(), microphone=()", on: &response)
    // Whatever a page says of a person, no cache keeps; assets and the demo's mailbox say otherwise themselves.
    set("cache-control", "no-store", on: &response)
    if isSecure { set("strict-transport-security", "max-age=63072000; includeSubDomains", on: &response) }
    return response
  }

  private func set(_ name: String, _ value: String, on response: inout Response) {
    guard let field = HTTPField.Name(name), response.headers[field] == nil else { return }
    response.headers[field] = value
  }
}
