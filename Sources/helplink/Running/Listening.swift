import Foundation
import Logging
import Synchronization

/// Waits until every listener has begun.
final class Listening: Sendable {
  private let remaining: Mutex<Int>
  private let ready: @Sendable () async throws -> Void
  private let logger: Logger

  init(count: Int, ready: @escaping @Sendable () async throws -> Void, logger: Logger) {
    remaining = Mutex(count)
    self.ready = ready
    self.logger = logger
  }

  /// One more has; a port of 0 is a Unix socket's.
  @Sendable func began(port: Int) {
    if port != 0 { logger.notice("listening", metadata: ["port": "\(port)"]) }
    let isLast = remaining.withLock { remaining in
      remaining -= 1
      return remaining == 0
    }
    guard isLast else { return }
    Task { do { try await ready() } catch { logger.error("not ready", metadata: ["why": "\(error)"]) } }
  }
}
