import Domain
import Foundation

/// When a wait was last said and by which means, as a sentence to the practitioner.
enum StatedWaitWords {
  static func sentence(_ wait: StatedWait, in zone: TimeZone) -> String {
    let day = LocalDay(wait.confirmedAt, in: zone).words
    return switch wait.means {
    case .email, .site: "You said so on \(day)."
    case .operator: "We entered it for you on \(day), and it is not confirmed yet."
    case .import: "It was brought in from a list dated \(day), and is not confirmed yet."
    }
  }
}
