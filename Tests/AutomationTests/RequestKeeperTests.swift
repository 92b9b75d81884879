import Domain
import Foundation
import Store
import Synchronization
import Testing

@testable import Automation

@Suite struct RequestKeeperTests {
  private let scratch: ScratchStore
  private let woken = Counter()

  private final class Counter: Sendable {
    let count = Mutex(0)
  }

  init() throws { scratch = try ScratchStore() }

  private var keeper: RequestKeeper {
    RequestKeeper(
      store: scratch.store, bookings: BookingTerms(), siteZone: .gmt, time: scratch.time,
      logger: ScratchStore.logger, queued: { [woken] in woken.count.withLock { $0 += 1 } })
  }

  private static func identifier<Subject>(_ number: Int) throws -> Identifier<Subject> {
    var bytes = [UInt8](repeating: 0, count: 16)
    (bytes[14], bytes[15]) = (UInt8(number >> 8), UInt8(number & 255))
    return try #require(Identifier(bytes: bytes))
  }

  /// As if somebody had confirmed it just now.
  private func ask(_ numbers: some Sequence<Int>) async throws {
    let member = try #require(
      try await scratch.store.read { try $0.practitioners(after: "", limit: 1) }.first)
    let seeker = Seeker(
      name: "Sam", email: try EmailAddress("sam@example.org"), phone: "0412 345 678", standing: .adult)
    let changes = try numbers.map { number in
      var request = TimeRequest(
        id: try Self.identifier(number), seeker: seeker, wishes: "", asking: [member.id],
        madeAt: scratch.now)
      request.state = .asked
      request.parts[0].askedAt = scratch.now
      return Change.requestSaved(request)
    }
    try await scratch.store.perform({ _ in }) { Decision((), changes: changes) }
  }

  private func state(_ number: Int) async throws -> TimeRequest.State? {
    let id: TimeRequest.ID = try Self.identifier(number)
    return try await scratch.store.read { try $0.request(id)?.state }
  }

  @Test func `tells the seeker after two days, once, and otherwise writes nothing`() async throws {
    try await scratch.addMembers(1)
    try await ask([1])
    let idle = await scratch.store.writeTransactions
    scratch.pass(TimeRequest.answerLasts - 1)
    try await keeper.look()
    #expect(await scratch.store.writeTransactions == idle)
    scratch.pass(1)
    for _ in 0..<3 { try await keeper.look() }
    #expect(await scratch.store.writeTransactions == idle + 1)
    #expect(woken.count.withLock { $0 } == 1)
    #expect(try await state(1) == .over)
    let emails = try await scratch.store.read { try $0.emails(in: nil, limit: 9) }
    #expect(emails.filter { $0.email.kind == .requestNews }.map(\.recipient.key) == ["sam@example.org"])
  }

  @Test func `settles all that are due, however many`() async throws {
    try await scratch.addMembers(1)
    let count = RequestKeeper.batch * 2 + 3
    try await ask(1...count)
    scratch.pass(TimeRequest.answerLasts)
    try await keeper.look()
    let due = try await scratch.store.read { [now = scratch.now] in try $0.requestsDue(now: now, limit: 9) }
    #expect(due.isEmpty)
    #expect(woken.count.withLock { $0 } == count)
  }
}
