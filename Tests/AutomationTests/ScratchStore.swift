import Domain
import Foundation
import Logging
import Mail
import Store
import Synchronization
import Testing

@testable import Automation

/// A real database in a scratch folder, members in it, and a clock of the test's own.
final class ScratchStore: Sendable {
  let store: Store
  let folder: URL
  private let moment: Mutex<Date>

  static let sydney = "Australia/Sydney"
  static var logger: Logger {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
  }

  init(start: Date = Date(timeIntervalSince1970: 1_796_000_000)) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("automation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try Store(path: folder.appendingPathComponent("helplink.sqlite").path, keys: try Self.keys())
    moment = Mutex(start)
  }

  static func keys() throws -> KeyRing { try #require(KeyRing([1: [UInt8](repeating: 3, count: 32)])) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Time that passes only when the test says so.
  var time: TimeSource { TimeSource(now: { self.now }, pause: { _ in throw CancellationError() }) }
  var now: Date { moment.withLock { $0 } }
  func pass(_ seconds: TimeInterval) { moment.withLock { $0 += seconds } }
  func set(_ date: Date) { moment.withLock { $0 = date } }

  func addMembers(_ count: Int, zone: String? = nil, from first: Int = 0) async throws {
    let changes = try (first..<first + count).map { number in
      let octets = (0..<16).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
      let practitioner = Practitioner(
        id: try #require(Practitioner.ID(bytes: octets)), name: "Member \(number)",
        email: try EmailAddress("member\(number)@example.com"), timeZone: zone, joinedAt: now)
      return Change.joined(practitioner, Profile(profession: "psychologist", registrationNumber: "PSY1"), nil)
    }
    try await store.perform({ _ in }) { Decision((), changes: changes) }
  }

  func counts() async throws -> [OutboxEntry.State: Int] { try await store.read { try $0.countsByState() } }

  func siteZone() throws -> TimeZone { try #require(TimeZone(identifier: Self.sydney)) }

  /// Makes the messages of a made-up site by the installed templates.
  func maker() throws -> MessageMaker {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let mailbox = Message.Mailbox(name: "Help Link", address: "network@example.com")
    return MessageMaker(
      site: MailSite(
        siteURL: try #require(URL(string: "https://network.example")), siteName: "Help Link",
        operatorName: "Example",
        operatorContact: "help@example.com", from: mailbox, fromRounds: mailbox, returnPathDomain: nil),
      keys: try Self.keys(),
      templates: try MailTemplates(folders: [root.appendingPathComponent("mail-templates")]))
  }

  func scheduler(_ text: String) throws -> Scheduler {
    let schedule = try ScheduleFile.read(text, name: "waiting-period", file: "waiting-period.yaml")
    return Scheduler(
      store: store, schedules: { [schedule] }, siteZone: try siteZone(), time: time, logger: Self.logger,
      queued: {})
  }
}

/// A relay in memory that answers as it is told and keeps what it was given.
final class ToldRelay: Transport {
  private let answers: Mutex<[SendReply]>
  private let kept = Mutex<[(recipient: String, bytes: [UInt8])]>([])

  /// Answers in turn, then accepts.
  init(_ answers: [SendReply] = []) { self.answers = Mutex(answers) }

  var letters: [(recipient: String, bytes: [UInt8])] { kept.withLock { $0 } }

  func makeConnection() throws(TransportError) -> any TransportConnection { Connection(relay: self) }

  private final class Connection: TransportConnection {
    let relay: ToldRelay
    init(relay: ToldRelay) { self.relay = relay }

    func send(_ bytes: [UInt8], envelope: Envelope) -> SendReply {
      relay.kept.withLock { $0.append((envelope.recipient, bytes)) }
      return relay.answers.withLock { $0.isEmpty ? .accepted(code: 250, text: "ok") : $0.removeFirst() }
    }
  }
}
