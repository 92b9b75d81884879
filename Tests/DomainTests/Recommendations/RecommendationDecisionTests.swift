import Foundation
import Testing

@testable import Domain

struct RecommendationDecisionTests {
  private func facts(
    asker: Practitioner?, colleague: Practitioner?, present sentence: String? = nil
  ) -> RecommendationDecision.Facts {
    RecommendationDecision.Facts(
      recommender: asker, recommended: colleague,
      present: sentence.map {
        Recommendation(
          recommender: Sample.id(1), recommended: Sample.id(2), sentence: $0, madeAt: Sample.now - Sample.day)
      })
  }

  private func unlisted(_ number: Int) throws -> Practitioner {
    var practitioner = try Sample.practitioner(number)
    practitioner.publishedAt = nil
    return practitioner
  }

  @Test func `one recommends a colleague once, with or without a sentence`() throws {
    let facts = facts(asker: try Sample.practitioner(1), colleague: try Sample.practitioner(2))
    for sentence in ["", "We share a waiting room."] {
      let decision = RecommendationDecision.decide(.recommend(sentence), facts: facts, now: Sample.now)
      #expect(decision.outcome == .recommended)
      #expect(
        decision.changes == [
          .recommended(
            Recommendation(
              recommender: Sample.id(1), recommended: Sample.id(2), sentence: sentence, madeAt: Sample.now))
        ])
    }
  }

  @Test func `another sentence keeps the day it was first said, and the same one changes nothing`() throws {
    let facts = facts(
      asker: try Sample.practitioner(1), colleague: try Sample.practitioner(2), present: "Careful letters.")
    let anew = RecommendationDecision.decide(.recommend("Prompt."), facts: facts, now: Sample.now)
    #expect(
      anew.changes == [
        .recommended(
          Recommendation(
            recommender: Sample.id(1), recommended: Sample.id(2), sentence: "Prompt.",
            madeAt: Sample.now - Sample.day))
      ])
    let same = RecommendationDecision.decide(.recommend("Careful letters."), facts: facts, now: Sample.now)
    #expect(same.outcome == .recommended)
    #expect(same.changes.isEmpty)
  }

  @Test(arguments: Practitioner.Standing.allCases)
  func `it is taken back whatever has become of the colleague`(standing: Practitioner.Standing) throws {
    let colleague = try Sample.practitioner(2, standing: standing)
    for (present, changes) in [("x", 1), (nil, 0)] {
      let facts = facts(asker: try Sample.practitioner(1), colleague: colleague, present: present)
      let decision = RecommendationDecision.decide(.withdraw, facts: facts, now: Sample.now)
      #expect(decision.outcome == .withdrawn)
      #expect(decision.changes.count == changes)
    }
  }

  @Test func `only listed members recommend, only listed ones are recommended, and nobody themselves`() throws
  {
    let one = try Sample.practitioner(1)
    let other = try Sample.practitioner(2)
    let table: [(Practitioner?, Practitioner?, RecommendationDecision.Outcome)] = [
      (one, one, .oneself), (one, nil, .unknown), (nil, other, .unknown), (one, try unlisted(2), .unknown),
      (try unlisted(1), other, .askerIsNotListed),
      (one, try Sample.practitioner(2, standing: .suspended), .unknown),
      (one, try Sample.practitioner(2, standing: .leaving), .unknown),
      (try Sample.practitioner(1, standing: .suspended), other, .askerIsNotListed),
    ]
    for (asker, colleague, outcome) in table {
      let decision = RecommendationDecision.decide(
        .recommend("x"), facts: facts(asker: asker, colleague: colleague), now: Sample.now)
      #expect(decision.outcome == outcome)
      #expect(decision.changes.isEmpty)
      #expect(decision.emails.isEmpty)
    }
  }

  @Test(arguments: [
    ("", ""), ("  \r\n ", ""), (" one\r\ntwo\tthree\u{0}four ", "one two three four"),
    ("\u{202E}abc\u{2066}", "abc"), ("\u{202E} x", "x"), ("Ngā mihi 🌿", "Ngā mihi 🌿"), ("مرحبا", "مرحبا"),
  ])
  func `a sentence is one line of plain text`(typed: String, kept: String) {
    #expect(Recommendation.sentence(typed) == kept)
  }

  @Test func `a sentence of 300 characters is kept, and one more is too many`() {
    #expect(Recommendation.sentence(String(repeating: "é", count: 300))?.count == 300)
    #expect(Recommendation.sentence(String(repeating: "é", count: 301)) == nil)
    #expect(Recommendation.sentence("a" + String(repeating: "\u{301}", count: 300)) == nil)
  }
}
