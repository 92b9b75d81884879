import Automation
import Domain
import Foundation
import Mail
import Store

/// The next digest of a member, as it would look.
struct DigestPreview: Codable, Sendable {
  var member: String
  var name: String
  /// When it goes out; nil when there is nothing to say within three months, as things stand now.
  var due: Date?
  var text: String?
  var html: String?
  var raw: String?
}

extension Operations {
  /// Members who are made due at a time: clicks go on being answered in between.
  private static let piece = 250

  /// What the member's next digest would be, if nothing happens until then. Nothing is queued.
  func digest(of named: String) async throws -> Report {
    guard let member = try await store.read({ try $0.practitioner(named: named) }) else {
      return noMember(named)
    }
    guard let schedule = materials.schedules.first(where: { $0.emails == .digest }) else {
      return .refused("no schedule sends digests")
    }
    let entry = try await news.nextDigest(of: member.id, schedule: schedule, now: time.now())
    var preview = DigestPreview(member: member.id.text, name: member.name)
    if let entry {
      // Its links act for the member without a sign-in: nobody who looks gets one that works.
      let maker = try materials.messageMaker(configuration).with(KeyFolder.throwaway)
      let message = try maker.message(for: entry, to: member.email).message
      (preview.due, preview.text, preview.html) = (entry.createdAt, message.text, message.html)
      preview.raw = String(decoding: try message.bytes(), as: UTF8.self)
    }
    return try Report(preview, text: preview.text ?? "")
  }

  /// Makes the digests of all members due, and waits until those with something to say are queued.
  func fireDigests(_ schedule: Schedule) async throws -> Report {
    let (now, before) = (time.now().inMilliseconds, try await store.read { try $0.countOfDigests() })
    var after: String? = ""
    while let from = after {
      after = try await store.makeDigestsDue(after: from, limit: Self.piece, now: now)
    }
    if daemon == nil {
      let scheduler = Scheduler(
        store: store, schedules: { [schedule] }, siteZone: materials.siteZone, time: time,
        logger: .init(label: "schedule"), digester: Digester(news), queued: {})
      while try await scheduler.step() {}
    }
    while try await !store.read({ try $0.membersDueDigests(now: now, limit: 1).isEmpty }) {
      try await time.pause(0.05)
    }
    let queued = try await store.read { try $0.countOfDigests() } - before
    let sent = daemon == nil ? "; they go out when the daemon runs" : ""
    return try Report(["queued": queued], text: "\(schedule.name): \(queued) emails queued\(sent)")
  }
}
