import Domain
import Foundation
import Hummingbird
import Store

/// Signing in by an emailed link, and out.
struct SignInRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in") { _, context in site.page(SignInPage(), context: context) }
    router.post("/sign-in") { request, context in try await ask(request, context) }
    router.get("/sign-in/:secret") { _, context in try await show(context) }
    router.post("/sign-in/:secret") { request, context in try await redeem(request, context) }
    router.post("/sign-out") { request, context in try await signOut(request, context) }
  }

  /// The answer is the same, and so is the work, whether or not the address is known.
  private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let typed = try await request.form(context)["email"] ?? ""
    let address: EmailAddress
    do throws(EmailAddress.Refusal) { address = try EmailAddress(typed) } catch {
      let problem = "Check the address: \(error.explanation)."
      return site.page(SignInPage(email: typed, problem: problem), context: context, status: .badRequest)
    }
    let now = site.now().inMilliseconds
    switch site.emailLimits.ask(address, from: site.network(of: request, context), now: now) {
    case .send: break
    case .keepQuiet: return site.page(SignInSentPage(), context: context)
    case .wait(let seconds): return tooMany(typed, seconds: seconds, context)
    }
    let prepared = try prepare()
    try await site.store.perform({ record in
      let practitioner = try record.practitioner(at: address)
      let since = now - SignInDecision.linkLasts
      return (
        practitioner, try practitioner.map { try record.countOfSignInLinks(for: $0.id, since: since) } ?? 0
      )
    }) { facts in
      SignInDecision.request(practitioner: facts.0, recentLinks: facts.1, prepared: prepared, now: now)
    }
    site.queued()
    return site.page(SignInSentPage(), context: context)
  }

  private func tooMany(_ typed: String, seconds: Int, _ context: SiteContext) -> Response {
    let wait = seconds < 60 ? "a minute" : "\(seconds / 60 + 1) minutes"
    let problem = "Too many links were asked for from your network. Try again in \(wait)."
    var response = site.page(
      SignInPage(email: typed, problem: problem), context: context, status: .tooManyRequests)
    response.headers[.retryAfter] = "\(seconds)"
    return response
  }

  private func prepare() throws -> SignInDecision.Prepared {
    var chance = SystemRandomNumberGenerator()
    let link = SignInLink.ID(using: &chance)
    let keyID = site.keys.currentID
    guard let secret = site.keys.secret(for: .signInLink, record: link.bytes, generation: 1, keyID: keyID)
    else {
      throw RequestProblem.badRequest("Signing in is not possible just now. Please tell the operator.")
    }
    return SignInDecision.Prepared(
      link: link, digest: SecretDigest(of: secret), keyID: keyID, email: OutboxEntry.ID(using: &chance))
  }

  private func show(_ context: SiteContext) async throws -> Response {
    let secret = try context.parameters.require("secret")
    let now = site.now()
    let practitioner = try await site.store.read { record in
      try record.signInLink(SecretDigest(of: secret)).flatMap { link in
        link.isUsable(now: now) ? try record.practitioner(link.practitioner) : nil
      }
    }
    guard let practitioner else { return spent(context) }
    return site.page(SignInConfirmPage(who: practitioner.name, path: "/sign-in/\(secret)"), context: context)
  }

  /// The address carries the capability, but another site must not sign a browser in as somebody else.
  private func redeem(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let digest = SecretDigest(of: try context.parameters.require("secret"))
    let new = NewSession()
    let browser = request.browserName
    let now = site.now().inMilliseconds
    let session = try await site.store.perform({ record in
      let link = try record.signInLink(digest)
      return (link, try link.flatMap { try record.practitioner($0.practitioner) })
    }) { facts in
      SignInDecision.redeem(
        link: facts.0, practitioner: facts.1, session: new.digest, browser: browser, now: now)
    }
    guard let session else { return spent(context) }
    return site.seeOther("/listings", cookies: try site.cookies(of: new, opened: session, in: request))
  }

  private func spent(_ context: SiteContext) -> Response {
    site.page(SignInLinkSpentPage(), context: context, status: .gone)
  }

  private func signOut(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let member = context.account else { return site.seeOther("/") }
    try site.check(try await request.form(context)["form-token"], of: member, request)
    try await site.store.perform({ _ in }) { Decision((), changes: [.sessionClosed(member.session)]) }
    return site.seeOther("/", cookies: [site.cookies.field(site.cookies.session, "", maxAge: 0)])
  }
}
