import Domain
import Foundation
import Hummingbird
import Store

/// What the button of the page does that the provider led back to.
extension ProviderRoutes {
  func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let form = try await request.form(context)
    let now = site.now().inMilliseconds
    guard let secret = request.cookie(site.cookies.provider),
      let arrival = Sealing(keys: site.keys).open(
        form["arrival"] ?? "", as: ProviderArrival.self, for: .providerArrival),
      now < arrival.until, SecretDigest(of: secret).text == arrival.browser,
      site.onceOnly.take(secret, until: arrival.until, now: now)
    else { return notOurs(context) }
    do {
      switch arrival.start {
      case .signIn(let next): return try await signIn(arrival, next, request, context, now: now)
      case .link(let session): return try await link(arrival, session: session, request, context, now: now)
      case .join(let invitation):
        let answer = try await joining.join(arrival, by: invitation, form, request, context)
        // A name that is none is typed once more.
        if answer.status == .badRequest { site.onceOnly.giveBack(secret) }
        return answer
      }
    } catch {
      site.onceOnly.giveBack(secret)
      throw error
    }
  }

  private func signIn(
    _ arrival: ProviderArrival, _ next: NextPath?, _ request: Request, _ context: SiteContext, now: Date
  ) async throws -> Response {
    let prepared = prepare(arrival, request)
    let new = NewSession()
    let opening = new.opening(in: request, context)
    let session = try await site.store.perform({ record in
      let linked = try record.linkedIdentity(arrival.identity)
      return (linked, try linked.flatMap { try record.practitioner($0.practitioner) })
    }) { facts in
      ProviderDecision.signIn(prepared, linked: facts.0, practitioner: facts.1, opening: opening, now: now)
    }
    guard let session else { return page(.notLinked, of: arrival.start, context) }
    return try await site.welcome(session, with: new, next: next, to: request, cookies: [forgotten])
  }

  /// Only in the session that asked for it.
  private func link(
    _ arrival: ProviderArrival, session: String, _ request: Request, _ context: SiteContext, now: Date
  ) async throws -> Response {
    guard let member = context.member, member.session.text == session else {
      return page(.startAgain, of: arrival.start, context)
    }
    let prepared = prepare(arrival, request)
    let notice = site.notice(in: request)
    let outcome = try await site.store.perform({ record in
      let own = try record.linkedIdentities(of: member.practitioner.id)
      return (try record.linkedIdentity(arrival.identity), own)
    }) { linked, own in
      ProviderDecision.link(
        prepared, to: member.practitioner, linked: linked, own: own, notice: notice, now: now)
    }
    switch outcome {
    case .linked, .alreadyLinked:
      site.queued()
      return site.seeOther(ProviderPage.path.text, cookies: [forgotten])
    case .opensAnother: return page(.opensAnother, of: arrival.start, context)
    case .hasAnother: return page(.hasAnother, of: arrival.start, context)
    }
  }

  func prepare(_ arrival: ProviderArrival, _ request: Request) -> ProviderDecision.Arrival {
    var chance = Chance()
    return ProviderDecision.Arrival(
      identity: arrival.identity, account: arrival.email, provider: provider.settings.name,
      browser: request.browserName, event: SecurityEvent.ID(using: &chance))
  }
}
