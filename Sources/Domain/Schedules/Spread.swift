import Crypto
import Foundation

/// Where in a randomized delay one recipient stands: chance without a generator, so that the plan and the daemon agree and
/// a restart changes nothing.
public enum Spread {
  /// Whole seconds from 0 to `delay`, derived from the schedule, the recipient and the period.
  public static func delay(
    upTo delay: TimeInterval, schedule: String, recipient: Practitioner.ID, period: String
  ) -> TimeInterval {
    let places = UInt64(max(0, min(delay, 366 * 86_400))) + 1
    // A zero octet stands in none of the three, so no two triples are the same text.
    let text = [schedule, recipient.text, period].joined(separator: "\u{0}")
    let number = SHA256.hash(data: Data(text.utf8)).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return TimeInterval(number % places)
  }
}
