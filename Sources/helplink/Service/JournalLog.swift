import Foundation
import Logging

#if canImport(Glibc)
  import Glibc
#endif

/// Writes one line an event to stderr: for systemd's journal with a priority before it (sd-daemon(3)) and without a time,
/// which the journal knows; elsewhere with the time in UTC and the level.
struct JournalLog: LogHandler {
  var logLevel: Logger.Level = .info
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  private let isForJournal: Bool
  private let now: @Sendable () -> Date
  private let write: @Sendable (String) -> Void

  /// `write` is given whole lines with their line end.
  init(
    isForJournal: Bool, now: @escaping @Sendable () -> Date = { Date() },
    write: @escaping @Sendable (String) -> Void = StandardError.write
  ) {
    self.isForJournal = isForJournal
    self.now = now
    self.write = write
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    var facts = metadata
    if let provided = metadataProvider?.get() { facts.merge(provided) { $1 } }
    if let error = event.error { facts["error"] = "\(error)" }
    if let given = event.metadata { facts.merge(given) { $1 } }
    write(start(event.level) + LogLine.text(event.message.description, facts) + "\n")
  }

  private func start(_ level: Logger.Level) -> String {
    if isForJournal { return "<\(level.journalPriority)>" }
    let time = now().formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    return "\(time) \(level.rawValue) "
  }

  /// Whether stderr goes to the journal: `$JOURNAL_STREAM` names its device and inode (systemd.exec(5)). A program that
  /// was started by a service with its errors elsewhere inherits the variable, but not the stream.
  static func isJournal(environment: [String: String], descriptor: CInt = STDERR_FILENO) -> Bool {
    guard let named = environment["JOURNAL_STREAM"] else { return false }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return false }
    return named == "\(facts.st_dev):\(facts.st_ino)"
  }
}

extension Logger.Level {
  /// syslog(3)'s severity, which the journal keeps: 2 is critical, 7 is for debugging.
  fileprivate var journalPriority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }
}
