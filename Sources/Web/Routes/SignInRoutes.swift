import Domain
import Foundation
import Hummingbird
import Store

/// The page on which one signs in, and the way out.
struct SignInRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/sign-in") { request, context in
      let next = NextPath(request.uri.queryParameters["next"].map(String.init))
      // A link of an email leads here whether or not one is signed in.
      if let next, context.member != nil { return site.seeOther(next.text) }
      return site.page(
        SignInPage(
          ways: site.settings.signIn, next: next, provider: site.provider?.settings.name), context: context)
    }
    router.post("/sign-in") { request, context in try await signIn(request, context) }
    router.post("/sign-out") { request, context in try await signOut(request, context) }
    SignInLinkRoutes(site: site).add(to: router)
  }

  private func signIn(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let form = try await request.form(context)
    let typed = SignInForm(form, ways: site.settings.signIn)
    let address: EmailAddress
    do throws(EmailAddress.Refusal) { address = try EmailAddress(typed.email) } catch {
      let problem = "Check the address: \(error.explanation)."
      return site.signInPage(typed, Problems(problem, about: "email"), context, status: .badRequest)
    }
    switch typed.way {
    case .link: return try await SignInLinkRoutes(site: site).ask(address, typed, request, context)
    case .password(let password):
      return try await PasswordAttempt(site: site, typed: typed, address: address, password: password)
        .answer(request, context)
    }
  }

  private func signOut(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let member = context.account else { return site.seeOther("/") }
    try site.check(try await request.form(context)["form-token"], of: member, request)
    var chance = Chance()
    let line = SecurityEvent(
      id: SecurityEvent.ID(using: &chance), practitioner: member.practitioner.id, kind: .signedOut,
      at: site.now(), detail: request.browserName)
    try await site.store.perform({ _ in }) {
      Decision((), changes: [.sessionClosed(member.session), .securityEvent(line)])
    }
    return site.signedOut(to: "/")
  }
}

/// What was typed into the page on which one signs in.
struct SignInForm: Sendable {
  enum Way: Sendable {
    case link
    case password(String)
  }

  let email: String
  let way: Way
  let next: NextPath?

  /// A password goes with the button beside it; an address alone asks for a link, where there are any.
  init(_ form: Form, ways: SignInWays) {
    email = form["email"] ?? ""
    next = NextPath(form["next"])
    let password = form["password"] ?? ""
    let wantsLink = form["choice"] == "link" || (form["choice"] == nil && password.isEmpty)
    way = ways.emailLink && (wantsLink || !ways.password) ? .link : .password(password)
  }
}

extension Site {
  /// The page on which one signs in, come back with what was typed, but never with a password.
  func signInPage(
    _ typed: SignInForm, _ problems: Problems, _ context: SiteContext, status: HTTPResponse.Status
  ) -> Response {
    page(
      SignInPage(
        ways: settings.signIn, email: typed.email, next: typed.next, problems: problems,
        provider: provider?.settings.name),
      context: context, status: status)
  }

  /// The answer to a browser that has just signed in, by whichever means; `more` are other cookies that go with it.
  func welcome(
    _ session: Session, with new: NewSession, next: NextPath?, to request: Request,
    cookies more: [String] = []
  ) async throws -> Response {
    let practitioner = try await store.read { try $0.practitioner(session.practitioner) }
    let path = next?.text ?? practitioner.map(home) ?? "/"
    let asked = request.cookie(cookies.asking).map { _ in cookies.field(cookies.asking, "", maxAge: 0) }
    return seeOther(
      path, cookies: try cookies(of: new, opened: session, in: request) + [asked].compactMap(\.self) + more)
  }
}
