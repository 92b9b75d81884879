import Domain
import Foundation
import Testing

@testable import Store

struct RecommendationsInStoreTests {
  private func decide(_ store: Store, _ wish: RecommendationDecision.Wish, _ one: Int, _ other: Int)
    async throws
    -> RecommendationDecision.Outcome
  {
    try await store.perform({ record in
      try record.recommendationFacts(by: Sample.id(one), of: Sample.id(other))
    }) { RecommendationDecision.decide(wish, facts: $0, now: Sample.now) }
  }

  @Test func `memory says what the rows say, after any wishes and after a restart`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    try await store.join(1...6)
    var chance = SeededGenerator(seed: 8)
    for step in 0..<80 {
      let wish: RecommendationDecision.Wish =
        Int.random(in: 0..<3, using: &chance) == 0
        ? .withdraw : .recommend("Sentence \(step); DROP TABLE x; --")
      let pair = (Int.random(in: 1...6, using: &chance), Int.random(in: 1...6, using: &chance))
      _ = try await decide(store, wish, pair.0, pair.1)
      if step == 40 {
        try store.close()
        store = try scratch.open()
      }
      for member in 1...6 {
        let id = Sample.id(member, of: Practitioner.self)
        let (of, by) = try await store.read {
          (try $0.recommendations(of: id), try $0.recommendations(by: id))
        }
        #expect(Set(store.recommendations.of(id, in: store.directory)) == Set(of))
        #expect(store.recommendations.recommended(by: id, in: store.directory) == Set(by.map(\.recommended)))
      }
    }
    #expect(try await store.number("SELECT count(*) FROM recommendation") > 5)
    try store.close()
  }

  @Test func `the day of the first word stays, and one pair has one row`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      for sentence in ["One.", "Another.", ""] {
        #expect(try await decide(store, .recommend(sentence), 1, 2) == .recommended)
        let found = store.recommendations.of(Sample.id(2), in: store.directory)
        #expect(found.map(\.sentence) == [sentence])
        #expect(found.map(\.madeAt) == [Sample.now])
      }
      #expect(try await store.number("SELECT count(*) FROM recommendation") == 1)
    }
  }

  @Test func `a decision that fails leaves memory as it was`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      let lost = Recommendation(recommender: Sample.id(1), recommended: Sample.id(99), madeAt: Sample.now)
      await #expect(throws: (any Error).self) { try await store.apply([.recommended(lost)]) }
      #expect(store.recommendations[Sample.id(1), Sample.id(99)] == nil)
    }
  }
}
