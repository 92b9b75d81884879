import Foundation
import Testing

/// The daemon as systemd runs it: what it says on the notification socket, and what it does on signals.
@Suite(.timeLimit(.minutes(5)))
struct ServiceTests {
  /// Everything that was said so far, each message as its lines.
  private actor Heard {
    private let listener: NotifyListener
    private var messages: [String] = []

    init(_ listener: NotifyListener) { self.listener = listener }

    func all() -> [String] {
      messages += listener.messages()
      return messages
    }

    /// How many messages begin with these words.
    func count(_ words: String) -> Int { all().filter { $0.hasPrefix(words) }.count }
  }

  /// Starts the daemon with a notification socket of the test's own.
  private func serve(
    _ site: Installation, watchdogSeconds: Double? = nil
  ) async throws -> (daemon: Program, heard: Heard) {
    let name = site.scratch.path("notify")
    let heard = Heard(try NotifyListener(at: name))
    var environment = ["NOTIFY_SOCKET": name]
    if let watchdogSeconds { environment["WATCHDOG_USEC"] = "\(Int(watchdogSeconds * 1_000_000))" }
    return (try await site.serve(environment: environment), heard)
  }

  private func until(_ heard: Heard, _ words: String, times: Int = 1) async throws {
    _ = try await eventually("\(times) × \(words)") {
      await heard.count(words) >= times ? true : nil
    }
  }

  @Test func `it says when it is ready, when it reloads, and when it stops`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let (daemon, heard) = try await serve(site)
      try await until(heard, "READY=1\nSTATUS=Running; 0 emails wait; waiting-period fires on ")
      #expect(await heard.all().count == 1)
      kill(daemon.number, SIGHUP)
      try await until(heard, "READY=1\nSTATUS=Reloaded")
      let reloading = try #require(await heard.all().first { $0.hasPrefix("RELOADING=1\n") })
      #expect(reloading.contains(/MONOTONIC_USEC=\d+/))
      #expect(try await daemon.terminate().code == 0)
      #expect(await heard.all().last?.hasPrefix("STOPPING=1") == true)
    }
  }

  @Test func `the watchdog hears it while its scheduler works, and not while that stalls`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try scratch.folder(
        "schedules",
        with: [
          "often.yaml": "emails: waiting-period\non-calendar: [\"*:*:*\"]\ntime-zone: UTC\n"
        ])
      try site.configure("schedules: \(scratch.path("schedules"))")
      let (_, heard) = try await serve(site, watchdogSeconds: 8)
      try await until(heard, "WATCHDOG=1", times: 2)

      // Somebody else holds the database: the scheduler cannot record what fires.
      let giveBack = try await Record.hold(site.database)
      _ = try await eventually("the watchdog to be silent for its whole interval") {
        let before = await heard.count("WATCHDOG=1")
        try await ContinuousClock().sleep(for: .seconds(8))
        return await heard.count("WATCHDOG=1") == before ? true : nil
      }
      let silent = await heard.count("WATCHDOG=1")
      try await giveBack()
      _ = try await eventually("the watchdog to be heard again") {
        await heard.count("WATCHDOG=1") > silent ? true : nil
      }
    }
  }

  @Test func `a reload brings new schedules and templates, and drops no request`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let text = "emails: waiting-period\ntime-zone: recipient\non-calendar: "
      try scratch.folder("schedules", with: ["waiting-period.yaml": text + "[\"*-*-01 09:00\"]\n"])
      try scratch.folder("templates/sign-in-link", with: ["subject.mustache": "Before the reload\n"])
      try site.configure("schedules: \(scratch.path("schedules"))\ntemplates: \(scratch.path("templates"))")
      let (daemon, heard) = try await serve(site)
      let asking = Task {
        var statuses: [Int] = []
        while !Task.isCancelled { statuses.append(try await Visitor.get("\(site.url)/").status) }
        return statuses
      }
      let expressions = ["*-*-02 09:00", "Mon *-*-* 07:30", "*-*~01 12:00"]
      for (number, expression) in expressions.enumerated() {
        try scratch.folder("schedules", with: ["waiting-period.yaml": text + "[\"\(expression)\"]\n"])
        kill(daemon.number, SIGHUP)
        try await until(heard, "READY=1\nSTATUS=Reloaded", times: number + 1)
      }
      asking.cancel()
      let statuses = (try? await asking.value) ?? []
      #expect(statuses.allSatisfy { $0 == 200 })
      let schedule = try #require(try await site.status().facts.schedules.first)
      #expect(schedule.onCalendar == ["*-*~01 12:00:00"])
    }
  }

  @Test(arguments: ["schedules/waiting-period.yaml", "templates/sign-in-link/subject.mustache"])
  func `a broken reload keeps the old and says so until one succeeds`(file: String) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let schedule = "emails: waiting-period\ntime-zone: recipient\non-calendar: [\"*-*-01 09:00\"]\n"
      try scratch.folder("schedules", with: ["waiting-period.yaml": schedule])
      try scratch.folder("templates/sign-in-link", with: ["subject.mustache": "Sign in\n"])
      try site.configure("schedules: \(scratch.path("schedules"))\ntemplates: \(scratch.path("templates"))")
      let (daemon, heard) = try await serve(site)
      let right = try String(contentsOfFile: scratch.path(file), encoding: .utf8)
      try "{{broken".write(toFile: scratch.path(file), atomically: true, encoding: .utf8)
      kill(daemon.number, SIGHUP)
      try await until(heard, "READY=1\nSTATUS=Not reloaded, the old settings stay: ")
      let (facts, ended) = try await site.status()
      #expect(facts.failedReload != nil && !facts.isWell && ended.code == 1)
      #expect(ended.errors.contains("the last reload failed"))
      #expect(facts.schedules.first?.onCalendar == ["*-*-01 09:00:00"])
      #expect(daemon.errors.contains("not reloaded, the old settings stay"))
      #expect(try await Visitor.get("\(site.url)/").status == 200)

      try right.write(toFile: scratch.path(file), atomically: true, encoding: .utf8)
      kill(daemon.number, SIGHUP)
      try await until(heard, "READY=1\nSTATUS=Reloaded")
      #expect(try await site.status().facts.isWell)
    }
  }

  @Test func `status knows what an operator asks, and is 0 only when all is well`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let stopped = try await site.status()
      #expect(stopped.ended.code == 1 && !stopped.facts.isRunning)
      #expect(stopped.ended.errors.contains("systemctl start helplink"))
      _ = try await site.serve()
      try await site.sendRound()
      let (facts, ended) = try await site.status()
      #expect(ended.code == 0, "\(ended.errors)")
      #expect(facts.isRunning && facts.isWell && facts.complaints.isEmpty)
      #expect(facts.fence == "open" && facts.zoneDisagreements.isEmpty && facts.failedReload == nil)
      #expect(facts.outbox == ["sent": 12, "queued": 12])
      #expect(try #require(facts.diskLeftBytes) > 0)
      #expect(abs(try #require(facts.lastLook).timeIntervalSinceNow) < 20)
      let schedule = try #require(facts.schedules.first { $0.name == "waiting-period" })
      #expect(try #require(schedule.last) <= Date() && (try #require(schedule.next)) > Date())
    }
  }

  @Test func `an email is followed by its identifier from decision to reply, and nobody is named`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let daemon = try await site.serve()
      try await site.sendRound()
      let sent = try await site.queue().filter { $0.state == "sent" }
      let members = try await site.members()
      let log = daemon.errors
      for email in sent {
        let lines = log.split(separator: "\n").filter { $0.contains("email=\(email.id)") }
        let events = lines.map { $0.split(separator: " ").dropFirst(2).first.map(String.init) ?? "" }
        #expect(events == ["queued", "sending", "sent"], "\(lines)")
      }
      for member in members {
        #expect(!log.contains(member.email))
        #expect(!log.contains(member.id))
      }
    }
  }
}
