import Domain
import Foundation
import Hummingbird
import Store

/// The result page's own: what only the browser that pressed may do.
extension WaitingPeriodRoutes {
  /// The page that an answer came to.
  func result(
    _ period: WaitingPeriod, of link: WaitingPeriodLink, facts: AnswerDecision.Facts?, typed: String = "",
    problem: String? = nil
  ) -> WaitingPeriodResultPage {
    let retraction = retraction(link)
    return WaitingPeriodResultPage(
      standing: site.standing(facts), outcome: .answered(retraction), answer: WaitBand(period),
      away: away(link, facts?.practitioner, result: retraction.result, typed: typed, problem: problem))
  }

  func retraction(_ link: WaitingPeriodLink) -> WaitingPeriodResultPage.Retraction {
    let token = LinkToken(.waitingPeriodResult, subject: link.email, expiresAt: site.now() + 86_400)
    return WaitingPeriodResultPage.Retraction(
      undoPath: "\(link.path)/undo", changePath: "\(link.path)", result: site.keys.seal(token))
  }

  func isResult(_ text: String?, of link: WaitingPeriodLink) -> Bool {
    guard let text else { return false }
    let token = try? site.keys.open(text, for: .waitingPeriodResult, now: site.now())
    return token?.subjectID(OutboxEntry.self) == link.email
  }

  private func away(
    _ link: WaitingPeriodLink, _ practitioner: Practitioner?, result: String, typed: String, problem: String?
  ) -> AwayPanel {
    let zone = site.zone(of: practitioner)
    let today = LocalDay(site.now(), in: zone).number
    var state = AwayPanel.State.present(typed: typed, problem: problem)
    if let until = practitioner?.awayUntil, practitioner?.isAway(at: site.now()) == true, problem == nil {
      state = .away(until: LocalDay(until, in: zone).words)
    }
    return AwayPanel(
      state: state, path: "\(link.path)/away", result: result,
      days: (
        LocalDay(number: today + 1).text, LocalDay(number: today + AwayDecision.mostDays).text
      ))
  }

  /// "I am away until …", or "I am back".
  func sayAway(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard case .open(let link) = try WaitingPeriodLink.read(context, site: site) else {
      return site.page(LinkInvalidPage(), context: context, status: .notFound)
    }
    let form = try await request.form(context)
    guard isResult(form["result"], of: link), site.knowledge(of: request).pressed(link.email) else {
      throw RequestProblem.staleForm
    }
    let typed = form["until"] ?? ""
    let day = form["back"] == "yes" ? nil : LocalDay(typed)
    guard day != nil || form["back"] == "yes" else { return try await refuse(typed, link, context) }
    let (now, zone) = (site.now(), site.settings.timeZone)
    var chance = Chance()
    let event = Identifier<AwayEvent>(using: &chance)
    let outcome = try await site.store.perform({ try $0.answerFacts(email: link.email) }) { facts in
      AwayDecision.decide(
        until: day, practitioner: facts?.practitioner, event: event, means: .email, siteZone: zone, now: now)
    }
    return outcome == .dayRefused ? try await refuse(typed, link, context) : site.seeOther(link.path)
  }

  /// The form comes back with what was typed.
  private func refuse(_ typed: String, _ link: WaitingPeriodLink, _ context: SiteContext) async throws
    -> Response
  {
    let facts = try await site.store.read { try $0.answerFacts(email: link.email) }
    let problem = "Choose a day after today and within a year"
    let page = result(
      facts?.answer?.period ?? link.choice, of: link, facts: facts, typed: typed, problem: problem)
    return site.page(page, context: context, status: .badRequest)
  }
}
