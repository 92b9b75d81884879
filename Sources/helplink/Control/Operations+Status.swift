import Automation
import Domain
import Foundation
import Mail
import Store

extension Operations {
  /// Whether it is well.
  struct StatusFacts: Encodable {
    var version = HelpLink.version
    var engine: String
    var isRunning: Bool
    var uptimeSeconds: Int?
    var members: Int
    var outbox: [String: Int]
    /// Since when the oldest email that could go out has been due.
    var oldestDue: Date?
    /// The relay and what it last had against us; nil when the last message went through.
    var relay: String
    var relayTrouble: String?
    /// Streams that wait because the relay refused them by policy.
    var streamPauses: [PauseFacts]
    /// Addresses that nothing goes to, because a server refused them for good.
    var suppressedAddresses: Int
    var schedules: [ScheduleFacts]
    /// When the scheduler last looked at the clock.
    var lastLook: Date?
    /// "open", or why nothing is sent.
    var fence: String
    var certificateExpiry: Date?
    /// A line a zone in use whose rules differ between this program and the system; empty when they agree.
    var zoneDisagreements: [String]
    var diskLeftBytes: Int64?
    var failedReload: String?
    /// Write transactions since the record was opened.
    var writeTransactions: Int
    var isWell: Bool
    /// What is wrong, each with what to do.
    var complaints: [String]
  }

  /// A stream that waits.
  struct PauseFacts: Encodable {
    var stream: String
    var since: Date
    /// When the next email goes out as a probe.
    var until: Date
    var reply: String

    init(_ pause: StreamPause) {
      stream = pause.stream.rawValue
      since = pause.since
      until = pause.until
      reply = pause.reply
    }
  }

  func status() async throws -> Report {
    let now = time.now()
    let (members, counts, oldest) = try await store.read {
      (try $0.countOfPractitioners(), try $0.countsByState(), try $0.oldestDue(now: now))
    }
    let (pauses, suppressed) = try await store.read {
      (try $0.streamPauses(), try $0.countOfSuppressions())
    }
    let wellness = try await wellness(oldestDue: oldest, streamPauses: pauses, now: now)
    let complaints = wellness.complaints(now: now)
    let facts = StatusFacts(
      engine: try store.engineVersion(), isRunning: daemon != nil,
      uptimeSeconds: daemon.map { Int(now.timeIntervalSince($0.startedAt)) }, members: members,
      outbox: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) }), oldestDue: oldest,
      relay: configuration.mail.transport.name, relayTrouble: wellness.relayTrouble,
      streamPauses: pauses.map(PauseFacts.init), suppressedAddresses: suppressed,
      schedules: try await scheduleFacts(), lastLook: wellness.scheduledAt, fence: wellness.fence.words,
      certificateExpiry: wellness.certificateExpiry, zoneDisagreements: wellness.zoneDisagreements,
      diskLeftBytes: wellness.diskLeft, failedReload: wellness.failedReload,
      writeTransactions: await store.writeTransactions, isWell: complaints.isEmpty, complaints: complaints)
    var report = try Report(facts, text: facts.text)
    report.failure = complaints.first
    return report
  }

  private func wellness(oldestDue: Date?, streamPauses: [StreamPause], now: Date) async throws -> Wellness {
    var wellness = Wellness(isRunning: daemon != nil)
    wellness.streamPauses = streamPauses
    wellness.oldestDue = oldestDue
    wellness.fence = try await daemonFence()
    wellness.storageFault = store.storageFault
    wellness.diskLeft = diskLeft(at: configuration.state)
    let zones = try await Scheduler.zones(store: store, siteZone: materials.siteZone)
    wellness.zoneDisagreements = ZonesInUse(zones, schedules: materials.schedules).disagreements(now: now)
    guard let daemon else { return wellness }
    wellness.counterFailure = daemon.fence.counterFailure
    wellness.relayTrouble = await daemon.queue.lastTrouble
    wellness.scheduledAt = daemon.heartbeat.last ?? daemon.startedAt
    wellness.certificateExpiry = daemon.certificateExpiry()
    wellness.failedReload = daemon.reloads.failed
    return wellness
  }

  private func diskLeft(at path: String) -> Int64? {
    var facts = statvfs()
    guard statvfs(path, &facts) == 0 else { return nil }
    return Int64(clamping: UInt64(facts.f_bavail) * UInt64(facts.f_frsize))
  }
}

extension Operations.StatusFacts {
  /// For a terminal: a line a fact, what is wrong at the end.
  var text: String {
    let counts = outbox.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    var lines = [
      "helplink \(version), \(engine)",
      isRunning ? "running for \(uptimeSeconds ?? 0) s" : "not running",
      "members      \(members)",
      "outbox       \(counts.isEmpty ? "empty" : counts)",
    ]
    if let oldestDue { lines.append("waiting      since \(oldestDue.formatted(.iso8601))") }
    lines.append("relay        \(relay): \(relayTrouble ?? "no trouble")")
    for pause in streamPauses {
      lines.append("paused       \(pause.stream) until \(pause.until.formatted(.iso8601))")
    }
    if suppressedAddresses > 0 {
      lines.append("suppressed   \(suppressedAddresses) address\(suppressedAddresses == 1 ? "" : "es")")
    }
    for schedule in schedules {
      let last = schedule.last.map { "last \($0.formatted(.iso8601))" } ?? "never yet"
      lines.append(
        "schedule     \(schedule.name): \(last), next \(schedule.next?.formatted(.iso8601) ?? "never")")
    }
    lines.append("fence        \(fence)")
    if let certificateExpiry { lines.append("certificate  until \(certificateExpiry.formatted(.iso8601))") }
    lines.append("time zones   \(zoneDisagreements.isEmpty ? "agree with the system's" : "differ")")
    if let diskLeftBytes { lines.append("disk left    \(diskLeftBytes >> 20) MiB") }
    lines.append(isWell ? "all is well" : "not well:")
    return (lines + complaints.map { "  \($0)" }).joined(separator: "\n")
  }
}

extension Fence {
  /// "open", or why nothing is sent.
  fileprivate var words: String {
    switch self {
    case .open: "open"
    case .closed(let reason): "closed: \(reason.rawValue)"
    }
  }
}

extension Configuration.Mail.Transport {
  /// Where mail goes, without any secret.
  fileprivate var name: String {
    switch self {
    case .smtp(let relay): relay.address.url
    case .maildir(let folder): "maildir \(folder)"
    }
  }
}
