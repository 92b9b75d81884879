import Foundation
import SMTPPeer
import Testing

/// The real binary and a relay that goes wrong: what becomes of the emails, and what `status` says.
@Suite(.timeLimit(.minutes(10)))
struct RelayFaultTests {
  private func withRound(
    _ script: Script, members: Int = 6, _ test: (CrashSite, Program) async throws -> Void
  ) async throws {
    try await Scratch.using { scratch in
      let relayed = try CrashSite(in: scratch, script: script)
      try await relayed.addMembers(members)
      let daemon = try await relayed.site.serve()
      let ended = try await relayed.site.command("schedule", "run", "waiting-period")
      try #require(ended.code == 0, "\(ended.errors)")
      try await test(relayed, daemon)
    }
  }

  private func questions(_ relayed: CrashSite) async throws -> [String: Int] {
    let emails = try await relayed.site.queue().filter { $0.kind == "waiting-period" }
    return Dictionary(grouping: emails, by: \.state).mapValues(\.count)
  }

  @Test(arguments: [
    (Script.Step.recipient, Script.Act.reply("450 4.2.0 later"), "queued"), (.data, .drop, "queued"),
    (.end, .reply("552 5.3.4 too big"), "failed"), (.recipient, .reply("550 no"), "failed"),
    (.end, .drop, "uncertain"), (.end, .reply("451 4.3.0 later"), "queued"),
  ])
  func `an email is in the state that is known, and the others go on`(
    step: Script.Step, act: Script.Act, state: String
  ) async throws {
    try await withRound(Script(step, act, times: 1)) { relayed, _ in
      let counts = try await eventually("all but one to be sent") {
        let counts = try await questions(relayed)
        // Trouble with the relay itself holds the others back for five seconds.
        return counts["sent"] == 5 ? counts : nil
      }
      #expect(counts == ["sent": 5, state: 1])
    }
  }

  @Test func `a refusal by policy pauses the stream, and status and release say so and end it`() async throws
  {
    try await withRound(Script(.mail, .reply("550 5.7.515 example.com is not authenticated"), times: 1)) {
      relayed, daemon in
      _ = try await eventually("the pause") {
        try await relayed.site.status().facts.complaints.contains { $0.contains("refused by policy") }
          ? true : nil
      }
      let (facts, ended) = try await relayed.site.status()
      #expect(!facts.isWell && ended.code == 1)
      let complaint = try #require(facts.complaints.first { $0.contains("refused by policy") })
      #expect(complaint.contains("5.7.515") && complaint.hasSuffix("helplink queue release --stream rounds"))
      #expect(daemon.errors.components(separatedBy: "stream paused").count == 2)
      #expect(try await questions(relayed)["failed"] == nil)
      let released = try await relayed.site.command("queue", "release", "--stream", "rounds")
      #expect(released.code == 0 && released.output.hasPrefix("rounds goes on"))
      // The one that was refused waits for its next attempt.
      _ = try await eventually("the others to be sent") {
        try await questions(relayed)["sent"] ?? 0 >= 5 ? true : nil
      }
      #expect(try await relayed.site.status().facts.complaints.isEmpty)
    }
  }

  @Test func `an address that is refused for good is suppressed, said so, and released`() async throws {
    try await withRound(Script(.recipient, .reply("550 5.1.1 nobody of that name"), times: 1)) { relayed, _ in
      _ = try await eventually("the others to be sent") {
        try await questions(relayed) == ["sent": 5, "failed": 1] ? true : nil
      }
      let reached = Set(relayed.relay.seen.letters.map(\.recipient))
      let address = try #require((0..<6).map { "member\($0)@example.com" }.first { !reached.contains($0) })
      let shown = try await relayed.site.command("members", "show", address)
      #expect(shown.output.contains("suppressed       550 5.1.1 nobody of that name"))
      let before = try await Visitor.post("\(relayed.site.url)/sign-in", form: ["email": address])
      #expect(before.status == 200, "the page says nothing of it")
      let status = try await relayed.site.command("status")
      #expect(status.output.contains("suppressed   1 address"))
      #expect(try await relayed.site.command("queue", "release", "--address", address).code == 0)
      _ = try await Visitor.post("\(relayed.site.url)/sign-in", form: ["email": address])
      _ = try await eventually("the link to arrive") {
        relayed.relay.seen.letters.contains { $0.recipient == address } ? true : nil
      }
    }
  }

  /// libcurl by itself gives up after 120 seconds, which would make a second copy of every email to a slow relay.
  @Test(.enabled(if: RealPeers.areAsked, RealPeers.reason))
  func `a relay that answers after 135 seconds has the email once`() async throws {
    let slow = Script.Act.later(.seconds(135), "250 2.0.0 taken")
    // As many as there are connections, so that the wait is one.
    try await withRound(Script(.end, slow), members: 2) { relayed, _ in
      _ = try await eventually("the round to be sent", within: .seconds(300)) {
        try await questions(relayed)["sent"] == 2 ? true : nil
      }
      #expect(relayed.relay.seen.letters.count == 2)
    }
  }
}
