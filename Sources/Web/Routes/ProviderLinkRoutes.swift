import Domain
import Foundation
import Hummingbird
import Store

/// What a member's account is linked to: shown, begun and ended under sign-in and security.
struct ProviderLinkRoutes: Sendable {
  let site: Site
  let provider: OpenIDProvider
  let flows: ProviderRoutes

  func add(to router: Router<SiteContext>) {
    router.get("/profile/security/provider") { _, context in try await show(context) }
    router.post("/profile/security/provider") { request, context in
      let (member, _) = try await site.memberForm(request, context)
      return try await flows.begin(.link(session: member.session.text), context)
    }
    router.post("/profile/security/provider/unlink") { request, context in
      try await unlink(request, context)
    }
  }

  private func show(_ context: SiteContext) async throws -> Response {
    let member = try site.member(context)
    let (own, hasPassword) = try await site.store.read { try Self.waysIn($0, member) }
    let zone = site.zone(of: member.practitioner)
    let linked = own.first { $0.identity.issuer == provider.settings.issuer }.map {
      ProviderPage.Linked(account: $0.account, since: LocalDay($0.linkedAt, in: zone).words)
    }
    let page = ProviderPage(
      provider: provider.settings.name, linked: linked, mayUnlink: hasAnotherWay(hasPassword),
      formToken: site.formToken(member))
    return site.page(page, context: context)
  }

  private func unlink(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, _) = try await site.memberForm(request, context)
    var chance = Chance()
    let detail = [provider.settings.name, request.browserName].filter { !$0.isEmpty }.joined(separator: ", ")
    let event = SecurityEvent(
      id: SecurityEvent.ID(using: &chance), practitioner: member.practitioner.id, kind: .providerUnlinked,
      at: site.now().inMilliseconds, detail: detail)
    let issuer = provider.settings.issuer
    let notice = site.notice(in: request)
    _ = try await site.store.perform({ try Self.waysIn($0, member) }) { own, hasPassword in
      ProviderDecision.unlink(
        issuer: issuer, of: member.practitioner, own: own, hasAnotherWay: hasAnotherWay(hasPassword),
        event: event, notice: notice)
    }
    site.queued()
    return site.seeOther(ProviderPage.path.text)
  }

  private static func waysIn(_ record: Record, _ member: SiteContext.Member) throws -> (
    own: [LinkedIdentity], hasPassword: Bool
  ) {
    let id = member.practitioner.id
    return (try record.linkedIdentities(of: id), try record.password(of: id) != nil)
  }

  /// Nobody shuts themselves out: an emailed link signs in, or a password that is on record.
  private func hasAnotherWay(_ hasPassword: Bool) -> Bool {
    let ways = site.settings.signIn
    return ways.emailLink || ways.password && hasPassword
  }
}
