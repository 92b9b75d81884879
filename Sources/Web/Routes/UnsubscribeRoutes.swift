import Domain
import Foundation
import Hummingbird
import Store

/// Stopping a stream: the one-click POST of mail programs (RFC 8058), and a page for people. No sign-in, acts at once.
struct UnsubscribeRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/u/:token") { _, context in try show(context) }
    router.post("/u/:token") { request, context in try await act(request, context) }
  }

  private func read(_ context: SiteContext) throws -> (practitioner: Practitioner.ID, stream: EmailStream)? {
    let text = try context.parameters.require("token")
    guard let token = try? site.keys.open(text, for: .unsubscribe, now: site.now()),
      let practitioner = token.subjectID(Practitioner.self), let stream = EmailStream(code: token.choice),
      stream.isSubscribed
    else { return nil }
    return (practitioner, stream)
  }

  private func show(_ context: SiteContext) throws -> Response {
    guard let link = try read(context) else {
      return site.page(LinkInvalidPage(), context: context, status: .notFound)
    }
    let path = try context.parameters.require("token")
    return site.page(UnsubscribePage(stream: link.stream.words, path: "/u/\(path)"), context: context)
  }

  /// What a body asks for; nil for anything that nobody who means it would send, which changes nothing.
  private func wish(_ form: Form) -> Subscription? {
    if form["List-Unsubscribe"] == "One-Click" || form["choice"] == "stop" { return .stop }
    return form["choice"] == "resume" ? .resume : nil
  }

  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let link = try read(context) else {
      return site.page(LinkInvalidPage(), context: context, status: .notFound)
    }
    let token = try context.parameters.require("token")
    let form = Form(body: try await request.text(context), type: request.headers[.contentType])
    guard let wish = wish(form) else {
      let page = UnsubscribePage(stream: link.stream.words, path: "/u/\(token)")
      return site.page(page, context: context, status: .badRequest)
    }
    let now = site.now()
    try await site.store.perform({ try $0.practitioner(link.practitioner) }) {
      Subscription.decide(wish, stream: link.stream, practitioner: $0, now: now)
    }
    if case .resume = wish { return site.page(ResumedPage(stream: link.stream.words), context: context) }
    return site.page(UnsubscribedPage(stream: link.stream.words, path: "/u/\(token)"), context: context)
  }
}
