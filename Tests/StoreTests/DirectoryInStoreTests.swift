import Domain
import Foundation
import Testing

@testable import Store

struct DirectoryInStoreTests {
  @Test func `a committed change shows at once`() async throws {
    try await ScratchStore.with { store in
      #expect(store.directory.count == 0)
      try await store.join([1])
      let joined = try #require(store.directory[Sample.id(1)])
      #expect(joined == Listing(of: try Sample.practitioner(1), profile: Sample.profile(1), wait: nil))
      let version = store.directory.version
      try await store.apply([.waitSaid(Sample.id(1), Sample.said(.now), Sample.event(1))])
      #expect(store.directory[Sample.id(1)]?.wait == Sample.said(.now))
      #expect(store.directory.version > version)
    }
  }

  @Test func `a suspended member is not in it, and comes back when reinstated`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    try await store.join(1...3)
    try await store.apply([.revised(try Sample.practitioner(2, standing: .suspended), Sample.profile(2))])
    #expect(store.directory.count == 2)
    try store.close()
    store = try scratch.open()
    #expect(store.directory.count == 2)
    #expect(store.directory[Sample.id(2)] == nil)
    // What they say meanwhile does not bring them back.
    try await store.apply([.waitSaid(Sample.id(2), Sample.said(.now), Sample.event(1))])
    #expect(store.directory[Sample.id(2)] == nil)
    try await store.apply([.revised(try Sample.practitioner(2), Sample.profile(2))])
    #expect(store.directory[Sample.id(2)]?.wait == Sample.said(.now))
    try store.close()
  }

  @Test func `it is read whole at the next opening, whatever identifiers begin with`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    try await store.join(1...200, wait: Sample.said(.now))
    let before = store.directory.byAvailability(now: Sample.now)
    #expect(Set(before.map { $0.practitioner.text.prefix(1) }).count == 32)
    try store.close()
    store = try scratch.open()
    #expect(Set(store.directory.byAvailability(now: Sample.now)) == Set(before))
    #expect(store.directory.count == 200)
    try store.close()
  }

  @Test(arguments: ["0", "Z", "~", "\u{1F600}"])
  func `a row whose identifier is none is refused, not left out`(beginning: String) async throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    try await store.join([1, 2])
    try await store.pool.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      for (table, column) in [("practitioner", "id"), ("listing", "practitioner_id")] {
        let sql = "UPDATE \(table) SET \(column) = ? || substr(\(column), 2) WHERE \(column) = ?"
        try database.execute(sql: sql, arguments: [beginning, Sample.id(1, of: Practitioner.self).text])
      }
    }
    try store.close()
    #expect(throws: StoreError.self) { try scratch.open() }
  }

  @Test func `revising particulars replaces all of them and leaves the wait`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1], wait: Sample.said(.closed))
      var practitioner = try Sample.practitioner(1, timeZone: "Australia/Perth")
      practitioner.name = "Dr New Name"
      let bare = Profile(profession: "social-worker", registrationNumber: "")
      try await store.apply([.revised(practitioner, bare)])
      #expect(
        store.directory[Sample.id(1)] == Listing(of: practitioner, profile: bare, wait: Sample.said(.closed)))
      #expect(try await store.read { try $0.practitioner(Sample.id(1)) } == practitioner)
      #expect(try await store.read { try $0.zonesInUse() } == ["Australia/Perth"])
    }
  }

  @Test func `the directory always equals what the rows say`() async throws {
    try await ScratchStore.with { store in
      var generator = SeededGenerator(seed: 5)
      try await store.join(1...10)
      for step in 1...60 {
        let number = Int.random(in: 1...10, using: &generator)
        let standing = Practitioner.Standing.allCases.randomElement(using: &generator) ?? .active
        let period = WaitingPeriod.allCases.randomElement(using: &generator) ?? .now
        try await store.apply(
          step.isMultiple(of: 3)
            ? [.revised(try Sample.practitioner(number, standing: standing), Sample.profile(number))]
            : [.waitSaid(Sample.id(number), Sample.said(period), Sample.event(step))])
        let rows = try await store.read { try $0.directory(from: "2", before: "{") }
        #expect(store.directory.byAvailability(now: Sample.now) == rows.byAvailability(now: Sample.now))
      }
    }
  }

  @Test func `a member is found by an address whatever its case, and no two share one`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      let shouted = try EmailAddress("NUMBER.1@EXAMPLE.COM")
      #expect(try await store.read { try $0.practitioner(at: shouted) } == (try Sample.practitioner(1)))
      var twin = try Sample.practitioner(2)
      twin.email = shouted
      let change = Change.joined(twin, Sample.profile(2), nil)
      await #expect(throws: (any Error).self) { try await store.apply([change]) }
      #expect(store.directory.count == 1)
    }
  }

  @Test func `members are paged in the order of their identifiers`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...25)
      var seen: [Practitioner] = []
      while true {
        let after = seen.last?.id.text ?? ""
        let page = try await store.read { try $0.practitioners(after: after, limit: 10) }
        seen += page
        if page.count < 10 { break }
      }
      #expect(seen.map(\.id) == (1...25).map { Sample.id($0) }.sorted())
    }
  }
}
