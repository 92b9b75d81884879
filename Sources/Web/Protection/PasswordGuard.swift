import Domain
import Foundation
import Hummingbird
import Synchronization

/// Holds up whoever tries too many passwords, and remembers at whose account, until that is put on the trail.
///
/// Kept in memory: a restart forgives ten guesses.
final class PasswordGuard: Sendable {
  /// Of more accounts at a time the trail hears nothing.
  static let mostNoted = 1_000

  private struct State {
    var limits = PasswordLimits()
    var heldUp: [String: EmailAddress] = [:]
  }

  private let state = Mutex(State())

  /// Counts an attempt at the account of an address.
  func take(
    _ address: EmailAddress, known: BrowserKnowledge.Entry?, from network: ClientNetwork?, now: Date
  ) -> PasswordLimits.Verdict {
    state.withLock { state in
      let verdict = state.limits.take(address, known: known, from: network, now: now)
      if case .accountWaits = verdict, state.heldUp.count < Self.mostNoted {
        state.heldUp[address.key] = address
      }
      return verdict
    }
  }

  /// The addresses whose accounts were tried too often since this was last asked.
  func heldUp() -> [EmailAddress] {
    state.withLock { state in
      defer { state.heldUp = [:] }
      return Array(state.heldUp.values)
    }
  }
}

extension Site {
  /// Counts an attempt at a member's password, or at that of an address which is nobody's.
  func tryPassword(
    of address: EmailAddress, _ practitioner: Practitioner?, _ request: Request, _ context: SiteContext
  ) -> PasswordLimits.Verdict {
    let known = practitioner.flatMap { knowledge(of: request).signIn(of: $0.id) }
    return passwordGuard.take(address, known: known, from: network(of: request, context), now: now())
  }
}
