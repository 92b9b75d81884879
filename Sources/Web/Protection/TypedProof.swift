import Domain
import Foundation
import Hummingbird
import Store

/// What a member typed to show that it is them who changes their account.
enum TypedProof: Sendable {
  /// Compared with the password on record; whether that suffices is decided in the transaction.
  case looked(PasswordSignIn.Attempt)
  /// Too many were tried: again in so many seconds.
  case wait(TimeInterval)
}

extension Site {
  /// Looks at the password that a member typed once more. Where there is none nothing is compared.
  func proof(
    _ password: String, of member: SiteContext.Member, _ request: Request, _ context: SiteContext
  ) async throws -> TypedProof {
    let stored = try await store.read { try self.password(of: member, $0)?.stored }
    switch tryPassword(of: member.practitioner.email, member.practitioner, request, context) {
    case .accountWaits(let seconds), .networkWaits(let seconds): return .wait(seconds)
    case .goOn: break
    }
    guard let stored else { return .looked(PasswordSignIn.Attempt(checked: nil, isRight: false)) }
    let isRight = try await passwords.isRight(password, for: stored)
    return .looked(PasswordSignIn.Attempt(checked: stored, isRight: isRight))
  }

  /// A member's password, and when it was set; nil without one, and where passwords are not in use.
  func password(of member: SiteContext.Member, _ record: Record) throws -> (
    stored: StoredPassword, setAt: Date
  )? {
    settings.signIn.password ? try record.password(of: member.practitioner.id) : nil
  }
}

extension PasswordSignIn.Attempt {
  /// Whether there was a password to be typed, and another was.
  var isWrong: Bool { checked != nil && !isRight }
}
