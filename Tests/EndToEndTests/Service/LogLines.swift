import Foundation
import Logging
import Synchronization

@testable import helplink

/// What a logger wrote.
final class LogLines: Sendable {
  private let written = Mutex<[String]>([])

  var all: [String] { written.withLock { $0 } }

  /// A logger that writes here, at a time that stands still.
  func logger(forJournal: Bool = true, at time: Date = Date(timeIntervalSince1970: 0)) -> Logger {
    var logger = Logger(label: "test") { _ in
      JournalLog(isForJournal: forJournal, now: { time }) { [self] line in
        written.withLock { $0.append(line) }
      }
    }
    logger.logLevel = .trace
    return logger
  }
}
