import Domain
import Foundation
import Hummingbird
import Store

/// Leaving, coming back, and being erased without waiting.
struct LeaveRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/profile/leave") { _, context in try page(try site.account(context), context) }
    router.post("/profile/leave") { request, context in try await leave(request, context) }
    router.post("/profile/leave/back") { request, context in try await comeBack(request, context) }
    router.post("/profile/leave/erase") { request, context in try await erase(request, context) }
    router.get("/profile/leave/erased") { _, context in site.page(ErasedPage(), context: context) }
  }

  private func page(
    _ account: SiteContext.Member, _ context: SiteContext, problems: Problems = Problems()
  ) throws -> Response {
    let zone = site.zone(of: account.practitioner)
    let token = site.formToken(account)
    guard let erasedFrom = account.practitioner.erasedFrom else {
      let until = LocalDay(site.now() + LeavingDecision.grace, in: zone).words
      return site.page(LeavePage(until: until, formToken: token), context: context)
    }
    let page = HasLeftPage(until: LocalDay(erasedFrom, in: zone).words, formToken: token, problems: problems)
    return site.page(page, context: context, status: problems.isEmpty ? .ok : .badRequest)
  }

  private func leave(_ request: Request, _ context: SiteContext) async throws -> Response {
    let member = try await site.accountForm(request, context).member
    let (id, notice, now) = (member.practitioner.id, site.notice(in: request), site.now().inMilliseconds)
    let hasLeft = try await site.store.perform({ try $0.practitioner(id) }) {
      LeavingDecision.leave($0, keeping: member.session, notice: notice, now: now)
    }
    if hasLeft { site.queued() }
    return site.seeOther("/profile/leave")
  }

  private func comeBack(_ request: Request, _ context: SiteContext) async throws -> Response {
    let account = try await site.accountForm(request, context).member
    let (id, notice, now) = (account.practitioner.id, site.notice(in: request), site.now().inMilliseconds)
    let isBack = try await site.store.perform({ try $0.practitioner(id) }) {
      LeavingDecision.comeBack($0, notice: notice, now: now)
    }
    if isBack { site.queued() }
    return site.seeOther(site.home(of: account.practitioner))
  }

  /// The record says at once that they are nobody; the file is written anew within the hour.
  private func erase(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (account, form) = try await site.accountForm(request, context)
    guard form[HasLeftPage.field] == "yes" else {
      let problem = "Tick the box if you want to be erased now, or come back by the button above."
      return try page(account, context, problems: Problems(problem, about: HasLeftPage.field))
    }
    var chance = Chance()
    let (event, now) = (SecurityEvent.ID(using: &chance), site.now().inMilliseconds)
    let outcome = try await site.store.erase(account.practitioner.id) {
      ErasureDecision.decide(.ownWish, facts: $0, event: event, now: now)
    }
    guard outcome != .stays else { return site.seeOther("/profile/leave") }
    return site.signedOut(to: "/profile/leave/erased")
  }
}
