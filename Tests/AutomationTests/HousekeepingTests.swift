import Domain
import Foundation
import Store
import Testing

@testable import Automation

@Suite struct HousekeepingTests {
  private let scratch: ScratchStore
  private let housekeeping: Housekeeping

  init() throws {
    scratch = try ScratchStore()
    housekeeping = Housekeeping(store: scratch.store, time: scratch.time, logger: ScratchStore.logger)
  }

  private func members() async throws -> [Practitioner] {
    try await scratch.store.read { try $0.practitioners(after: "", limit: 1_000) }
  }

  private func leave(_ members: some Sequence<Practitioner>) async throws {
    let changes = members.map { Change.left($0.id, at: scratch.now) }
    try await scratch.store.perform({ _ in }) { Decision((), changes: changes) }
  }

  private func standing(_ member: Practitioner) async throws -> Practitioner.Standing? {
    try await scratch.store.read { try $0.practitioner(member.id)?.standing }
  }

  @Test func `erases who left 30 days ago, and nobody a moment sooner`() async throws {
    try await scratch.addMembers(3)
    let member = try #require(try await members().first)
    try await leave([member])
    for (passed, standing) in [
      (LeavingDecision.grace - 1, Practitioner.Standing.leaving), (1, .erased), (86_400, .erased),
    ] {
      scratch.pass(passed)
      try await housekeeping.look()
      #expect(try await self.standing(member) == standing)
    }
    #expect(try await members().count == 2)
    let trail = try await scratch.store.read { try $0.trail(of: member.id, limit: 9) }
    #expect(trail.map(\.detail) == ["30 days after leaving"])
    #expect(try await scratch.store.owesSweep() == false)
  }

  @Test func `erases all who are due, however many, and leaves alone who came back`() async throws {
    try await scratch.addMembers(Housekeeping.batch * 2 + 7)
    let all = try await members()
    try await leave(all.dropLast(2))
    let back = try #require(all.first)
    try await scratch.store.perform({ _ in }) { Decision((), changes: [.left(back.id, at: nil)]) }
    scratch.pass(LeavingDecision.grace)
    try await housekeeping.look()
    let stayed = Set(try await members().map(\.id))
    #expect(stayed == Set(all.suffix(2).map(\.id) + [back.id]))
    #expect(try await standing(back) == .active)
  }

  @Test func `finishes what was erased and not swept up, and otherwise writes nothing`() async throws {
    try await scratch.addMembers(2)
    try await housekeeping.look()
    let idle = await scratch.store.writeTransactions
    for _ in 0..<3 { try await housekeeping.look() }
    #expect(await scratch.store.writeTransactions == idle)
    let member = try #require(try await members().first)
    try await scratch.store.perform({ _ in }) { [now = scratch.now] in
      Decision((), changes: [.erased(member.id, at: now)])
    }
    #expect(try await scratch.store.owesSweep())
    try await housekeeping.look()
    #expect(try await scratch.store.owesSweep() == false)
  }

  @Test func `removes photos that nobody has, once they cannot be on their way`() async throws {
    try await scratch.addMembers(1)
    let member = try #require(try await members().first)
    let photos = scratch.store.photos
    let (own, orphan) = (try photos.keep([1]), try photos.keep([2]))
    try await scratch.store.perform({ _ in }) { Decision((), changes: [.photoSaved(member.id, own)]) }
    // Files bear the machine's time.
    scratch.set(Date() + Housekeeping.photosArrive - 60)
    try await housekeeping.look()
    #expect(photos.read(orphan) == [2])
    scratch.pass(120)
    try await housekeeping.look()
    #expect(photos.read(orphan) == nil && photos.read(own) == [1])
  }

  @Test func `forgets strangers in their time`() async throws {
    let stranger = NewEmail(
      id: try #require(OutboxEntry.ID(bytes: [UInt8](repeating: 9, count: 16))),
      email: .noAccount(NoAccountEmail(askedAt: scratch.now)),
      recipient: .address(try EmailAddress("stranger@example.org")), period: "asked", notBefore: scratch.now,
      useBy: scratch.now + 900)
    try await scratch.store.perform({ _ in }) { Decision((), emails: [stranger]) }
    try await scratch.store.perform({ _ in }) { [now = scratch.now] in
      Decision((), changes: [.emailCancelled(stranger.id, at: now)])
    }
    for (passed, count) in [(TimeInterval(StrangersDecision.keptDays) * 86_400, 1), (1, 0)] {
      scratch.pass(passed)
      try await housekeeping.look()
      #expect(try await scratch.store.read { try $0.countOfEmails() } == count)
    }
  }

  @Test func `forgets seekers as many days after their last appointment as the operator says`() async throws {
    try await scratch.addMembers(1)
    let member = try #require(try await members().first)
    let slot = Slot(start: scratch.now + 86_400, minutes: 50, mode: .phone, timeZone: "UTC")
    var booking = Booking(
      id: try #require(Booking.ID(bytes: [UInt8](repeating: 8, count: 16))), practitioner: member.id,
      slot: slot, state: .booked, browser: SecretDigest(of: "a browser"), keptUntil: scratch.now)
    booking.seeker = Seeker(
      name: "Sam Lee", email: try EmailAddress("sam@example.org"), phone: "0412 345 678", standing: .adult)
    booking.bookedAt = scratch.now
    try await scratch.store.perform({ _ in }) { [booking] in
      Decision((), changes: [.bookingSaved(booking)])
    }
    let housekeeping = Housekeeping(
      store: scratch.store, bookings: BookingTerms(keptDays: 30), time: scratch.time,
      logger: ScratchStore.logger)
    for (passed, isKept) in [(31 * 86_400.0, true), (1, false)] {
      scratch.pass(passed)
      try await housekeeping.look()
      let kept = try await scratch.store.read { [id = booking.id] in try $0.booking(id) }
      #expect((kept != nil) == isKept)
    }
  }

  @Test func `runs at its start and once an hour, and ends when asked to`() async throws {
    try await scratch.addMembers(1)
    try await leave(try await members())
    scratch.pass(LeavingDecision.grace)
    // The clock of the test lets no time pass: the first pause ends the service.
    try await housekeeping.run()
    #expect(try await members().isEmpty)
  }
}
