import Domain
import Foundation
import Testing

@testable import Store

enum SearchSamples {
  static func saved(_ number: Int, of owner: Int, _ name: String, _ query: String) -> SavedSearch {
    SavedSearch(id: Sample.id(number), owner: Sample.id(owner), name: name, query: query, savedAt: Sample.now)
  }
}

struct SavedSearchesInStoreTests {
  @Test func `memory says what the rows say, after any wishes and after a restart`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    try await store.join(1...3)
    var chance = SeededGenerator(seed: 5)
    for step in 0..<60 {
      let owner: Practitioner.ID = Sample.id(Int.random(in: 1...3, using: &chance))
      let id: SavedSearch.ID = Sample.id(Int.random(in: 100...106, using: &chance))
      var search = ListingSearch()
      search.text = "Robert'); DROP TABLE saved_search; -- \(step)"
      let wish: SavedSearchDecision.Wish =
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: .forget(id)
        case 1: .rename(id, name: "Name \(step % 9)")
        default: .save(search, name: "Name \(step % 5)", id: Sample.id(200 + step))
        }
      _ = try await store.perform({ try $0.savedSearches(of: owner) }) {
        SavedSearchDecision.decide(wish, by: owner, saved: $0, now: Sample.now)
      }
      if step == 30 {
        try store.close()
        store = try scratch.open()
      }
      for member in 1...3 {
        let id: Practitioner.ID = Sample.id(member)
        let rows = try await store.read { try $0.savedSearches(of: id) }
        #expect(store.savedSearches(of: id) == rows)
      }
    }
    #expect(!store.savedSearches(of: Sample.id(1)).isEmpty)
    try store.close()
  }

  @Test func `they go with their member's row, and each change of memory is another version`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...1)
      let before = store.memoryVersion
      try await store.apply([.searchSaved(SearchSamples.saved(1, of: 1, "One", "q=one"))])
      #expect(store.memoryVersion > before)
      try await store.apply([])
      #expect(store.memoryVersion == before + 1, "nothing changed")
      try await store.pool.write { database in
        try database.execute(sql: "DELETE FROM practice_location")
        try database.execute(sql: "DELETE FROM listing")
        try database.execute(sql: "DELETE FROM practitioner")
      }
      #expect(try await store.texts("SELECT id FROM saved_search").isEmpty)
    }
  }
}
