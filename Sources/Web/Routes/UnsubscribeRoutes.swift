import Domain
import Foundation
import Hummingbird
import Store

/// Less of a stream, or none of it: the one-click POST of mail programs (RFC 8058), and a page for people. No sign-in, acts at
/// once.
struct UnsubscribeRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/u/:token") { _, context in try await show(context) }
    router.post("/u/:token") { request, context in try await act(request, context) }
  }

  private struct Link {
    let practitioner: Practitioner.ID
    let stream: EmailStream
    let path: LinkTarget
  }

  /// What a press asks for, and what its page says of it.
  private enum Press {
    case stop, resume
    case every(String)
  }

  private func read(_ context: SiteContext) throws -> Link? {
    let text = try context.parameters.require("token")
    guard let token = try? site.keys.open(text, for: .unsubscribe, now: site.now()),
      let practitioner = token.subjectID(Practitioner.self), let stream = EmailStream(code: token.choice),
      stream.isSubscribed
    else { return nil }
    return Link(practitioner: practitioner, stream: stream, path: "/u/\(text)")
  }

  private func show(_ context: SiteContext) async throws -> Response {
    guard let link = try read(context) else {
      return site.page(LinkInvalidPage(), context: context, status: .notFound)
    }
    let member = try await site.store.read { try $0.practitioner(link.practitioner) }
    if member?.stoppedStreams.contains(link.stream) == true {
      return site.page(UnsubscribedPage(stream: link.stream.words, path: link.path), context: context)
    }
    return site.page(page(link, member), context: context)
  }

  private func page(_ link: Link, _ member: Practitioner?) -> UnsubscribePage {
    let fewer = StreamFrequency.fewer(link.stream, than: member?.preferences ?? EmailPreferences())
    return UnsubscribePage(stream: link.stream.words, fewer: fewer, path: link.path)
  }

  /// What a body asks for; nil for anything that nobody who means it would send, which changes nothing.
  private func press(_ form: Form) -> Press? {
    if form["List-Unsubscribe"] == "One-Click" { return .stop }
    switch form["choice"] {
    case "stop": return .stop
    case "resume": return .resume
    case let word?: return .every(word)
    case nil: return nil
    }
  }

  private func wish(_ press: Press, _ stream: EmailStream) -> EmailWish? {
    switch press {
    case .stop: EmailWish(stream, isWanted: false)
    case .resume: EmailWish(stream, isWanted: true)
    case .every(let word): EmailWish(stream, every: word)
    }
  }

  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let link = try read(context) else {
      return site.page(LinkInvalidPage(), context: context, status: .notFound)
    }
    let form = Form(body: try await request.text(context), type: request.headers[.contentType])
    guard let press = press(form), let wish = wish(press, link.stream) else {
      let member = try await site.store.read { try $0.practitioner(link.practitioner) }
      return site.page(page(link, member), context: context, status: .badRequest)
    }
    let now = site.now()
    let before = try await site.store.perform({ try $0.practitioner(link.practitioner) }) { member in
      Decision(member?.preferences ?? EmailPreferences(), changes: wish.decide(member, now: now).changes)
    }
    return answer(press, link, before, context)
  }

  private func answer(_ press: Press, _ link: Link, _ before: EmailPreferences, _ context: SiteContext)
    -> Response
  {
    let words = link.stream.words
    switch press {
    case .stop: return site.page(UnsubscribedPage(stream: words, path: link.path), context: context)
    case .resume: return site.page(ResumedPage(stream: words), context: context)
    case .every(let word):
      let was = StreamFrequency.present(link.stream, in: before)
      guard let now = StreamFrequency.all(link.stream).first(where: { $0.value == word }) else {
        return site.page(ResumedPage(stream: words), context: context)
      }
      let page = FrequencyPage(stream: words, now: now, before: was == now ? nil : was, path: link.path)
      return site.page(page, context: context)
    }
  }
}
