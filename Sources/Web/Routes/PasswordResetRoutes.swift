import Domain
import Foundation
import Hummingbird
import Store

/// Choosing another password by an emailed link. Where passwords are not in use, it leads to where one signs in.
struct PasswordResetRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in/forgot") { _, context in
      guard site.settings.signIn.password else { return site.seeOther("/sign-in") }
      return site.page(ForgottenPage(), context: context)
    }
    router.post("/sign-in/forgot") { request, context in try await ask(request, context) }
    router.get("/sign-in/reset/:secret") { _, context in try await show(context) }
    router.post("/sign-in/reset/:secret") { request, context in try await redeem(request, context) }
  }

  /// The answer is the same, and so is the work, whether or not the address is known.
  private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    guard site.settings.signIn.password else { return site.seeOther("/sign-in") }
    let typed = try await request.form(context)["email"] ?? ""
    let address: EmailAddress
    do throws(EmailAddress.Refusal) { address = try EmailAddress(typed) } catch {
      return again(typed, "Check the address: \(error.explanation).", .badRequest, context)
    }
    let now = site.now().inMilliseconds
    switch site.emailLimits.ask(address, from: site.network(of: request, context), now: now) {
    case .send: try await send(address, now: now)
    case .keepQuiet: break
    case .wait(let seconds):
      var response = again(
        typed,
        "Too many links were asked for from your network. Try again \(RetryWords.after(Double(seconds))).",
        .tooManyRequests, context)
      response.headers[.retryAfter] = "\(seconds)"
      return response
    }
    return site.page(ForgottenSentPage(), context: context)
  }

  private func again(
    _ typed: String, _ problem: String, _ status: HTTPResponse.Status, _ context: SiteContext
  ) -> Response {
    site.page(
      ForgottenPage(email: typed, problems: Problems(problem, about: "email")), context: context,
      status: status)
  }

  private func send(_ address: EmailAddress, now: Date) async throws {
    let prepared = try site.prepareLink(for: .passwordReset)
    let day = LocalDay(now, in: site.settings.timeZone)
    try await site.store.perform({ record in
      let practitioner = try record.practitioner(at: address)
      let since = now - PasswordReset.linkLasts
      let recent = try practitioner.map {
        try record.countOfAccountLinks(AccountLink.Purpose.passwordReset.name, for: $0.id, since: since)
      }
      return WayInRequest(address: address, practitioner: practitioner, recentLinks: recent ?? 0, day: day)
    }) { PasswordReset.request($0, prepared: prepared, now: now) }
    site.queued()
  }

  private func holder(_ digest: SecretDigest) async throws -> Practitioner? {
    let now = site.now()
    return try await site.store.read { try $0.passwordResetFacts(digest) }.holder(now: now)
  }

  private func show(_ context: SiteContext) async throws -> Response {
    let secret = try context.parameters.require("secret")
    guard let who = try await holder(SecretDigest(of: secret)) else { return spent(context) }
    return site.page(
      PasswordResetPage(who: who.name, path: "/sign-in/reset/\(secret)"), context: context)
  }

  /// The address carries the capability, but another site must not sign a browser in as somebody else. Nothing is stretched
  /// for a link that is of no use.
  private func redeem(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let secret = try context.parameters.require("secret")
    let password = try await request.form(context)["password"] ?? ""
    let digest = SecretDigest(of: secret)
    guard let who = try await holder(digest) else { return spent(context) }
    let person = PasswordRule.Person(name: who.name, address: who.email)
    if let refusal = site.passwordRule.refusal(of: password, by: person) {
      let page = PasswordResetPage(
        who: who.name, path: "/sign-in/reset/\(secret)",
        problems: Problems(refusal.sentence, about: "password"))
      return site.page(page, context: context, status: .badRequest)
    }
    let stored = try await site.passwords.store(password)
    let new = NewSession()
    let opening = new.opening(in: request, context)
    let notice = site.notice(in: request)
    let now = site.now().inMilliseconds
    let session = try await site.store.perform({ try $0.passwordResetFacts(digest) }) {
      PasswordReset.redeem($0, password: stored, opening: opening, notice: notice, now: now)
    }
    guard let session else { return spent(context) }
    site.queued()
    return try await site.welcome(session, with: new, next: nil, to: request)
  }

  private func spent(_ context: SiteContext) -> Response {
    site.page(PasswordResetSpentPage(), context: context, status: .gone)
  }
}

extension Record {
  /// What stands behind a link that lets somebody choose another password.
  fileprivate func passwordResetFacts(_ digest: SecretDigest) throws -> PasswordReset.Facts {
    let link = try accountLink(digest)
    return PasswordReset.Facts(
      link: link, practitioner: try link.flatMap { try practitioner($0.practitioner) },
      passwordSetAt: try link.flatMap { try password(of: $0.practitioner)?.setAt })
  }
}

extension Site {
  /// What an emailed link that changes an account is made of, if one goes out.
  func prepareLink(for purpose: KeyRing.Purpose) throws -> AccountLink.Prepared {
    var chance = Chance()
    let link = AccountLink.ID(using: &chance)
    let keyID = keys.currentID
    guard let secret = keys.secret(for: purpose, record: link.bytes, generation: 1, keyID: keyID)
    else { throw RequestProblem.badRequest("That is not possible just now. Please tell the operator.") }
    return AccountLink.Prepared(
      link: link, digest: SecretDigest(of: secret), keyID: keyID, email: OutboxEntry.ID(using: &chance),
      event: SecurityEvent.ID(using: &chance))
  }

  /// What is needed to tell a member of a change that is made in the browser of a request.
  func notice(in request: Request) -> AccountNotice {
    var chance = Chance()
    return AccountNotice(
      id: OutboxEntry.ID(using: &chance), line: SecurityEvent.ID(using: &chance),
      browser: request.browserName, siteZone: settings.timeZone)
  }
}
