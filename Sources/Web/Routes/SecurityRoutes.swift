import Domain
import Foundation
import Hummingbird
import Store

/// A member's password, sessions and trail.
struct SecurityRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/profile/security") { request, context in
      let done = Done(rawValue: request.uri.queryParameters["done"].map(String.init) ?? "")
      return try await page(try site.member(context), context, done: done?.sentence)
    }
    router.post("/profile/security/password") { request, context in
      try await PasswordChangeAttempt(security: self).answer(request, context)
    }
    router.post("/profile/security/sign-out") { request, context in try await signOut(request, context) }
    router.post("/profile/security/sign-out-elsewhere") { request, context in
      try await signOutElsewhere(request, context)
    }
  }

  /// What the page says was done, by the word in its address.
  enum Done: String {
    case password, session, elsewhere

    var sentence: String {
      switch self {
      case .password: "Your password is set. Every other browser was signed out."
      case .session: "That browser is signed out."
      case .elsewhere: "Every other browser is signed out."
      }
    }
  }

  /// Lines of the trail that the page shows.
  static let mostLines = 50

  func page(
    _ member: SiteContext.Member, _ context: SiteContext, problems: Problems = Problems(),
    done: String? = nil, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let id = member.practitioner.id
    let now = site.now()
    let (sessions, trail, setAt) = try await site.store.read { record in
      (
        try record.sessions(of: id, now: now), try record.trail(of: id, limit: Self.mostLines),
        try record.password(of: id)?.setAt
      )
    }
    let view = SecurityView(site: site, member: member, now: now)
    return site.page(
      SecurityPage(
        address: member.practitioner.email.text,
        password: view.password(
          setAt: setAt, session: sessions.first { $0.digest == member.session }, problems: problems),
        sessions: sessions.map(view.session), trail: trail.map(view.line), formToken: site.formToken(member),
        done: done),
      context: context, status: status)
  }

  private func signOut(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let digest = SecretDigest(stored: form["session"] ?? "")
    let line = line(.signedOut, of: member, request)
    try await site.store.perform({ record in
      try record.session(digest, now: line.at)
    }) { session in
      guard let session, session.practitioner == member.practitioner.id else { return Decision(()) }
      var line = line
      line.detail = session.browser
      return Decision((), changes: [.sessionClosed(digest), .securityEvent(line)])
    }
    return site.seeOther("/profile/security?done=session")
  }

  private func signOutElsewhere(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, _) = try await site.memberForm(request, context)
    let line = line(.signedOutElsewhere, of: member, request)
    try await site.store.perform({ _ in }) {
      Decision(
        (),
        changes: [
          .sessionsClosed(member.practitioner.id, except: member.session), .securityEvent(line),
        ])
    }
    return site.seeOther("/profile/security?done=elsewhere")
  }

  private func line(_ kind: SecurityEvent.Kind, of member: SiteContext.Member, _ request: Request)
    -> SecurityEvent
  {
    var chance = Chance()
    return SecurityEvent(
      id: SecurityEvent.ID(using: &chance), practitioner: member.practitioner.id, kind: kind,
      at: site.now().inMilliseconds, detail: request.browserName)
  }
}

/// What stands on record, in the words of the page.
private struct SecurityView {
  let site: Site
  let member: SiteContext.Member
  let now: Date

  private var zone: TimeZone { site.zone(of: member.practitioner) }

  func session(_ session: Session) -> SecurityPage.OpenSession {
    SecurityPage.OpenSession(
      id: session.digest.text, browser: session.browser.isEmpty ? "A browser" : session.browser,
      opened: "Signed in \(session.means.words) on \(LocalMoment(session.openedAt, in: zone).words)",
      seen: "Last used \(Age.words(from: session.seenAt, to: now, in: zone))",
      isThisOne: session.digest == member.session)
  }

  func line(_ event: SecurityEvent) -> SecurityPage.Line {
    SecurityPage.Line(
      when: LocalMoment(event.at, in: zone).words, what: event.kind.words, detail: event.detail)
  }

  /// Nil where passwords are not in use.
  func password(setAt: Date?, session: Session?, problems: Problems) -> PasswordPanel? {
    guard site.settings.signIn.password else { return nil }
    let isFresh = session.map { OwnerProof.isFresh($0, now: now) } ?? false
    let state: PasswordPanel.State =
      setAt.map { .set(on: LocalDay($0, in: zone).words) } ?? (isFresh ? .unset : .signInFirst)
    return PasswordPanel(state: state, formToken: site.formToken(member), problems: problems)
  }
}
