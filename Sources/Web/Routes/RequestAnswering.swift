import Domain
import Foundation
import Hummingbird

/// Answers a request: the same page and the same answers by the link of its email and in a practitioner's own list.
struct RequestAnswering: Sendable {
  let site: Site
  let opened: OpenedRequest
  /// Which part of the request is theirs.
  let number: Int

  private var view: RequestView { RequestView(site: site, opened: opened) }

  /// The question, or what became of it.
  func page(
    _ context: SiteContext, first: RequestAnswerPage.First? = nil, status: HTTPResponse.Status = .ok
  ) -> Response {
    if let page = view.question(number, first: first) {
      return site.page(page, context: context, status: status)
    }
    return site.page(view.answered(number), context: context, status: status)
  }

  /// The button itself says it: what a script submits by itself does nothing.
  func press(_ form: Form, _ context: SiteContext) async throws -> Response {
    let means = site.requestMeans()
    switch form["choice"] {
    case "no": return try await refuse(nil, means)
    case "full": return try await refuse(form["listing"].flatMap(WaitingPeriod.init) ?? .closed, means)
    case "offer": return try await offer(OfferedTimeForm(form), means, context)
    default: return page(context, status: .badRequest)
    }
  }

  private func refuse(_ wait: WaitingPeriod?, _ means: RequestDecision.Means) async throws -> Response {
    let number = number
    return site.shown(
      try await site.outcome(opened, means) {
        RequestDecision.refuse(number: number, wait: wait, facts: $0, means)
      }, at: opened.path)
  }

  private func offer(_ form: OfferedTimeForm, _ means: RequestDecision.Means, _ context: SiteContext)
    async throws -> Response
  {
    guard let facts = view.asked(number) else { return site.seeOther(opened.path) }
    let (opened, number) = (opened, number)
    let offered = try await site.offer(form, of: facts) { slot in
      try await site.outcome(opened, means) {
        RequestDecision.accept(slot, number: number, facts: $0, means)
      }
    }
    guard case .wrong(let problems, let status) = offered,
      let page = view.question(number, typed: form, problems: problems)
    else { return site.seeOther(opened.path) }
    return site.page(page, context: context, status: status)
  }
}
