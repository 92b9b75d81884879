import Domain
import Foundation
import Mail
import Store
import Testing

@testable import Automation

@Suite struct `The queue manager` {
  private static let always = "emails: waiting-period\non-calendar: [minutely]\ntime-zone: recipient\n"

  private func manager(_ scratch: ScratchStore, _ relay: ToldRelay, perMinute: Int = 0) throws -> QueueManager
  {
    let maker = try scratch.maker()
    return QueueManager(
      store: scratch.store, transport: relay, maker: { maker }, connections: 2, perMinute: perMinute,
      time: scratch.time, chance: { 0.5 }, logger: ScratchStore.logger)
  }

  private func queue(_ count: Int, in scratch: ScratchStore) async throws {
    try await scratch.addMembers(count)
    let scheduler = try scratch.scheduler(Self.always)
    let schedule = try #require(scheduler.schedules().first)
    _ = try await Scheduler.fireNow(
      schedule, store: scratch.store, siteZone: try scratch.siteZone(), now: scratch.now)
    while try await scheduler.step() {}
  }

  /// Steps until nothing is claimed, on its way, or due.
  private func drain(_ manager: QueueManager, _ scratch: ScratchStore) async throws {
    while true {
      if try await manager.step() { continue }
      let counts = try await scratch.counts()
      if counts[.claimed, default: 0] + counts[.sending, default: 0] == 0 { return }
      await Task.yield()
    }
  }

  /// Steps until nothing is on its way; what is claimed may wait.
  private func drainStarted(_ manager: QueueManager, _ scratch: ScratchStore) async throws {
    while true {
      if try await manager.step() { continue }
      let counts = try await scratch.counts()
      if counts[.sending, default: 0] == 0 { return }
      await Task.yield()
    }
  }

  @Test func `sends a round once to everyone and keeps a hash of each message`() async throws {
    let scratch = try ScratchStore()
    try await queue(300, in: scratch)
    let relay = ToldRelay()
    let manager = try manager(scratch, relay)
    try await drain(manager, scratch)
    #expect(try await scratch.counts() == [.sent: 300])
    #expect(Set(relay.letters.map(\.recipient)).count == 300)
    #expect(relay.letters.count == 300)
    #expect(try await manager.step() == false)
  }

  @Test func `tries again what was refused for now, by the very same message`() async throws {
    let scratch = try ScratchStore()
    try await queue(1, in: scratch)
    let relay = ToldRelay([.refused(code: 451, enhanced: "4.7.1", text: "greylisted")])
    let manager = try manager(scratch, relay)
    try await drain(manager, scratch)
    #expect(try await scratch.counts() == [.queued: 1])
    scratch.pass(299)
    #expect(try await manager.step() == false)
    scratch.pass(2)
    try await drain(manager, scratch)
    #expect(try await scratch.counts() == [.sent: 1])
    #expect(relay.letters.count == 2)
    #expect(relay.letters[0].bytes == relay.letters[1].bytes)
  }

  @Test(arguments: [3_600, 30 * 86_400] as [TimeInterval], [false, true])
  func `does not wait for a time that the clock showed before it was set back`(
    back: TimeInterval, restarts: Bool
  ) async throws {
    let scratch = try ScratchStore()
    try await queue(2, in: scratch)
    let relay = ToldRelay([
      .refused(code: 451, enhanced: "4.7.1", text: "greylisted"), .unreachable(reason: "down"),
    ])
    var manager = try manager(scratch, relay)
    try await drain(manager, scratch)
    #expect(try await scratch.counts() == [.queued: 2])
    scratch.pass(-back)
    if restarts {
      manager = try self.manager(scratch, relay)
      _ = try await scratch.store.recoverDeliveries(policy: DeliveryPolicy(), spread: 0.5, now: scratch.now)
    }
    // The longest that any attempt is put off for.
    for _ in 0..<6 {
      try await drain(manager, scratch)
      scratch.pass(1_000)
    }
    #expect(try await scratch.counts() == [.sent: 2])
  }

  @Test func `sends nothing while the fence is closed, and all of it once it is released`() async throws {
    let scratch = try ScratchStore()
    try await queue(20, in: scratch)
    let relay = ToldRelay()
    let fence = SendingFence(.closed(.otherMachine)) { _ in }
    let maker = try scratch.maker()
    let manager = QueueManager(
      store: scratch.store, transport: relay, maker: { maker }, connections: 2, perMinute: 0, fence: fence,
      time: scratch.time, chance: { 0.5 }, logger: ScratchStore.logger)
    for _ in 0..<20 {
      #expect(try await manager.step() == false)
      scratch.pass(600)
    }
    #expect(relay.letters.isEmpty)
    fence.release()
    try await drain(manager, scratch)
    #expect(relay.letters.count == 20)
  }

  @Test func `gives up what is refused for good, and says what the server said`() async throws {
    let scratch = try ScratchStore()
    try await queue(1, in: scratch)
    let manager = try manager(
      scratch, ToldRelay([.refused(code: 550, enhanced: "5.1.1", text: "no such user")]))
    try await drain(manager, scratch)
    let failed = try await scratch.store.read { try $0.emails(in: .failed, limit: 5) }
    #expect(failed.map(\.lastReply) == ["550 5.1.1 no such user"])
  }

  @Test func `sends once more what nobody can tell, and lists it when that is lost too`() async throws {
    let scratch = try ScratchStore()
    try await queue(1, in: scratch)
    let lost = SendReply.lostAfterDot(reason: "connection lost")
    let relay = ToldRelay([lost, lost])
    let manager = try manager(scratch, relay)
    try await drain(manager, scratch)
    #expect(try await scratch.counts() == [.uncertain: 1])
    scratch.pass(3_600)
    try await drain(manager, scratch)
    scratch.pass(86_400)
    #expect(try await manager.step() == false)
    #expect(relay.letters.count == 2)
    let listed = try await scratch.store.read { try $0.emails(in: .uncertain, limit: 5) }
    #expect(listed.map(\.uncertainties) == [2])
  }

  @Test func `leaves a relay alone that is down, instead of asking it once an email`() async throws {
    let scratch = try ScratchStore()
    try await queue(50, in: scratch)
    let relay = ToldRelay([SendReply](repeating: .unreachable(reason: "refused"), count: 50))
    let manager = try manager(scratch, relay)
    while await manager.lastTrouble == nil {
      _ = try await manager.step()
      await Task.yield()
    }
    try await drainStarted(manager, scratch)
    #expect(relay.letters.count <= 4, "two connections, two each")
    #expect(await manager.lastTrouble == "refused")
    #expect(try await manager.step() == false, "the rest waits")
  }

  @Test func `does not send what is no longer owed`() async throws {
    let scratch = try ScratchStore()
    try await queue(3, in: scratch)
    let members = try await scratch.store.read { try $0.practitioners(after: "", limit: 3) }
    let first = members[0].id
    let answered = StatedWait(.now, confirmedAt: scratch.now + 1, means: .site)
    let event = WaitEvent(
      id: try #require(Identifier(bytes: [UInt8](repeating: 1, count: 16))), kind: .said, at: scratch.now,
      means: .site)
    let now = scratch.now
    let second = members[1].id
    try await scratch.store.perform({ _ in }) {
      Decision((), changes: [.streamStopped(first, .rounds, at: now), .waitSaid(second, answered, event)])
    }
    let relay = ToldRelay()
    try await drain(try manager(scratch, relay), scratch)
    #expect(relay.letters.map(\.recipient) == [members[2].email.text])
    let cancelled = try await scratch.store.read { try $0.emails(in: .cancelled, limit: 5) }
    #expect(Set(cancelled.map(\.lastReply)) == ["unsubscribed", "answered already"])
  }

  @Test func `keeps to its messages a minute`() async throws {
    let scratch = try ScratchStore()
    try await queue(30, in: scratch)
    let relay = ToldRelay()
    let manager = try manager(scratch, relay, perMinute: 10)
    for _ in 0..<60 {
      for _ in 0..<20 {
        _ = try await manager.step()
        await Task.yield()
      }
      scratch.pass(1)
    }
    // The couriers may have had no turn yet.
    try await drainStarted(manager, scratch)
    #expect((1...10).contains(relay.letters.count), "\(relay.letters.count)")
  }
}
