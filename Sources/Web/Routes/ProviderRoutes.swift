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
  static let callback = "\(path)/callback"

  var joining: ProviderJoining { ProviderJoining(flows: self) }

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in/google") { _, _ in site.seeOther("/sign-in") }
    router.post("/sign-in/google") { request, context in
      guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
      let form = try await request.form(context)
      if let secret = form["invitation"] { return try await joining.begin(by: secret, context) }
      return try await begin(.signIn(next: NextPath(form["next"])), context)
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
    } catch { return failed(error, start, context) }
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
    if let error = query["error"] {
      return page(error == "access_denied" ? .declined : .startAgain, of: flow.start, context)
    }
    let person: OpenIDProvider.Person
    do throws(OpenIDFailure) {
      person = try await provider.person(
        code: String(query["code"] ?? ""), flow: flow, redirect: site.settings.url + Self.callback)
    } catch { return failed(error, flow.start, context) }
    let secret = ProviderFlow.secret()
    let arrival = ProviderArrival(person, of: flow, secret: secret, now: site.now())
    let cookie = site.cookies.field(site.cookies.provider, secret, maxAge: Int(ProviderArrival.lasts))
    if case .join(let invitation) = flow.start {
      return try await joining.show(arrival, by: invitation, cookie: cookie, context)
    }
    return site.page(try arrived(arrival), context: context, cookie: cookie)
  }

  private func arrived(_ arrival: ProviderArrival) throws -> ProviderArrivedPage {
    let isLinking = if case .link = arrival.start { true } else { false }
    return ProviderArrivedPage(
      provider: provider.settings.name, account: arrival.account, isLinking: isLinking,
      path: LinkTarget(Self.callback),
      arrival: try Sealing(keys: site.keys).seal(arrival, for: .providerArrival))
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

  func failed(_ failure: OpenIDFailure, _ start: ProviderFlow.Start, _ context: SiteContext) -> Response {
    site.logger.warning("nobody came back from the sign-in provider", metadata: ["why": "\(failure)"])
    switch failure {
    case .unreachable, .unusable: return page(.unavailable, of: start, context)
    case .refused, .token: return page(.startAgain, of: start, context)
    }
  }

  /// What this browser did not ask for. A sign-in that it did begin goes on: nobody can end it by a link.
  func notOurs(_ context: SiteContext) -> Response {
    let page = ProviderProblemPage(.startAgain, provider: provider.settings.name)
    return site.page(page, context: context, status: .init(code: page.status))
  }

  /// The end of a sign-in that came to nothing, with the way back to where it was begun.
  func page(
    _ problem: ProviderProblemPage.Problem, of start: ProviderFlow.Start, _ context: SiteContext
  ) -> Response {
    let invitation: LinkTarget? = if case .join(let secret) = start { "/invite/\(secret)" } else { nil }
    let page = ProviderProblemPage(problem, provider: provider.settings.name, invitation: invitation)
    return site.page(page, context: context, status: .init(code: page.status), cookie: forgotten)
  }

  var forgotten: String { site.cookies.field(site.cookies.provider, "", maxAge: 0) }
}
