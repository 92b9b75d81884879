import Foundation
import Testing

@testable import Domain

/// The questions asked of the graph in memory, against the same asked of a plain list of pairs.
struct RecommendationsTests {
  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  private func recommendation(_ pair: Pair, _ sentence: String = "") -> Recommendation {
    Recommendation(
      recommender: Sample.id(pair.from), recommended: Sample.id(pair.to), sentence: sentence,
      madeAt: Sample.now)
  }

  @Test(arguments: 0..<40)
  func `it answers as a look at every pair would, after any changes`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let members = 1...9
    var pairs: Set<Pair> = []
    var recommendations = Recommendations([])
    for _ in 0..<60 {
      let pair = Pair(
        from: Int.random(in: members, using: &chance), to: Int.random(in: members, using: &chance))
      guard pair.from != pair.to else { continue }
      if pairs.remove(pair) == nil { pairs.insert(pair) }
      recommendations.set(
        pairs.filter { $0.from == pair.from }.map { recommendation($0) }, by: Sample.id(pair.from))
      let listed = Set(members.filter { _ in Int.random(in: 0..<4, using: &chance) > 0 })
      let directory = Directory(try listed.map { try Sample.listing($0, wait: nil) })
      try check(
        recommendations, pairs.filter { listed.contains($0.from) && listed.contains($0.to) }, directory)
      try check(
        Recommendations(pairs.map { recommendation($0) }),
        pairs.filter { listed.contains($0.from) && listed.contains($0.to) }, directory)
    }
  }

  private func check(_ recommendations: Recommendations, _ seen: Set<Pair>, _ directory: Directory) throws {
    for member in 1...9 {
      let received = recommendations.of(Sample.id(member), in: directory).map(\.recommender)
      #expect(Set(received) == Set(seen.filter { $0.to == member }.map { Sample.id($0.from) }))
      let made = seen.filter { $0.from == member }.map(\.to)
      #expect(
        recommendations.recommended(by: Sample.id(member), in: directory) == Set(made.map { Sample.id($0) }))
      let peers = seen.filter { made.contains($0.from) && $0.to != member }.map(\.to)
      #expect(
        recommendations.recommendedByPeers(of: Sample.id(member), in: directory)
          == Set(peers.map { Sample.id($0) }))
    }
  }

  @Test func `who is no longer listed no longer counts on either side, and counts again when back`() throws {
    let recommendations = Recommendations([
      recommendation(Pair(from: 1, to: 2), "a"), recommendation(Pair(from: 3, to: 2)),
    ])
    var directory = Directory(try (1...3).map { try Sample.listing($0, wait: nil) })
    #expect(recommendations.of(Sample.id(2), in: directory).count == 2)
    directory.set(nil, of: Sample.id(1))
    #expect(recommendations.of(Sample.id(2), in: directory).map(\.recommender) == [Sample.id(3)])
    directory.set(nil, of: Sample.id(2))
    #expect(recommendations.of(Sample.id(2), in: directory).isEmpty)
    #expect(recommendations[Sample.id(1), Sample.id(2)]?.sentence == "a")
    for number in 1...2 { directory.set(try Sample.listing(number, wait: nil), of: Sample.id(number)) }
    #expect(recommendations.of(Sample.id(2), in: directory).count == 2)
  }
}
