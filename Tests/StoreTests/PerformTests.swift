import Domain
import Foundation
import Testing

@testable import Store

struct PerformTests {
  private struct Refused: Error, Equatable { var number: Int }

  @Test func `a decision's outcome, changes and emails come together`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      let count = try await store.perform {
        try $0.countOfPractitioners()
      } decide: { count in
        Decision(count, changes: [try Sample.joining(2)], emails: [Sample.email(1, to: 1)])
      }
      #expect(count == 1)
      #expect(try await store.read { try $0.countOfPractitioners() } == 2)
      #expect(try await store.entry(1).state == .queued)
    }
  }

  @Test func `what throws leaves no trace`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      let directory = store.directory.byAvailability(now: Sample.now)
      await #expect(throws: Refused(number: 1)) {
        try await store.perform { _ in
          throw Refused(number: 1)
        } decide: {
          Decision((), changes: [])
        }
      }
      await #expect(throws: Refused(number: 2)) {
        try await store.perform { _ in
        } decide: { () throws -> Decision<Void> in
          throw Refused(number: 2)
        }
      }
      // The first change and the email would be fine; the last change is of a member who is not there.
      let changes = [try Sample.joining(2), .waitSaid(Sample.id(99), Sample.said(.now), Sample.event(1))]
      await #expect(throws: (any Error).self) {
        try await store.apply(changes, emails: [Sample.email(1, to: 1)])
      }
      await #expect(throws: (any Error).self) {
        try await store.apply([try Sample.joining(3)], emails: [Sample.email(2, to: 98)])
      }
      #expect(try await store.read { try $0.countOfPractitioners() } == 1)
      #expect(try await store.number("SELECT count(*) FROM outbox") == 0)
      #expect(try await store.number("SELECT count(*) FROM wait_event") == 0)
      #expect(store.directory.byAvailability(now: Sample.now) == directory)
    }
  }

  @Test func `two hundred callers at once, every seventh throwing, are each whole or not at all`()
    async throws
  {
    try await ScratchStore.with { store in
      let failed = await withTaskGroup(of: Int?.self) { group in
        for number in 1...200 {
          group.addTask {
            do {
              try await store.perform { _ in
              } decide: {
                if number.isMultiple(of: 14) { throw Refused(number: number) }
                // Half of those that fail do so only when the record refuses the second change.
                let second =
                  number.isMultiple(of: 7) ? Sample.id(99_999) : Sample.id(number, of: Practitioner.self)
                return Decision(
                  (),
                  changes: [
                    try Sample.joining(number), .waitSaid(second, Sample.said(.now), Sample.event(number)),
                  ],
                  emails: [Sample.email(number, to: number)])
              }
              return nil
            } catch { return number }
          }
        }
        return await group.reduce(into: Set<Int>()) { if let number = $1 { $0.insert(number) } }
      }
      #expect(failed == Set((1...200).filter { $0.isMultiple(of: 7) }))
      let expected = Set(
        (1...200).filter { !$0.isMultiple(of: 7) }.map { Sample.id($0, of: Practitioner.self).text })
      for table in [
        "SELECT id FROM practitioner", "SELECT practitioner_id FROM outbox",
        "SELECT practitioner_id FROM wait_event",
      ] {
        let members = Set(try await store.texts(table))
        #expect(members == expected)
      }
      #expect(store.directory.count == expected.count)
      #expect(await store.writeTransactions <= 200)
    }
  }

  @Test func `callers that wait together share a transaction`() async throws {
    try await ScratchStore.with { store in
      await withTaskGroup(of: Void.self) { group in
        for number in 1...2_000 {
          group.addTask { try? await store.apply([try Sample.joining(number)]) }
        }
      }
      #expect(store.directory.count == 2_000)
      #expect(await store.writeTransactions < 1_000)
    }
  }

  @Test func `each sees what those before it changed`() async throws {
    try await ScratchStore.with { store in
      try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 1...100 {
          group.addTask {
            try await store.perform {
              try $0.countOfPractitioners()
            } decide: {
              Decision($0, changes: [try Sample.joining(number)])
            }
          }
        }
        let seen = try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        #expect(seen == Set(0..<100))
      }
    }
  }

  @Test func `reading opens no write transaction`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...3)
      let before = await store.writeTransactions
      for _ in 0..<100 {
        _ = try await store.read { record in
          (
            try record.practitioner(Sample.id(1)), try record.listing(Sample.id(2)),
            try record.countsByState()
          )
        }
        _ = store.directory.byAvailability(now: Sample.now)
        _ = try await store.unfinishedFiring()
        _ = try await store.nextDue()
        _ = try await store.read { try $0.unfinishedFirings() }
      }
      #expect(await store.writeTransactions == before)
      try await store.apply()
      #expect(await store.writeTransactions == before + 1)
    }
  }
}
