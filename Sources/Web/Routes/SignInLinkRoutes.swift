import Domain
import Foundation
import Hummingbird
import Store

/// Signing in by an emailed link, or by the code in the same email.
struct SignInLinkRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in/code") { request, context in showCodeForm(request, context) }
    router.post("/sign-in/code") { request, context in try await redeemCode(request, context) }
    router.get("/sign-in/:secret") { _, context in try await show(context) }
    router.post("/sign-in/:secret") { request, context in try await redeem(request, context) }
  }

  /// The answer is the same, and so is the work, whether or not the address is known.
  func ask(_ address: EmailAddress, _ typed: SignInForm, _ request: Request, _ context: SiteContext)
    async throws -> Response
  {
    let now = site.now().inMilliseconds
    let browser = AskingBrowser(of: request, cookies: site.cookies, next: typed.next)
    switch site.emailLimits.ask(address, from: site.network(of: request, context), now: now) {
    case .send: try await send(address, browser, now: now)
    case .keepQuiet: break
    case .wait(let seconds): return tooMany(typed, seconds: seconds, context)
    }
    return site.page(SignInSentPage(), context: context, cookie: browser.cookie(site.cookies))
  }

  private func send(_ address: EmailAddress, _ browser: AskingBrowser, now: Date) async throws {
    let prepared = try prepare(browser)
    let day = LocalDay(now, in: site.settings.timeZone)
    try await site.store.perform({ record in
      let practitioner = try record.practitioner(at: address)
      let since = now - SignInDecision.linkLasts
      return WayInRequest(
        address: address, practitioner: practitioner,
        recentLinks: try practitioner.map { try record.countOfSignInLinks(for: $0.id, since: since) } ?? 0,
        day: day)
    }) { SignInDecision.request($0, prepared: prepared, now: now) }
    site.queued()
  }

  private func tooMany(_ typed: SignInForm, seconds: Int, _ context: SiteContext) -> Response {
    let problem =
      "Too many links were asked for from your network. Try again \(RetryWords.after(Double(seconds)))."
    var response = site.signInPage(
      typed, Problems(problem, about: "email"), context, status: .tooManyRequests)
    response.headers[.retryAfter] = "\(seconds)"
    return response
  }

  private func prepare(_ browser: AskingBrowser) throws -> SignInDecision.Prepared {
    var chance = Chance()
    let link = SignInLink.ID(using: &chance)
    let keyID = site.keys.currentID
    guard let secret = site.keys.secret(for: .signInLink, record: link.bytes, generation: 1, keyID: keyID),
      let figures = site.keys.figures(for: .signInCode, record: link.bytes, keyID: keyID)
    else {
      throw RequestProblem.badRequest("Signing in is not possible just now. Please tell the operator.")
    }
    return SignInDecision.Prepared(
      link: link, digest: SecretDigest(of: secret),
      code: SignInLink.Code(
        digest: SignInLink.Code.digest(figures, browser: browser.secret), browser: browser.digest),
      keyID: keyID, email: OutboxEntry.ID(using: &chance))
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
    let opening = new.opening(in: request, context)
    let now = site.now().inMilliseconds
    let session = try await site.store.perform({ record in
      let link = try record.signInLink(digest)
      return (link, try link.flatMap { try record.practitioner($0.practitioner) })
    }) { SignInDecision.redeem(link: $0, practitioner: $1, opening: opening, now: now) }
    guard let session else { return spent(context) }
    let next = AskingBrowser(known: request, cookies: site.cookies)?.next
    return try await site.welcome(session, with: new, next: next, to: request)
  }

  private func spent(_ context: SiteContext) -> Response {
    site.page(SignInLinkSpentPage(), context: context, status: .gone)
  }

  private func showCodeForm(_ request: Request, _ context: SiteContext) -> Response {
    guard AskingBrowser(known: request, cookies: site.cookies) != nil else {
      return site.seeOther("/sign-in")
    }
    return site.page(SignInSentPage(), context: context)
  }

  /// A code works in the browser that asked for it. Whatever is wrong with it has one answer.
  private func redeemCode(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let typed = (try await request.form(context)["code"] ?? "").filter { !$0.isWhitespace }
    guard let browser = AskingBrowser(known: request, cookies: site.cookies) else {
      return site.seeOther("/sign-in")
    }
    let code = SignInLink.Code.digest(typed, browser: browser.secret)
    let new = NewSession()
    let opening = new.opening(in: request, context)
    let now = site.now().inMilliseconds
    let session = try await site.store.perform({ record in
      let link = try record.signInLink(askedIn: browser.digest)
      let practitioner = try link.flatMap { try record.practitioner($0.practitioner) }
      let tries = try practitioner.map { try record.countOfCodeTries(for: $0.id, since: now - 86_400) }
      return (link, practitioner, tries ?? 0)
    }) {
      SignInDecision.redeem(
        code: code, link: $0, practitioner: $1, triesToday: $2, opening: opening, now: now)
    }
    guard let session else {
      return site.page(SignInSentPage(isCodeWrong: true), context: context, status: .badRequest)
    }
    return try await site.welcome(session, with: new, next: browser.next, to: request)
  }
}
