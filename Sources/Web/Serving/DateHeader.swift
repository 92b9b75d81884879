import Foundation
import Synchronization

/// The `Date` field of every answer (RFC 9110 §6.6.1), written once a second however many there are.
final class DateHeader: Sendable {
  private let last = Mutex((second: time_t.min, text: ""))

  /// A moment as RFC 9110 §5.6.7 writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
  func text(at moment: Date) -> String {
    let second = time_t(moment.timeIntervalSince1970.rounded(.down))
    return last.withLock { last in
      if last.second != second { last = (second, Self.written(second)) }
      return last.text
    }
  }

  /// English whatever the locale is, which `strftime` would not be.
  private static func written(_ second: time_t) -> String {
    var second = second
    var utc = tm()
    gmtime_r(&second, &utc)
    let day = "\(days[Int(utc.tm_wday)]), \(two(utc.tm_mday)) \(months[Int(utc.tm_mon)])"
    return "\(day) \(utc.tm_year + 1900) \(two(utc.tm_hour)):\(two(utc.tm_min)):\(two(utc.tm_sec)) GMT"
  }

  private static func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
