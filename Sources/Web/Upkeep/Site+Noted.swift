import Domain
import Foundation
import Store

extension Site {
  /// Writes down when sessions were last used, and whose accounts were tried too often.
  func putOnRecord() async throws {
    try await recordSeenSessions()
    for address in passwordGuard.heldUp() { try await recordRefusal(at: address) }
  }

  private func recordSeenSessions() async throws {
    let seen = seenSessions.pending
    guard !seen.isEmpty else { return }
    try await store.perform({ _ in }) {
      Decision(
        (), changes: seen.map { .sessionSeen($0.digest, at: $0.seenAt, expiresAt: $0.expiresAt) })
    }
    seenSessions.forget(seen)
  }

  private func recordRefusal(at address: EmailAddress) async throws {
    var chance = Chance()
    let line = SecurityEvent.ID(using: &chance)
    let now = now().inMilliseconds
    try await store.perform({ record in
      let practitioner = try record.practitioner(at: address)
      let last = try practitioner.flatMap { try record.securityEvent(of: $0.id, kind: .signInRefused) }
      return (practitioner, last)
    }) { practitioner, last in
      PasswordSignIn.heldUp(practitioner, last: last, line: line, now: now)
    }
  }
}
