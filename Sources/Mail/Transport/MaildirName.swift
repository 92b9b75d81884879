import Foundation
import Synchronization

/// Names of deliveries: `seconds.MmicrosecondsPprocessQnumber.host`, as the Maildir convention has them.
enum MaildirName {
  private static let deliveries = Atomic<Int>(0)
  /// A slash or a colon would change the meaning of a name.
  private static let host = ProcessInfo.processInfo.hostName
    .replacing("/", with: "\\057").replacing(":", with: "\\072")

  /// A name that no other delivery has: the number sets those of one process apart, the rest all others.
  static func next() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let number = deliveries.wrappingAdd(1, ordering: .relaxed).newValue
    return "\(now.tv_sec).M\(now.tv_nsec / 1000)P\(getpid())Q\(number).\(host)"
  }
}
