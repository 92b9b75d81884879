import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// Signing in through a provider of OpenID Connect: there, back, and one press. The address says Google, whoever it is.
struct ProviderRoutes: Sendable {
  let site: Site
  let provider: OpenIDProvider

  static let path = "/sign-in/google"
  private static let callback = "\(path)/callback"

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in/google") { _, _ in site.seeOther("/sign-in") }
    router.post("/sign-in/google") { request, context in
      guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
      return try await begin(.signIn, context)
    }
    router.get("/sign-in/google/callback") { request, context in try await show(request, context) }
    router.post("/sign-in/google/callback") { request, context in try await act(request, context) }
    ProviderLinkRoutes(site: site, provider: provider, flows: self).add(to: router)
  }

  /// Sends the browser to the provider. A redirect would be held against the policy's `form-action`, which names no site but
  /// this one; a refresh is not, and the link is there for those who have it off.
  func begin(_ start: ProviderFlow.Start, _ context: SiteContext) async throws -> Response {
    let flow = ProviderFlow(start, now: site.now())
    let address: String
    do throws(OpenIDFailure) {
      address = try await provider.address(for: flow, redirect: site.settings.url + Self.callback)
    } catch { return failed(error, context) }
    let sealed = try Sealing(keys: site.keys).seal(flow, for: .providerFlow)
    var response = site.page(
      ProviderLeavingPage(provider: provider.settings.name, address: LinkTarget(address)), context: context,
      cookie: site.cookies.field(site.cookies.provider, sealed, maxAge: Int(ProviderFlow.lasts)))
    if let name = HTTPField.Name("refresh") { response.headers[name] = "0; url=\(address)" }
    return response
  }

  /// What the provider sends the browser back to. The code is exchanged; nothing is written until the button is pressed.
  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    let query = request.uri.queryParameters
    guard let flow = flow(of: request, state: query["state"], issuer: query["iss"]) else {
      return notOurs(context)
    }
    if let error = query["error"] { return page(error == "access_denied" ? .declined : .startAgain, context) }
    let person: OpenIDProvider.Person
    do throws(OpenIDFailure) {
      person = try await provider.person(
        code: String(query["code"] ?? ""), flow: flow, redirect: site.settings.url + Self.callback)
    } catch { return failed(error, context) }
    let secret = ProviderFlow.secret()
    let arrival = ProviderArrival(person, of: flow, secret: secret, now: site.now())
    let arrived = ProviderArrivedPage(
      provider: provider.settings.name, account: person.email.isEmpty ? person.name : person.email,
      isLinking: flow.start != .signIn, path: LinkTarget(Self.callback),
      arrival: try Sealing(keys: site.keys).seal(arrival, for: .providerArrival))
    return site.page(
      arrived, context: context,
      cookie: site.cookies.field(site.cookies.provider, secret, maxAge: Int(ProviderArrival.lasts)))
  }

  /// The flow that this browser has begun, once: when the address names its state, and no other issuer (RFC 9207).
  private func flow(of request: Request, state: Substring?, issuer: Substring?) -> ProviderFlow? {
    guard let sealed = request.cookie(site.cookies.provider),
      let flow = Sealing(keys: site.keys).open(sealed, as: ProviderFlow.self, for: .providerFlow),
      site.now() < flow.until, state.map(String.init) == flow.state,
      issuer.map({ $0 == provider.settings.issuer }) ?? true,
      site.onceOnly.take(flow.state, until: flow.until, now: site.now())
    else { return nil }
    return flow
  }

  /// The button of the page that the provider led to.
  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let sealed = try await request.form(context)["arrival"] ?? ""
    let now = site.now().inMilliseconds
    guard let secret = request.cookie(site.cookies.provider),
      let arrival = Sealing(keys: site.keys).open(sealed, as: ProviderArrival.self, for: .providerArrival),
      now < arrival.until, SecretDigest(of: secret).text == arrival.browser,
      site.onceOnly.take(secret, until: arrival.until, now: now)
    else { return notOurs(context) }
    do {
      switch arrival.start {
      case .signIn: return try await signIn(arrival, request, context, now: now)
      case .link(let session): return try await link(arrival, session: session, request, context, now: now)
      }
    } catch {
      site.onceOnly.giveBack(secret)
      throw error
    }
  }

  private func signIn(
    _ arrival: ProviderArrival, _ request: Request, _ context: SiteContext, now: Date
  ) async throws -> Response {
    let prepared = prepare(arrival, request)
    let new = NewSession()
    let session = try await site.store.perform({ record in
      let linked = try record.linkedIdentity(arrival.identity)
      return (linked, try linked.flatMap { try record.practitioner($0.practitioner) })
    }) { facts in
      ProviderDecision.signIn(
        prepared, linked: facts.0, practitioner: facts.1, session: new.digest, now: now)
    }
    guard let session else { return page(.notLinked, context) }
    let cookies = try site.cookies(of: new, opened: session, in: request)
    return site.seeOther("/listings", cookies: cookies + [forgotten])
  }

  /// Only in the session that asked for it.
  private func link(
    _ arrival: ProviderArrival, session: String, _ request: Request, _ context: SiteContext, now: Date
  ) async throws -> Response {
    guard let member = context.member, member.session.text == session else {
      return page(.startAgain, context)
    }
    let prepared = prepare(arrival, request)
    let outcome = try await site.store.perform({ record in
      let own = try record.linkedIdentities(of: member.practitioner.id)
      return (try record.linkedIdentity(arrival.identity), own)
    }) { linked, own in
      ProviderDecision.link(prepared, to: member.practitioner, linked: linked, own: own, now: now)
    }
    switch outcome {
    case .linked, .alreadyLinked:
      return site.seeOther(ProviderPage.path.text, cookies: [forgotten])
    case .opensAnother: return page(.opensAnother, context)
    case .hasAnother: return page(.hasAnother, context)
    }
  }

  private func prepare(_ arrival: ProviderArrival, _ request: Request) -> ProviderDecision.Arrival {
    var chance = SystemRandomNumberGenerator()
    return ProviderDecision.Arrival(
      identity: arrival.identity, account: arrival.email, provider: provider.settings.name,
      browser: request.browserName, event: SecurityEvent.ID(using: &chance))
  }

  private func failed(_ failure: OpenIDFailure, _ context: SiteContext) -> Response {
    site.logger.warning("nobody came back from the sign-in provider", metadata: ["why": "\(failure)"])
    switch failure {
    case .unreachable, .unusable: return page(.unavailable, context)
    case .refused, .token: return page(.startAgain, context)
    }
  }

  /// What this browser did not ask for. A sign-in that it did begin goes on: nobody can end it by a link.
  private func notOurs(_ context: SiteContext) -> Response {
    let page = ProviderProblemPage(.startAgain, provider: provider.settings.name)
    return site.page(page, context: context, status: .init(code: page.status))
  }

  private func page(_ problem: ProviderProblemPage.Problem, _ context: SiteContext) -> Response {
    let page = ProviderProblemPage(problem, provider: provider.settings.name)
    return site.page(page, context: context, status: .init(code: page.status), cookie: forgotten)
  }

  private var forgotten: String { site.cookies.field(site.cookies.provider, "", maxAge: 0) }
}
