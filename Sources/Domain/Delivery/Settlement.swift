import Foundation

/// What becomes of an email after an attempt.
public enum Settlement: Hashable, Sendable {
  case sent
  /// Tried again at a time, because nothing was sent.
  case deferred(until: Date)
  /// Perhaps sent. Tried once more with the same Message-ID; a second time it stays, listed for the operator.
  case uncertain(resendAt: Date?)
  /// Not sent, and not tried again.
  case failed

  /// The settlement that a server's reply calls for (the table in the operator's guide; RFC 5321 §4.2.1).
  ///
  /// - Parameters:
  ///   - attempt: attempts begun, this one included.
  ///   - uncertainties: how often this email was uncertain before.
  ///   - spread: chance, 0 to 1.
  public static func of(
    _ reply: SendReply, attempt: Int, uncertainties: Int, firstDue: Date, useBy: Date, policy: DeliveryPolicy,
    spread: Double, now: Date
  ) -> Settlement {
    switch reply {
    case .accepted: return .sent
    case .refused(let code, _, _) where code >= 500 && reply.blame != .policy: return .failed
    case .refused, .unreachable, .misconfigured, .notMade:
      let next = now + policy.backoff(attempt: attempt, spread: spread)
      let last = min(useBy, firstDue + policy.giveUpAfter)
      return next <= last ? .deferred(until: next) : .failed
    case .lostAfterDot:
      return afterUncertainty(
        uncertainties: uncertainties, useBy: useBy, policy: policy, spread: spread, now: now)
    }
  }

  /// What becomes of an email that was being sent when the process died, or whose reply was lost.
  public static func afterUncertainty(
    uncertainties: Int, useBy: Date, policy: DeliveryPolicy, spread: Double, now: Date
  ) -> Settlement {
    let resend = now + policy.backoff(attempt: 1, spread: spread)
    return .uncertain(resendAt: uncertainties == 0 && resend <= useBy ? resend : nil)
  }
}
