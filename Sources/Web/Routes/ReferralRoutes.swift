import Domain
import Foundation
import Hummingbird
import Store

/// One referral, for its referrer and for those who are asked; for everybody else there is none.
struct ReferralRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/referrals/:id") { request, context in try await show(request, context) }
    router.post("/referrals/:id/answer") { request, context in try await answer(request, context) }
    router.post("/referrals/:id/undo") { request, context in try await undo(request, context) }
    router.post("/referrals/:id/close") { request, context in try await close(request, context) }
  }

  private func id(_ context: SiteContext) throws -> Referral.ID {
    guard let id = Referral.ID(try context.parameters.require("id")) else { throw RequestProblem.notFound }
    return id
  }

  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, id) = (try site.member(context), try id(context))
    let own = member.practitioner.id
    let (facts, asked) = try await site.store.read { record in
      (try record.referralFacts(id), try record.referralAnswerFacts(of: id, by: own))
    }
    let view = ReferralView(site: site, reader: member.practitioner)
    if let facts, facts.referrer.id == own {
      var page = view.page(facts, formToken: site.formToken(member))
      page.isNew = request.uri.queryParameters["done"] == "asked"
      return site.page(page, context: context)
    }
    guard let asked else { throw RequestProblem.notFound }
    return site.page(view.page(asked, formToken: site.formToken(member)), context: context)
  }

  private func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let (id, own) = (try id(context), member.practitioner.id)
    guard let reply = ReferralDecision.Reply(form) else {
      throw RequestProblem.badRequest("Choose one of the answers. Nothing was changed.")
    }
    let press = site.press(from: .ownPage)
    let outcome = try await site.store.perform({ try $0.referralAnswerFacts(of: id, by: own) }) {
      ReferralDecision.answer(reply, facts: $0, press)
    }
    return try back(outcome, to: id)
  }

  private func undo(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, _) = try await site.memberForm(request, context)
    let (id, own) = (try id(context), member.practitioner.id)
    let press = site.press(from: .ownPage)
    let outcome = try await site.store.perform({ try $0.referralAnswerFacts(of: id, by: own) }) {
      ReferralDecision.takeBack(facts: $0, press)
    }
    return try back(outcome, to: id)
  }

  private func back(_ outcome: ReferralDecision.Answered, to id: Referral.ID) throws -> Response {
    guard outcome != .unknown else { throw RequestProblem.notFound }
    site.queued()
    return site.seeOther("/referrals/\(id)")
  }

  private func close(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let (id, own) = (try id(context), member.practitioner.id)
    guard let closing = form["choice"].flatMap(Referral.Closing.init) else {
      throw RequestProblem.badRequest("The form asks for something that is not offered. Nothing was changed.")
    }
    var chance = Chance()
    let emails = (0..<Referral.mostColleagues).map { _ in OutboxEntry.ID(using: &chance) }
    let (zone, now) = (site.settings.timeZone, site.now())
    let outcome = try await site.store.perform({ try $0.referralFacts(id) }) {
      ReferralDecision.close(closing, facts: $0, by: own, emails: emails, siteZone: zone, now: now)
    }
    guard outcome != .unknown else { throw RequestProblem.notFound }
    site.queued()
    return site.seeOther("/referrals/\(id)")
  }
}

extension ReferralDecision.Reply {
  /// The answer that a form asks for, if it is one.
  init?(_ form: Form) {
    guard let answer = form["answer"].flatMap(ReferralAnswer.init(slug:)) else { return nil }
    self.init(answer, listing: form["listing"].flatMap(WaitingPeriod.init))
  }
}

extension Site {
  /// A press now, with the names that its consequences will have.
  func press(from origin: ReferralDecision.Origin) -> ReferralDecision.Press {
    var chance = Chance()
    return ReferralDecision.Press(
      origin: origin, event: Identifier(using: &chance), email: Identifier(using: &chance), now: now())
  }
}
