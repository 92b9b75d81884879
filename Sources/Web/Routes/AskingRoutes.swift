import Domain
import Foundation
import Hummingbird
import Store

/// The buttons of a referral's email: GET shows, POST acts.
struct AskingRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/r/:token") { request, context in try await show(request, context) }
    router.post("/r/:token") { request, context in try await press(request, context) }
    router.post("/r/:token/undo") { request, context in try await undo(request, context) }
  }

  /// Whatever is wrong with a link, the answer is the same; one that is genuine and too old is told that all is over.
  private func withLink(
    _ context: SiteContext, _ work: (AskingLink) async throws -> Response
  ) async throws -> Response {
    switch try AskingLink.read(context, site: site) {
    case .open(let link): return try await work(link)
    case .expired:
      let sentence = ReferralView(site: site, reader: nil).over(.open)
      return site.page(AskingOverPage(sentence: sentence), context: context, status: .gone)
    case .invalid: return site.page(LinkInvalidPage(), context: context, status: .notFound)
    }
  }

  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    try await withLink(context) { link in
      let browser = site.knowledge(of: request)
      let now = site.now()
      let (facts, page) = try await site.store.read { record in
        let facts = try record.referralAnswerFacts(email: link.email)
        let pressed = facts.map { browser.earnedPresses(for: $0.asked.colleague.id, now: now) } ?? []
        let page = AskingPage.decide(
          facts: facts?.asked, choice: link.choice, browser: browser,
          contested: try record.contested(among: pressed), now: now)
        return (facts, page)
      }
      return respond(page, facts, link, context)
    }
  }

  private func respond(
    _ page: AskingPage, _ facts: ReferralDecision.AnswerFacts?, _ link: AskingLink, _ context: SiteContext
  ) -> Response {
    guard let facts else { return site.page(LinkInvalidPage(), context: context, status: .notFound) }
    let view = AskingView(site: site, link: link, facts: facts)
    switch page {
    case .unknown: return site.page(LinkInvalidPage(), context: context, status: .notFound)
    case .ask(let choice, let submitsItself):
      return site.page(view.question(choice, submitsItself: submitsItself), context: context)
    case .confirm: return site.page(view.confirming(), context: context)
    case .result(let answer): return site.page(view.result(answer), context: context)
    case .over(let state): return site.page(view.over(state), context: context)
    }
  }

  private func press(_ request: Request, _ context: SiteContext) async throws -> Response {
    try await withLink(context) { link in
      let form = try await request.form(context)
      let browser = site.knowledge(of: request)
      let origin = origin(of: form, link: link, browser: browser)
      guard let reply = ReferralDecision.Reply(form) else {
        return try await askAgain(link, origin: origin, context)
      }
      let press = site.press(from: origin)
      let (outcome, colleague) = try await site.store.perform({
        try $0.referralAnswerFacts(email: link.email)
      }) { facts in
        let decision = ReferralDecision.answer(reply, facts: facts, press)
        return Decision(
          (decision.outcome, facts?.asked.colleague.id), changes: decision.changes, emails: decision.emails)
      }
      guard case .recorded(let answer, _) = outcome, let colleague else { return site.seeOther(link.path) }
      site.queued()
      let entry = BrowserKnowledge.Entry(practitioner: colleague, email: link.email, at: site.now())
      return site.seeOther(
        link.path(of: answer, keys: site.keys), cookies: [try site.cookie(for: browser.adding(entry))])
    }
  }

  /// The result page's secret counts only in the browser that pressed.
  private func origin(of form: Form, link: AskingLink, browser: BrowserKnowledge) -> ReferralDecision.Origin {
    if link.isResult(form["result"], site: site), browser.pressed(link.email) { return .ownPage }
    return form["confirming"] == "yes" ? .confirmingPage : .link
  }

  private func askAgain(_ link: AskingLink, origin: ReferralDecision.Origin, _ context: SiteContext)
    async throws -> Response
  {
    let facts = try await site.store.read { try $0.referralAnswerFacts(email: link.email) }
    guard origin == .confirmingPage, let facts else {
      throw RequestProblem.badRequest("Choose one of the answers. Nothing was changed.")
    }
    let page = AskingView(site: site, link: link, facts: facts).confirming(isChoiceMissing: true)
    return site.page(page, context: context, status: .badRequest)
  }

  private func undo(_ request: Request, _ context: SiteContext) async throws -> Response {
    try await withLink(context) { link in
      let form = try await request.form(context)
      guard link.isResult(form["result"], site: site), site.knowledge(of: request).pressed(link.email) else {
        throw RequestProblem.staleForm
      }
      let press = site.press(from: .ownPage)
      let outcome = try await site.store.perform({ try $0.referralAnswerFacts(email: link.email) }) {
        ReferralDecision.takeBack(facts: $0, press)
      }
      let facts = try await site.store.read { try $0.referralAnswerFacts(email: link.email) }
      guard let facts, outcome == .undone || outcome == .nothingToUndo else {
        return site.seeOther(link.path)
      }
      return site.page(AskingView(site: site, link: link, facts: facts).undone(), context: context)
    }
  }
}
