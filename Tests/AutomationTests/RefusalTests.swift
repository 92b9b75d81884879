import Domain
import Foundation
import Mail
import Store
import Testing

@testable import Automation

/// What a refusal for good means for the emails that come after it.
@Suite struct `Refusals for good` {
  private static let policy = SendReply.refused(
    code: 550, enhanced: "5.7.515", text: "ada@example.com is not authenticated")
  private static let always = "emails: waiting-period\non-calendar: [minutely]\ntime-zone: recipient\n"

  private let scratch: ScratchStore

  init() throws { scratch = try ScratchStore() }

  private func manager(_ relay: ToldRelay) throws -> QueueManager {
    let maker = try scratch.maker()
    return QueueManager(
      store: scratch.store, transport: relay, maker: { maker }, connections: 1, perMinute: 0,
      time: scratch.time, chance: { 0.5 }, logger: ScratchStore.logger)
  }

  private func queueRound(to count: Int) async throws {
    try await scratch.addMembers(count)
    let scheduler = try scratch.scheduler(Self.always)
    let schedule = try #require(scheduler.schedules().first)
    _ = try await Scheduler.fireNow(
      schedule, store: scratch.store, siteZone: try scratch.siteZone(), now: scratch.now)
    while try await scheduler.step() {}
  }

  /// A sign-in link for the first member.
  private func queueSignIn(_ number: UInt8) async throws {
    let member = try #require(
      try await scratch.store.read { try $0.practitioners(after: "", limit: 1) }.first)
    let id = try #require(OutboxEntry.ID(bytes: [UInt8](repeating: number, count: 16)))
    let link = try #require(SignInLink.ID(bytes: [UInt8](repeating: number, count: 16)))
    let now = scratch.now
    let facts = SignInLinkEmail(
      name: member.name, link: link, generation: 1, keyID: 1, expiresAt: now + 900)
    try await scratch.store.perform({ _ in }) {
      Decision(
        (),
        emails: [
          NewEmail(
            id: id, email: .signInLink(facts), recipient: .practitioner(member.id), period: "\(number)",
            notBefore: now, useBy: now + 86_400)
        ])
    }
  }

  private func drain(_ manager: QueueManager) async throws {
    while true {
      if try await manager.step() { continue }
      let counts = try await scratch.counts()
      if counts[.claimed, default: 0] + counts[.sending, default: 0] == 0 { return }
      await Task.yield()
    }
  }

  private func pauses() async throws -> [StreamPause] {
    try await scratch.store.read { try $0.streamPauses() }
  }

  @Test func `by policy hold back the stream, fail nobody, and end with a probe that is accepted`()
    async throws
  {
    try await queueRound(to: 50)
    // One connection has two emails at most on their way when the first refusal comes.
    let relay = ToldRelay([Self.policy, Self.policy])
    let manager = try manager(relay)
    try await drain(manager)
    #expect(relay.letters.count <= 2)
    #expect(try await scratch.counts() == [.queued: 50])
    let pause = try #require(try await pauses().first)
    #expect(pause.stream == .rounds)
    #expect(pause.reply == "550 5.7.515 <address> is not authenticated")
    scratch.pass(299)
    try await drain(manager)
    #expect(relay.letters.count <= 2, "nothing goes out while the stream waits")
    scratch.pass(2)
    try await drain(manager)
    #expect(try await pauses() == [])
    scratch.pass(120)
    try await drain(manager)
    #expect(try await scratch.counts() == [.sent: 50])
  }

  @Test func `of a probe let nothing else out and lengthen the pause`() async throws {
    try await queueRound(to: 20)
    let relay = ToldRelay([SendReply](repeating: Self.policy, count: 5))
    let manager = try manager(relay)
    try await drain(manager)
    let before = relay.letters.count
    scratch.pass(301)
    try await drain(manager)
    #expect(relay.letters.count == before + 1, "one probe")
    #expect(try await pauses().map { $0.until.timeIntervalSince(scratch.now) } == [600])
  }

  @Test func `of one stream leave the others alone, also after a restart`() async throws {
    try await queueRound(to: 10)
    let relay = ToldRelay([Self.policy, Self.policy])
    try await drain(try manager(relay))
    let before = relay.letters.count
    try await queueSignIn(1)
    let after = try manager(relay)
    _ = try await scratch.store.recoverDeliveries(policy: DeliveryPolicy(), spread: 0.5, now: scratch.now)
    try await drain(after)
    #expect(relay.letters.count == before + 1)
    #expect(try await scratch.counts() == [.queued: 10, .sent: 1])
  }

  @Test func `of an address suppress it for every kind of email, until it is released or corrected`()
    async throws
  {
    try await queueRound(to: 1)
    let gone = SendReply.refused(code: 550, enhanced: "5.1.1", text: "member1 is no user here")
    let relay = ToldRelay([gone])
    let manager = try manager(relay)
    try await drain(manager)
    #expect(try await scratch.counts() == [.failed: 1])
    try await queueSignIn(1)
    try await drain(manager)
    #expect(try await scratch.counts() == [.failed: 1, .cancelled: 1])
    #expect(relay.letters.count == 1)

    let member = try #require(
      try await scratch.store.read { try $0.practitioners(after: "", limit: 1) }.first)
    let kept = try #require(try await scratch.store.read { try $0.suppression(of: member.email) })
    #expect(!kept.reply.contains("@"))
    try await scratch.store.perform({ _ in }) { Decision((), changes: [.addressReleased(member.email)]) }
    try await queueSignIn(2)
    try await drain(manager)
    #expect(relay.letters.count == 2)
  }

  @Test func `of an old address mean nothing for a corrected one`() async throws {
    try await queueRound(to: 1)
    let relay = ToldRelay([.refused(code: 550, enhanced: "5.1.1", text: "no")])
    let manager = try manager(relay)
    try await drain(manager)
    let facts = try await scratch.store.read { record in
      try record.practitioners(after: "", limit: 1).first.flatMap { member in
        try record.listing(member.id).map { (member, $0.profile) }
      }
    }
    var (member, profile) = try #require(facts)
    member.email = try EmailAddress("corrected@example.com")
    let (corrected, same) = (member, profile)
    profile = same
    try await scratch.store.perform({ _ in }) { Decision((), changes: [.revised(corrected, same)]) }
    try await queueSignIn(1)
    try await drain(manager)
    #expect(relay.letters.last?.recipient == "corrected@example.com")
  }

  @Test(arguments: ["5.1.0", "5.2.2", "5.3.4"])
  func `for other reasons suppress nobody`(status: String) async throws {
    try await queueRound(to: 1)
    let relay = ToldRelay([.refused(code: 552, enhanced: status, text: "no")])
    let manager = try manager(relay)
    try await drain(manager)
    try await queueSignIn(1)
    try await drain(manager)
    #expect(try await scratch.counts() == [.failed: 1, .sent: 1])
  }
}
