import Domain
import Foundation
import Hummingbird
import Store

/// The buttons of the monthly email: GET shows, POST acts.
struct WaitingPeriodRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/w/:token") { request, context in try await show(request, context) }
    router.post("/w/:token") { request, context in try await press(request, context) }
    router.post("/w/:token/undo") { request, context in try await undo(request, context) }
    router.post("/w/:token/away") { request, context in try await sayAway(request, context) }
    router.post("/w/:token/fresh") { request, context in try await sendFresh(request, context) }
  }

  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    switch try WaitingPeriodLink.read(context, site: site) {
    case .invalid: return site.page(LinkInvalidPage(), context: context, status: .notFound)
    case .expired(let link):
      return site.page(LinkExpiredPage(freshPath: "\(link.path)/fresh"), context: context, status: .gone)
    case .open(let link): return try await show(link, request, context)
    }
  }

  private func show(_ link: WaitingPeriodLink, _ request: Request, _ context: SiteContext) async throws
    -> Response
  {
    let browser = site.knowledge(of: request)
    let now = site.now()
    let (facts, page) = try await site.store.read { record in
      let facts = try record.answerFacts(email: link.email)
      let pressed = facts.map { browser.earnedPresses(for: $0.practitioner.id, now: now) } ?? []
      let page = AnswerPage.decide(
        facts: facts, choice: link.choice, browser: browser, isLatest: try record.isLatest(link.email),
        contested: try record.contested(among: pressed), now: now)
      return (facts, page)
    }
    let standing = site.standing(facts)
    switch page {
    case .notTakingPart: return site.page(LinkInvalidPage(), context: context, status: .notFound)
    case .ask(let submitsItself):
      return site.page(
        WaitingPeriodPage(
          choice: WaitBand(link.choice), standing: standing, path: "\(link.path)",
          submitsItself: submitsItself),
        context: context)
    case .confirm:
      return site.page(
        WaitingPeriodConfirmingPage(standing: standing, path: "\(link.path)"), context: context)
    case .result(let period):
      return site.page(result(period, of: link, facts: facts), context: context)
    }
  }

  private func press(_ request: Request, _ context: SiteContext) async throws -> Response {
    let link: WaitingPeriodLink
    switch try WaitingPeriodLink.read(context, site: site) {
    case .invalid: return site.page(LinkInvalidPage(), context: context, status: .notFound)
    case .expired(let old):
      return site.page(LinkExpiredPage(freshPath: "\(old.path)/fresh"), context: context, status: .gone)
    case .open(let open): link = open
    }
    let form = try await request.form(context)
    let browser = site.knowledge(of: request)
    let origin = origin(of: form, link: link, browser: browser)
    guard let period = form["waiting-period"].flatMap(WaitingPeriod.init) else {
      return try await askAgain(link, origin: origin, context)
    }
    let outcome = try await decide(link, period: period, origin: origin)
    return try await answer(outcome, link: link, browser: browser, context)
  }

  private func decide(
    _ link: WaitingPeriodLink, period: WaitingPeriod, origin: AnswerDecision.Origin
  ) async throws -> (AnswerDecision.Outcome, Practitioner.ID?) {
    let now = site.now()
    var chance = Chance()
    let event = Identifier<WaitEvent>(using: &chance)
    return try await site.store.perform({ try $0.answerFacts(email: link.email) }) { facts in
      let decision = AnswerDecision.press(period, from: origin, facts: facts, event: event, now: now)
      return Decision(
        (decision.outcome, facts?.practitioner.id), changes: decision.changes, emails: decision.emails)
    }
  }

  /// The result page's secret counts only in the browser that pressed.
  private func origin(of form: Form, link: WaitingPeriodLink, browser: BrowserKnowledge)
    -> AnswerDecision.Origin
  {
    if isResult(form["result"], of: link), browser.pressed(link.email) { return .resultPage }
    return form["confirming"] == "yes" ? .confirmingPage : .link
  }

  private func askAgain(_ link: WaitingPeriodLink, origin: AnswerDecision.Origin, _ context: SiteContext)
    async throws
    -> Response
  {
    guard origin == .confirmingPage else {
      throw RequestProblem.badRequest("Choose one of the seven waiting periods.")
    }
    let facts = try await site.store.read { try $0.answerFacts(email: link.email) }
    let standing = site.standing(facts)
    return site.page(
      WaitingPeriodConfirmingPage(standing: standing, path: "\(link.path)", isChoiceMissing: true),
      context: context,
      status: .badRequest)
  }

  /// After a POST the browser is sent to a GET, so that going back or reloading posts nothing again.
  private func answer(
    _ decided: (outcome: AnswerDecision.Outcome, practitioner: Practitioner.ID?), link: WaitingPeriodLink,
    browser: BrowserKnowledge,
    _ context: SiteContext
  ) async throws -> Response {
    switch decided.outcome {
    case .recorded(let period, _):
      guard let practitioner = decided.practitioner else { return site.seeOther(link.path) }
      let entry = BrowserKnowledge.Entry(practitioner: practitioner, email: link.email, at: site.now())
      return site.seeOther(path(of: period, in: link), cookies: [try site.cookie(for: browser.adding(entry))])
    case .contested, .notTakingPart: return site.seeOther(link.path)
    case .undone, .nothingToUndo: return try await undone(link, context)
    }
  }

  /// The link of the button that says `period` in the same email: its result page is the answer's.
  private func path(of period: WaitingPeriod, in link: WaitingPeriodLink) -> String {
    guard period != link.choice else { return link.path }
    var other = link.token
    other.choice = UInt8(period.rank)
    return "/w/\(site.keys.seal(other))"
  }

  private func undo(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard case .open(let link) = try WaitingPeriodLink.read(context, site: site) else {
      return site.page(LinkInvalidPage(), context: context, status: .notFound)
    }
    let form = try await request.form(context)
    guard isResult(form["result"], of: link), site.knowledge(of: request).pressed(link.email) else {
      throw RequestProblem.staleForm
    }
    let now = site.now()
    var chance = Chance()
    let event = Identifier<WaitEvent>(using: &chance)
    _ = try await site.store.perform({ try $0.answerFacts(email: link.email) }) {
      AnswerDecision.undo(facts: $0, event: event, now: now)
    }
    return try await undone(link, context)
  }

  private func undone(_ link: WaitingPeriodLink, _ context: SiteContext) async throws -> Response {
    let facts = try await site.store.read { try $0.answerFacts(email: link.email) }
    let standing = site.standing(facts)
    return site.page(
      WaitingPeriodResultPage(standing: standing, outcome: .undone(retraction(link))), context: context)
  }

  /// Genuine links that expired may ask for a fresh email; whoever asks, it goes to the member alone.
  private func sendFresh(_ request: Request, _ context: SiteContext) async throws -> Response {
    let link: WaitingPeriodLink
    switch try WaitingPeriodLink.read(context, site: site) {
    case .invalid: return site.page(LinkInvalidPage(), context: context, status: .notFound)
    case .open(let open): return site.seeOther(open.path)
    case .expired(let old): link = old
    }
    let now = site.now()
    let zone = site.settings.timeZone
    var chance = Chance()
    let id = OutboxEntry.ID(using: &chance)
    try await site.store.perform({ try $0.answerFacts(email: link.email) }) { facts in
      FreshLinkDecision.decide(
        practitioner: facts?.practitioner, wait: facts?.wait, email: id, siteZone: zone, now: now)
    }
    site.queued()
    return site.page(FreshLinkSentPage(), context: context)
  }
}
