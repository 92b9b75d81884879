import Domain
import Hummingbird

/// Finds out whose browser it is. A session that was ended, or whose member was set aside, is none.
struct SignedIn: RouterMiddleware {
  typealias Context = SiteContext
  let site: Site

  func handle(
    _ request: Request, context: SiteContext, next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    if let secret = request.cookie(site.cookies.session) {
      let digest = SecretDigest(of: secret)
      let now = site.now()
      let practitioner = try await site.store.read { record in
        try record.session(digest, now: now).flatMap { try record.practitioner($0.practitioner) }
      }
      if let practitioner, practitioner.maySignIn {
        context.account = SiteContext.Member(practitioner: practitioner, session: digest)
      }
    }
    return try await next(request, context)
  }
}
