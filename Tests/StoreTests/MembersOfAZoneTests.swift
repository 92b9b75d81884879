import Domain
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

/// A round asks the members of one zone after another, a chunk at a time.
@Suite struct `The members of a zone` {
  private static let zones = ["Australia/Sydney", "Australia/Perth", "Australia/Darwin", nil]

  private func with(_ work: (Store) async throws -> Void) async throws {
    try await ScratchStore.with { store in
      for (number, zone) in Self.zones.enumerated() {
        try await store.join((1...60).filter { $0 % 4 == number }, timeZone: zone)
      }
      try await work(store)
    }
  }

  @Test(arguments: [1, 3, 10, 100])
  func `are read in chunks, each once and in order, with those who named no zone where it is the site's`(
    chunk: Int
  ) async throws {
    try await with { store in
      let all = try await store.read { try $0.practitioners(after: "", limit: 1_000) }
      #expect(all.count == 60)
      for zone in Self.zones.compactMap(\.self) {
        for isSiteZone in [false, true] {
          let expected = all.filter { $0.timeZone == zone || (isSiteZone && $0.timeZone == nil) }.map(\.id)
          var (found, after) = ([Practitioner.ID](), "")
          while true {
            let from = after
            let next = try await store.read {
              try $0.practitioners(after: from, limit: chunk, zone: zone, isSiteZone: isSiteZone)
            }
            guard let last = next.last else { break }
            #expect(next.count <= chunk)
            found += next.map(\.id)
            after = last.id.text
          }
          #expect(found == expected, "\(zone), \(isSiteZone)")
        }
      }
    }
  }

  /// A chunk that reads and sorts all who are left makes a round grow with the square of its members.
  @Test func `are found along an index, and never sorted`() async throws {
    try await with { store in
      let plans = try await store.reading { database in
        let asked = Mutex<[String]>([])
        database.trace { event in asked.withLock { $0.append(event.expandedDescription) } }
        _ = try Record(database, Sample.keys(1)).practitioners(
          after: "a", limit: 10, zone: "Australia/Sydney", isSiteZone: true)
        database.trace(options: [])
        return try asked.withLock(\.self).filter { $0.contains("FROM practitioner") }.map { sql in
          try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
        }
      }
      #expect(plans.count == 2)
      for plan in plans {
        #expect(plan.count == 1 && plan[0].hasPrefix("SEARCH practitioner USING INDEX"), "\(plan)")
      }
    }
  }
}
