import Domain
import Foundation
import Hummingbird
import Store

/// A member's referrals, and the form for one more.
struct ReferralsRoutes: Sendable {
  let site: Site

  /// Rows shown of each kind, newest first.
  private static let mostRows = 100

  func add(to router: Router<SiteContext>) {
    router.get("/referrals") { _, context in try await list(context) }
    router.get("/referrals/new") { request, context in try form(request, context) }
    router.post("/referrals") { request, context in try await ask(request, context) }
  }

  private func list(_ context: SiteContext) async throws -> Response {
    let member = try site.member(context).practitioner
    let (made, received) = try await site.store.read { record in
      (
        try record.referralsMade(by: member.id, limit: Self.mostRows),
        try record.referralsReceived(by: member.id, limit: Self.mostRows)
      )
    }
    let view = ReferralView(site: site, reader: member)
    let page = ReferralsPage(
      received: received.map(view.received), made: made.map(view.made), mayRefer: member.isListed)
    return site.page(page, context: context)
  }

  /// The form for those who were chosen in the list; of too many the first are ticked.
  private func form(_ request: Request, _ context: SiteContext) throws -> Response {
    let member = try site.member(context)
    let chosen = Form(urlencoded: request.uri.query ?? "").values("to")
    var typed = TypedReferral([.to: chosen])
    let offered = typed.colleagues
    var problems = Problems()
    if offered.count > Referral.mostColleagues {
      typed[.to] = offered.prefix(Referral.mostColleagues).map(\.text)
      problems.add(ReferralDecision.Refusal.tooManyChosen.sentence, about: "to")
    }
    let page = ReferralFormView(site: site, member: member)
      .page(typed, id: newID(), offered: offered, problems: problems)
    return site.page(page, context: context)
  }

  private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let typed = TypedReferral(form)
    let id = form["id"].flatMap(Referral.ID.init) ?? newID()
    let (need, wrong) = ReferralForm(reference: site.reference).read(typed)
    var problems = Problems()
    if typed.colleagues.isEmpty {
      problems.add(ReferralDecision.Refusal.nobodyChosen.sentence, about: "to")
    }
    for problem in wrong { problems.add(problem.sentence, about: problem.field.rawValue) }
    if let need, problems.isEmpty {
      switch try await decide(typed.colleagues, need, id: id, by: member.practitioner.id) {
      case .made(let id):
        site.queued()
        return site.seeOther("/referrals/\(id)?done=asked")
      case .refused(let refusal): problems.add(refusal.sentence, about: "to")
      }
    }
    let page = ReferralFormView(site: site, member: member)
      .page(typed, id: id, offered: offered(form, typed), problems: problems)
    return site.page(page, context: context, status: .badRequest)
  }

  /// Those who were ticked, and those who were offered and are not.
  private func offered(_ form: Form, _ typed: TypedReferral) -> [Practitioner.ID] {
    var all = typed
    all[.to] = form.values("offered") + all[.to]
    return all.colleagues
  }

  private func decide(
    _ colleagues: [Practitioner.ID], _ need: ReferralNeed, id: Referral.ID, by member: Practitioner.ID
  ) async throws -> ReferralDecision.Asked {
    var chance = Chance()
    let means = ReferralDecision.Means(
      id: id,
      emails: (0..<Referral.mostColleagues).map { _ in
        (OutboxEntry.ID(using: &chance), OutboxEntry.ID(using: &chance))
      }, siteZone: site.settings.timeZone, now: site.now())
    return try await site.store.perform({
      try $0.referralFacts(by: member, asking: colleagues, as: id, now: means.now)
    }) { ReferralDecision.ask(colleagues, for: need, facts: $0, means: means) }
  }

  private func newID() -> Referral.ID {
    var chance = Chance()
    return Referral.ID(using: &chance)
  }
}
