import Domain
import Foundation
import Hummingbird
import Store

/// One attempt to sign in with a password. Every one that is refused costs one stretching and has one answer, whether the address
/// is known, has a password, is set aside, or the password is wrong.
struct PasswordAttempt: Sendable {
  let site: Site
  let typed: SignInForm
  let address: EmailAddress
  let password: String

  func answer(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard site.settings.signIn.password else {
      return refused("Signing in with a password is not possible here.", context)
    }
    guard !password.isEmpty else { return refused("Enter your password.", context) }
    let (practitioner, stored) = try await site.store.read { record in
      let practitioner = try record.practitioner(at: address)
      return (practitioner, try practitioner.flatMap { try record.password(of: $0.id)?.stored })
    }
    switch site.tryPassword(of: address, practitioner, request, context) {
    case .goOn: break
    case .accountWaits(let seconds): return wait(seconds, "for this address", context)
    case .networkWaits(let seconds): return wait(seconds, "from your network", context)
    }
    let attempt = try await look(at: practitioner?.maySignIn == true ? stored : nil)
    guard attempt.isRight else { return refused(Self.wrong, context) }
    return try await open(attempt, request, context)
  }

  private static let wrong = "That address and password do not go together."

  private func look(at stored: StoredPassword?) async throws -> PasswordSignIn.Attempt {
    let isRight = try await site.passwords.isRight(password, for: stored)
    guard isRight, let stored, site.passwords.isOutdated(stored) else {
      return PasswordSignIn.Attempt(checked: stored, isRight: isRight)
    }
    return PasswordSignIn.Attempt(
      checked: stored, isRight: true, restretched: try await site.passwords.store(password))
  }

  private func open(_ attempt: PasswordSignIn.Attempt, _ request: Request, _ context: SiteContext)
    async throws -> Response
  {
    let new = NewSession()
    let opening = new.opening(in: request, context)
    let now = site.now().inMilliseconds
    let session = try await site.store.perform({ record in
      let practitioner = try record.practitioner(at: address)
      return (practitioner, try practitioner.flatMap { try record.password(of: $0.id)?.stored })
    }) { practitioner, stored in
      PasswordSignIn.decide(
        attempt, practitioner: practitioner, stored: stored, opening: opening, now: now)
    }
    guard let session else { return refused(Self.wrong, context) }
    return try await site.welcome(session, with: new, next: typed.next, to: request)
  }

  private func refused(_ problem: String, _ context: SiteContext) -> Response {
    site.signInPage(typed, Problems(problem, about: "password"), context, status: .badRequest)
  }

  private func wait(_ seconds: TimeInterval, _ whence: String, _ context: SiteContext) -> Response {
    let other =
      site.settings.signIn.emailLink
      ? ", or have a link emailed to you: that works at once" : ", or choose a new password by email"
    let problem = "Too many passwords were tried \(whence). Try again \(RetryWords.after(seconds))\(other)."
    var response = site.signInPage(
      typed, Problems(problem, about: "password"), context, status: .tooManyRequests)
    response.headers[.retryAfter] = "\(Int(seconds.rounded(.up)))"
    return response
  }
}

/// When somebody may try again.
enum RetryWords {
  /// "in a minute", "in 7 minutes".
  static func after(_ seconds: TimeInterval) -> String {
    seconds < 60 ? "in a minute" : "in \(Int(seconds / 60) + 1) minutes"
  }
}
