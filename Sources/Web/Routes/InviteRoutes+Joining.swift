import Domain
import Foundation
import Hummingbird
import Store

/// What the form of an invitation does.
extension InviteRoutes {
  /// The address carries the capability, but another site must not sign a browser in.
  func accept(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let secret = try secret(context)
    // Looked at first, so that no forged link has a password stretched; what counts is looked at again when it is decided.
    switch try await door(secret, context, isActing: true) {
    case .open(let facts): return try await accept(facts, secret, request, context)
    case .shut(let answer): return answer
    }
  }

  private func accept(
    _ facts: InvitationFacts, _ secret: String, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    // Nobody could sign in to the account: the provider's button is another form.
    guard site.settings.signIn.isAny else { return site.seeOther("/invite/\(secret)") }
    let form = try await request.form(context)
    var problems = Problems()
    let name = Self.name(form["name"] ?? "", &problems)
    let password = password(form)
    if let sentence = problem(of: password, name: name ?? "", invited: facts.invitation.address) {
      problems.add(sentence, about: "password")
    }
    guard let name, problems.isEmpty else {
      var page = page(facts, secret)
      page.name = form["name"] ?? ""
      page.problems = problems
      return site.page(page, context: context, status: .badRequest)
    }
    let new = NewSession()
    var acceptance = acceptance(by: name, new.opening(in: request, context))
    if let password { acceptance.password = try await site.passwords.store(password) }
    return try await redeem(secret, acceptance, with: new, request, context)
  }

  /// The name of whoever joins, or what is wrong with it.
  static func name(_ typed: String, _ problems: inout Problems) -> String? {
    do throws(MemberName.Refusal) { return try MemberName.read(typed) } catch {
      problems.add(error.explanation, about: "name")
      return nil
    }
  }

  /// A password goes with the button beside it; nil for who signs in by emailed links.
  private func password(_ form: Form) -> String? {
    let ways = site.settings.signIn
    let typed = form["password"] ?? ""
    let wantsNone = form["choice"] == "link" || (form["choice"] == nil && typed.isEmpty)
    return ways.password && !(ways.emailLink && wantsNone) ? typed : nil
  }

  private func problem(of password: String?, name: String, invited: EmailAddress) -> String? {
    password.flatMap { site.passwordRule.refusal(of: $0, by: .init(name: name, address: invited))?.sentence }
  }

  /// An acceptance without a password.
  func acceptance(by name: String, _ opening: SessionOpening) -> InvitationDecision.Acceptance {
    var chance = Chance()
    return InvitationDecision.Acceptance(
      name: name, practitioner: Practitioner.ID(using: &chance), opening: opening,
      events: (SecurityEvent.ID(using: &chance), SecurityEvent.ID(using: &chance)))
  }

  /// Opens the account; `cookies` go with the session's.
  func redeem(
    _ secret: String, _ acceptance: InvitationDecision.Acceptance, with new: NewSession, _ request: Request,
    _ context: SiteContext, cookies: [String] = []
  ) async throws -> Response {
    let digest = SecretDigest(of: secret)
    let identity = acceptance.arrival?.identity
    let now = site.now().inMilliseconds
    let redemption = try await site.store.perform({ record in
      (try record.invitationFacts(digest), try identity.flatMap { try record.linkedIdentity($0) })
    }) { facts, linked in
      InvitationDecision.redeem(facts, linked: linked, acceptance, now: now)
    }
    switch redemption {
    case .joined(_, let session):
      return try await site.welcome(session, with: new, next: nil, to: request, cookies: cookies)
    case .memberAlready: return site.page(InvitationNotNeededPage(), context: context, status: .conflict)
    case .identityTaken:
      let page = ProviderProblemPage(
        .opensOne, provider: acceptance.arrival?.provider ?? "", invitation: "/invite/\(secret)")
      return site.page(page, context: context, status: .init(code: page.status))
    case .unusable: return shut(try await facts(secret), secret, context)
    }
  }
}
