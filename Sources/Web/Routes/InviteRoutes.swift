import Domain
import Foundation
import Hummingbird
import Store

/// The link of an invitation: GET shows who invites, POST opens the account. A link that lets nobody in says why, unless that
/// is nobody's business.
struct InviteRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/invite/:secret") { _, context in try await show(context) }
    router.post("/invite/:secret") { request, context in try await accept(request, context) }
    router.post("/invite/:secret/fresh") { request, context in try await sendFresh(request, context) }
  }

  private func secret(_ context: SiteContext) throws -> String { try context.parameters.require("secret") }

  private func facts(_ digest: SecretDigest) async throws -> InvitationFacts? {
    try await site.store.read { try $0.invitationFacts(digest) }
  }

  private func show(_ context: SiteContext) async throws -> Response {
    if let member = context.account { return signedIn(member, context, status: .ok) }
    let secret = try secret(context)
    let facts = try await facts(SecretDigest(of: secret))
    guard let facts, facts.standing(now: site.now()) == .open else { return shut(facts, secret, context) }
    if facts.member != nil { return site.page(InvitationNotNeededPage(), context: context) }
    return site.page(page(facts, secret), context: context)
  }

  private func page(_ facts: InvitationFacts, _ secret: String) -> InvitePage {
    InvitePage(
      siteName: site.settings.name, inviter: facts.inviter?.name ?? site.settings.operatorName,
      note: facts.invitation.note.text, address: facts.invitation.address.text, path: "/invite/\(secret)",
      ways: ways)
  }

  /// Used, replaced and forged links are told alike.
  private func shut(_ facts: InvitationFacts?, _ secret: String, _ context: SiteContext) -> Response {
    switch facts?.standing(now: site.now()) {
    case .expired:
      site.page(
        InvitationExpiredPage(freshPath: "/invite/\(secret)/fresh"), context: context, status: .gone)
    case .revoked: site.page(InvitationRevokedPage(), context: context, status: .gone)
    case .used, .open, nil: site.page(InvitationUsedPage(), context: context, status: .gone)
    }
  }

  private func signedIn(
    _ member: SiteContext.Member, _ context: SiteContext, status: HTTPResponse.Status
  ) -> Response {
    site.page(InvitationSignedInPage(name: member.practitioner.name), context: context, status: status)
  }

  /// The address carries the capability, but another site must not sign a browser in.
  private func accept(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    if let member = context.account { return signedIn(member, context, status: .conflict) }
    let secret = try secret(context)
    let facts = try await facts(SecretDigest(of: secret))
    // Looked at first, so that no forged link has a password stretched; what counts is looked at again when it is decided.
    guard let facts, facts.standing(now: site.now()) == .open else { return shut(facts, secret, context) }
    let form = try await request.form(context)
    var problems = Problems()
    let name = Self.name(form["name"] ?? "", &problems)
    let password = site.settings.signIn.password ? form["password"] ?? "" : ""
    if let sentence = problem(of: password, name: name ?? "", invited: facts.invitation.address) {
      problems.add(sentence, about: "password")
    }
    guard let name, problems.isEmpty else {
      var page = page(facts, secret)
      page.name = form["name"] ?? ""
      page.problems = problems
      return site.page(page, context: context, status: .badRequest)
    }
    return try await join(secret, name: name, password: password, request, context)
  }

  private static func name(_ typed: String, _ problems: inout Problems) -> String? {
    do throws(MemberName.Refusal) { return try MemberName.read(typed) } catch {
      problems.add(error.explanation, about: "name")
      return nil
    }
  }

  private var ways: InvitePage.Ways {
    guard site.settings.signIn.password else { return .emailedLinks }
    return site.settings.signIn.emailLink ? .both : .password
  }

  /// Nobody needs one where one signs in by emailed links; where there are no passwords, none is taken.
  private func problem(of password: String, name: String, invited: EmailAddress) -> String? {
    guard site.settings.signIn.password else { return nil }
    if password.isEmpty, site.settings.signIn.emailLink { return nil }
    return site.passwordRule.refusal(of: password, by: .init(name: name, address: invited))?.sentence
  }

  private func join(
    _ secret: String, name: String, password: String, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let digest = SecretDigest(of: secret)
    let new = NewSession()
    var chance = SystemRandomNumberGenerator()
    let acceptance = InvitationDecision.Acceptance(
      name: name, password: password.isEmpty ? nil : try await site.passwords.store(password),
      practitioner: Practitioner.ID(using: &chance), session: new.digest, browser: request.browserName,
      events: (SecurityEvent.ID(using: &chance), SecurityEvent.ID(using: &chance)))
    let now = site.now().inMilliseconds
    let redemption = try await site.store.perform({ try $0.invitationFacts(digest) }) {
      InvitationDecision.redeem($0, acceptance, now: now)
    }
    switch redemption {
    case .joined(let practitioner, let session):
      return site.seeOther(
        site.home(of: practitioner), cookies: try site.cookies(of: new, opened: session, in: request))
    case .memberAlready: return site.page(InvitationNotNeededPage(), context: context, status: .conflict)
    case .unusable: return shut(try await facts(digest), secret, context)
    }
  }

  /// Whoever holds an expired link may ask; the fresh one goes to the invited address alone.
  private func sendFresh(_ request: Request, _ context: SiteContext) async throws -> Response {
    let secret = try secret(context)
    let digest = SecretDigest(of: secret)
    switch try await facts(digest)?.standing(now: site.now()) {
    case .expired: break
    case .open: return site.seeOther("/invite/\(secret)")
    case .used, .revoked, nil: return shut(try await facts(digest), secret, context)
    }
    var chance = SystemRandomNumberGenerator()
    let means = InvitationDecision.Means(
      keys: site.keys, email: OutboxEntry.ID(using: &chance), quotas: site.settings.invitations,
      siteZone: site.settings.timeZone, now: site.now().inMilliseconds)
    let operatorName = site.settings.operatorName
    try await site.store.perform({ record in
      let facts = try record.invitationFacts(digest)
      let sent = try facts.map {
        try record.countOfInvitations(to: $0.invitation.address, since: means.now - 86_400)
      }
      return (facts, sent ?? 0)
    }) { facts, sent in
      InvitationDecision.fresh(facts, sentToAddress: sent, operatorName: operatorName, means: means)
    }
    site.queued()
    return site.page(InvitationFreshPage(), context: context)
  }
}
