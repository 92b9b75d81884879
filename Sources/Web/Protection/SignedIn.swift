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
      let found = try await site.store.read { record in
        let session = try record.session(digest, now: now)
        return (session, try session.flatMap { try record.practitioner($0.practitioner) })
      }
      if let session = found.0, let practitioner = found.1, practitioner.maySignIn {
        site.seenSessions.note(session, now: now)
        context.account = SiteContext.Member(practitioner: practitioner, session: digest)
      }
    }
    return try await next(request, context)
  }
}
