import Domain
import Foundation
import Testing

@testable import Store

@Suite struct `How often practitioners were shown` {
  private static func day(_ number: Int) -> LocalDay { LocalDay(number: 20_000 + number) }

  private func show(_ store: Store, _ members: [Int], on day: Int, keeping days: Int = 28) async throws {
    let shown = members.map { Sample.id($0, of: Practitioner.self) }
    let change = Change.matchesShown(shown, on: Self.day(day), countedFrom: Self.day(day - days + 1))
    try await store.apply([change])
  }

  private func counted(_ store: Store, _ members: [Int], since day: Int) async throws -> [Int?] {
    let ids = members.map { Sample.id($0, of: Practitioner.self) }
    let counted = try await store.read { try $0.exposures(of: Set(ids), since: Self.day(day)) }
    return ids.map { counted[$0] }
  }

  @Test func `is a sum of days, of those who are asked for`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...3)
      try await show(store, [1, 2], on: 0)
      try await show(store, [1], on: 0)
      try await show(store, [1, 3], on: 5)
      #expect(try await counted(store, [1, 2, 3], since: 0) == [3, 1, 1])
      #expect(try await counted(store, [1, 2, 3], since: 1) == [1, nil, 1])
      #expect(try await counted(store, [2, 9], since: 0) == [1, nil])
    }
  }

  @Test func `is let go of after its days, and says nothing but who, when and how often`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await show(store, [1], on: 0)
      try await show(store, [2], on: 28)
      #expect(try await counted(store, [1, 2], since: 0) == [nil, 1])
      let columns = try await store.texts("SELECT name FROM pragma_table_info('match_exposure')")
      #expect(columns == ["practitioner_id", "day", "times"])
    }
  }

  @Test func `is not counted of who is erased or never was`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await store.apply([.erased(Sample.id(1), at: Sample.now)])
      try await show(store, [1, 2, 9], on: 0)
      #expect(try await counted(store, [1, 2, 9], since: 0) == [nil, 1, nil])
    }
  }
}
