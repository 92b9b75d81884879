import Foundation
import Logging
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Tells the service manager how the daemon is: the protocol of sd_notify(3), datagrams of `NAME=value` lines.
///
/// Promise: nothing here throws or ends the daemon. A manager that cannot be reached is said once in the log, and
/// again only after it was heard meanwhile. Never: a secret or an address of a person in a status.
struct ServiceManager: Sendable {
  private let socket: NotifySocket
  private let logger: Logger
  private let silence = Silence()

  /// How long the manager waits for `alive()` before it ends the daemon; say it twice as often. Nil: it does not wait,
  /// or waits for another process (sd_watchdog_enabled(3)). In seconds.
  let watchdogInterval: TimeInterval?

  /// The manager that the environment names; nil when there is none, as on a terminal.
  init?(environment: [String: String], logger: Logger, process: Int32 = getpid()) {
    guard let name = environment["NOTIFY_SOCKET"] else { return nil }
    guard let socket = NotifySocket(name) else {
      logger.warning("NOTIFY_SOCKET names no socket that this program knows", metadata: ["socket": "\(name)"])
      return nil
    }
    self.socket = socket
    self.logger = logger
    watchdogInterval = Self.watchdogInterval(environment, process: process)
  }

  /// Everything that was asked for works: the database, the certificate and the sockets. Also ends a reload.
  func ready(status: String) { send(["READY=1", "STATUS=" + Self.line(status)]) }

  /// A reload has begun; `ready(status:)` says that it is over, also when it failed and the old stays.
  func reloading() { send(["RELOADING=1", "MONOTONIC_USEC=\(Self.monotonicMicroseconds())"]) }

  /// The daemon is on its way out, and says nothing that would count any more.
  func stopping() { send(["STOPPING=1", "STATUS=Stopping"]) }

  /// One line for `systemctl status`.
  func status(_ words: String) { send(["STATUS=" + Self.line(words)]) }

  /// The daemon does its work: to be said only by what would notice that it does not.
  func alive() { send(["WATCHDOG=1"]) }

  private func send(_ lines: [String]) {
    do {
      try socket.send(lines.joined(separator: "\n"))
      silence.isOver()
    } catch {
      guard silence.begins() else { return }
      logger.warning("the service manager cannot be told anything", metadata: ["why": "\(error)"])
    }
  }

  /// A status is one line (the protocol's lines are assignments), and systemd 252 drops a datagram of over 4,096 octets.
  private static func line(_ words: String) -> String {
    let scalars = words.unicodeScalars.lazy
      .map { $0.properties.generalCategory == .control || $0.properties.isPatternWhitespace ? " " : $0 }
    return String(String.UnicodeScalarView(scalars.prefix(500)))
  }

  private static func watchdogInterval(_ environment: [String: String], process: Int32) -> TimeInterval? {
    guard let text = environment["WATCHDOG_USEC"], let microseconds = UInt64(text), microseconds > 0 else {
      return nil
    }
    if let watched = environment["WATCHDOG_PID"], Int32(watched) != process { return nil }
    return TimeInterval(microseconds) / 1_000_000
  }

  /// `CLOCK_MONOTONIC`, by which systemd tells whether a reload began after it asked for one.
  private static func monotonicMicroseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1_000
  }
}

/// Whether the manager was last found to be out of reach.
private final class Silence: Sendable {
  private let lasts = Mutex(false)

  /// True the first time in a row.
  func begins() -> Bool {
    lasts.withLock { lasts in
      defer { lasts = true }
      return !lasts
    }
  }

  func isOver() { lasts.withLock { $0 = false } }
}
