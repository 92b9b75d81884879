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

  func secret(_ context: SiteContext) throws -> String { try context.parameters.require("secret") }

  /// The invitation whose newest link has a secret, with those whom it concerns.
  func facts(_ secret: String) async throws -> InvitationFacts? {
    let digest = SecretDigest(of: secret)
    return try await site.store.read { try $0.invitationFacts(digest) }
  }

  private func show(_ context: SiteContext) async throws -> Response {
    let secret = try secret(context)
    switch try await door(secret, context, isActing: false) {
    case .open(let facts): return site.page(page(facts, secret), context: context)
    case .shut(let answer): return answer
    }
  }

  /// Whether a link lets somebody in, or the page that says why not.
  enum Door {
    case open(InvitationFacts)
    case shut(Response)
  }

  func door(_ secret: String, _ context: SiteContext, isActing: Bool) async throws -> Door {
    let status: HTTPResponse.Status = isActing ? .conflict : .ok
    if let member = context.account {
      let page = InvitationSignedInPage(name: member.practitioner.name)
      return .shut(site.page(page, context: context, status: status))
    }
    let facts = try await facts(secret)
    guard let facts, facts.standing(now: site.now()) == .open else {
      return .shut(shut(facts, secret, context))
    }
    guard facts.member == nil else {
      return .shut(site.page(InvitationNotNeededPage(), context: context, status: status))
    }
    return .open(facts)
  }

  func page(_ facts: InvitationFacts, _ secret: String) -> InvitePage {
    InvitePage(
      siteName: site.settings.name, inviter: facts.inviter?.name ?? site.settings.operatorName,
      note: facts.invitation.note.text, address: facts.invitation.address.text, path: "/invite/\(secret)",
      ways: site.settings.signIn,
      provider: site.provider.map {
        ProviderButton(provider: $0.settings.name, start: .join(invitation: secret))
      })
  }

  /// Used, replaced and forged links are told alike.
  func shut(_ facts: InvitationFacts?, _ secret: String, _ context: SiteContext) -> Response {
    switch facts?.standing(now: site.now()) {
    case .expired:
      site.page(
        InvitationExpiredPage(freshPath: "/invite/\(secret)/fresh"), context: context, status: .gone)
    case .revoked: site.page(InvitationRevokedPage(), context: context, status: .gone)
    case .used, .open, nil: site.page(InvitationUsedPage(), context: context, status: .gone)
    }
  }

  /// Whoever holds an expired link may ask; the fresh one goes to the invited address alone.
  private func sendFresh(_ request: Request, _ context: SiteContext) async throws -> Response {
    let secret = try secret(context)
    let digest = SecretDigest(of: secret)
    let facts = try await facts(secret)
    switch facts?.standing(now: site.now()) {
    case .expired: break
    case .open: return site.seeOther("/invite/\(secret)")
    case .used, .revoked, nil: return shut(facts, secret, context)
    }
    var chance = Chance()
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
