import Domain
import Foundation
import Hummingbird
import Store

/// One attempt of a member who is signed in to set another password, or a first one.
struct PasswordChangeAttempt: Sendable {
  let security: SecurityRoutes

  private var site: Site { security.site }

  func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    guard site.settings.signIn.password else { throw RequestProblem.notFound }
    let person = PasswordRule.Person(name: member.practitioner.name, address: member.practitioner.email)
    let new = form["new-password"] ?? ""
    if let refusal = site.passwordRule.refusal(of: new, by: person) {
      return try await again(member, refusal.sentence, about: "new-password", context)
    }
    let old: PasswordSignIn.Attempt
    switch try await site.proof(form["old-password"] ?? "", of: member, request, context) {
    case .wait(let seconds): return try await wait(member, seconds, context)
    case .looked(let looked): old = looked
    }
    guard !old.isWrong else { return try await wrong(member, context) }
    let attempt = PasswordChange.Attempt(old: old, new: try await site.passwords.store(new))
    switch try await perform(attempt, member, request) {
    case .done:
      site.queued()
      return site.seeOther("/profile/security?done=password")
    case .wrong: return try await wrong(member, context)
    case .signInAgain: return site.seeOther("/profile/security")
    }
  }

  private func perform(
    _ attempt: PasswordChange.Attempt, _ member: SiteContext.Member, _ request: Request
  ) async throws -> PasswordChange.Outcome {
    let notice = site.notice(in: request)
    let now = site.now().inMilliseconds
    return try await site.store.perform({ record in
      (
        try record.practitioner(member.practitioner.id), try record.session(member.session, now: now),
        try record.password(of: member.practitioner.id)?.stored
      )
    }) { practitioner, session, stored in
      // Signed out meanwhile, perhaps by the one who changes the same password elsewhere.
      guard let practitioner, let session else { return Decision(.signInAgain) }
      return PasswordChange.decide(
        attempt, practitioner: practitioner, session: session, stored: stored, notice: notice, now: now)
    }
  }

  private func wrong(_ member: SiteContext.Member, _ context: SiteContext) async throws -> Response {
    try await again(member, "That is not the password that you have now.", about: "old-password", context)
  }

  private func again(
    _ member: SiteContext.Member, _ problem: String, about field: String, _ context: SiteContext,
    status: HTTPResponse.Status = .badRequest
  ) async throws -> Response {
    try await security.page(
      member, context, problems: Problems(problem, about: field), status: status)
  }

  private func wait(_ member: SiteContext.Member, _ seconds: TimeInterval, _ context: SiteContext)
    async throws -> Response
  {
    var response = try await again(
      member, "Too many passwords were tried. Try again \(RetryWords.after(seconds)).", about: "old-password",
      context, status: .tooManyRequests)
    response.headers[.retryAfter] = "\(Int(seconds.rounded(.up)))"
    return response
  }
}
