import Domain
import Foundation
import Hummingbird
import Store

/// The links of a request, for its seeker and for whom it asks: GET shows, POST acts.
struct RequestLinkRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/q/:token") { _, context in try await show(context, first: nil) }
    router.get("/q/:token/no") { _, context in try await show(context, first: .no) }
    router.get("/q/:token/full") { _, context in try await show(context, first: .full) }
    router.post("/q/:token") { request, context in try await press(request, context) }
  }

  /// Nil for a link that is not ours, and for a request of which nothing is kept.
  private func open(_ context: SiteContext) async throws -> (reader: RequestReader, opened: OpenedRequest)? {
    let token = try context.parameters.require("token")
    guard let link = try? site.keys.open(token, for: .request, now: site.now()),
      let reader = RequestReader(code: link.choice), let id = link.subjectID(TimeRequest.self),
      let opened = try await site.openRequest(id, at: "/q/\(token)")
    else { return nil }
    return (reader, opened)
  }

  private func unknown(_ context: SiteContext) -> Response {
    site.page(RequestPage(standing: .unknown), context: context, status: .gone)
  }

  private func show(_ context: SiteContext, first: RequestAnswerPage.First?) async throws -> Response {
    guard let (reader, opened) = try await open(context) else { return unknown(context) }
    switch reader {
    case .seeker: return page(opened, context)
    case .practitioner(let number):
      return RequestAnswering(site: site, opened: opened, number: number).page(context, first: first)
    }
  }

  /// A request to its seeker.
  private func page(_ opened: OpenedRequest, _ context: SiteContext, status: HTTPResponse.Status = .ok)
    -> Response
  {
    let view = RequestView(site: site, opened: opened)
    if let page = view.confirming { return site.page(page, context: context, status: status) }
    guard let standing = view.standing else { return unknown(context) }
    return site.page(RequestPage(standing: standing), context: context, status: status)
  }

  private func press(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let (reader, opened) = try await open(context) else { return unknown(context) }
    let form = try await request.form(context)
    switch reader {
    case .seeker: return try await press(form, opened, context)
    case .practitioner(let number):
      return try await RequestAnswering(site: site, opened: opened, number: number).press(form, context)
    }
  }

  /// The button itself says it: what a script submits by itself does nothing.
  private func press(_ form: Form, _ opened: OpenedRequest, _ context: SiteContext) async throws -> Response {
    let means = site.requestMeans()
    let outcome: RequestDecision.Outcome
    switch form["choice"] {
    case "confirm": outcome = try await site.outcome(opened, means) { RequestDecision.confirm($0, means) }
    case "withdraw":
      outcome = try await site.outcome(opened, means) {
        RequestDecision.withdraw($0.request, now: means.now)
      }
    default: return page(opened, context, status: .badRequest)
    }
    return site.shown(outcome, at: opened.path)
  }
}
