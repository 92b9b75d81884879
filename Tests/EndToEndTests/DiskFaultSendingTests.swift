import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A round on a disk that stops taking writes in its midst: no email leaves that was not on disk as `sending`, and what left
/// is not forgotten.
@Suite(.timeLimit(.minutes(5)))
struct DiskFaultSendingTests {
  @Test func `a full disk in the midst of a round: nothing leaves unrecorded, then everybody gets it once`()
    async throws
  {
    try await Scratch.using { scratch in
      let (site, disk, daemon) = try await Installation.onFaultyDisk(in: scratch)
      try await site.importMore(20)
      let before = try site.maildir.count()
      #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
      _ = try await eventually("the round to be on its way") {
        try site.maildir.count() > before + 10 ? true : nil
      }
      try disk.fill()
      let left = try await site.restingMessages()
      #expect(left.count < 252, "the disk was full too late")
      try await expectAllRecorded(left, site)
      #expect(daemon.count("nothing is saved and nothing is sent") == 1)
      #expect(daemon.count("outbox not looked at") == 0)

      try disk.heal()
      try await site.waitUntilSent(252)
      let messages = try site.maildir.messages()
      #expect(messages.count == 252)
      #expect(Set(messages.compactMap { $0.header("Message-ID") }).count == 252)
      #expect(daemon.isRunning)
    }
  }

  /// Each message's row says at least `sending`; in their Message-ID stands which row.
  private func expectAllRecorded(_ messages: [DeliveredMessage], _ site: Installation) async throws {
    let begun = try await Record.emails(in: site.database, states: ["sending", "sent"])
    for message in messages {
      let name = try #require(message.header("Message-ID")?.dropFirst().prefix { $0 != "@" })
      #expect(begun.contains { name.contains($0) }, "\(name)")
    }
  }

  @Test func `a Maildir on a full disk gets nothing, half of nothing, and everything later`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let disk = FaultyDisk(in: scratch)
      try await site.importPractitioners()
      let daemon = try await site.serve(environment: try disk.environment())
      let host = ProcessInfo.processInfo.hostName
      try disk.fail(.write, with: ENOSPC, at: host)
      #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
      let complaint = "mail does not leave: the Maildir: write: No space left on device"
      _ = try await eventually("status to say so") {
        try await site.status().facts.complaints.contains(complaint) ? true : nil
      }
      #expect(try site.maildir.messages().isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("mail/tmp")).isEmpty)
      #expect(daemon.count("not sent") <= 12)
      try disk.heal()
      for email in try await site.queue() where email.kind == "waiting-period" {
        _ = try await site.command("queue", "retry", email.id)
      }
      try await site.waitUntilSent(12)
      #expect(try site.maildir.messages().count == 12)
    }
  }

  /// A daemon that is started anew on a full disk could not even show a page.
  @Test
  func `the watchdog goes on hearing a daemon that can record no firing`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let schedule = "emails: waiting-period\non-calendar: [\"*:*:*\"]\ntime-zone: UTC\n"
      try scratch.folder("schedules", with: ["often.yaml": schedule])
      try site.configure("schedules: \(scratch.path("schedules"))")
      let (listener, disk) = (try NotifyListener(at: scratch.path("notify")), FaultyDisk(in: scratch))
      let service = ["NOTIFY_SOCKET": scratch.path("notify"), "WATCHDOG_USEC": "4000000"]
      let daemon = try await site.serve(environment: try disk.environment().merging(service) { $1 })
      try disk.fill()
      _ = try await eventually("the firing to fail") {
        daemon.count("nothing is saved and nothing is sent") > 0 ? true : nil
      }
      _ = listener.messages()
      var heard = 0
      _ = try await eventually("the watchdog to be heard for longer than its interval") {
        heard += listener.messages().count { $0.hasPrefix("WATCHDOG=1") }
        return heard > 5 ? true : nil
      }
      #expect(daemon.count("schedule not looked at") == 0)
      #expect(daemon.isRunning)
    }
  }

  @Test
  func `a counter that cannot be written keeps no mail back, and status and one line of the log say so`()
    async throws
  {
    try await Scratch.using { scratch in
      let (site, disk, daemon) = try await Installation.onFaultyDisk(in: scratch)
      try await site.importMore(5)
      try disk.fail(.write, with: EIO, at: "keys/generation")
      try await site.sendRound()
      #expect(try site.maildir.messages().count == 72)
      let complaint = try #require(
        try await site.status().facts.complaints.first { $0.contains("keys/generation") })
      #expect(complaint.hasPrefix("an older copy of the database would not be noticed: "))
      #expect(daemon.count("the generation of the record is not written down") == 1)
      try disk.heal()
      try await site.importMore(1)
      try await site.sendRound()
      #expect(try await !site.status().facts.complaints.contains { $0.contains("keys/generation") })
    }
  }
}

extension Installation {
  /// Twelve times so many more.
  fileprivate func importMore(_ count: Int) async throws {
    let name = UUID().uuidString.prefix(6).lowercased()
    let ended = try await command("members", "import", try moreMembers(name, count: count))
    try #require(ended.code == 0, "\(ended.errors)")
  }

  /// The messages, once no more have come for a second and a half: the queue manager looks every second.
  fileprivate func restingMessages() async throws -> [DeliveredMessage] {
    let clock = ContinuousClock()
    var (count, since) = (0, clock.now)
    return try await eventually("no more messages") {
      let messages = try maildir.messages()
      if messages.count != count { (count, since) = (messages.count, clock.now) }
      return clock.now - since > .milliseconds(1_500) ? messages : nil
    }
  }

  fileprivate func waitUntilSent(_ count: Int) async throws {
    _ = try await eventually("\(count) to be sent") {
      try await status().facts.outbox["sent"] == count ? true : nil
    }
  }
}
