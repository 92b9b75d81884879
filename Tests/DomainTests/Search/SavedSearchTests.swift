import Foundation
import Testing

@testable import Domain

struct SavedSearchTests {
  private let owner: Practitioner.ID = Sample.id(1)

  private func search(_ text: String) -> ListingSearch {
    var search = ListingSearch()
    search.text = text
    search.page = 3
    return search
  }

  private func saved(_ number: Int, _ name: String) -> SavedSearch {
    SavedSearch(id: Sample.id(number), owner: owner, name: name, query: "q=\(number)", savedAt: Sample.now)
  }

  private func decide(_ wish: SavedSearchDecision.Wish, _ saved: [SavedSearch] = []) -> Decision<
    SavedSearchDecision.Outcome
  > {
    SavedSearchDecision.decide(wish, by: owner, saved: saved, now: Sample.now)
  }

  @Test func `a search is kept under its name, from its first page`() {
    let decision = decide(.save(search("anna"), name: "  Anna \n once ", id: Sample.id(7)))
    #expect(decision.outcome == .saved)
    #expect(
      decision.changes == [
        .searchSaved(
          SavedSearch(id: Sample.id(7), owner: owner, name: "Anna once", query: "q=anna", savedAt: Sample.now)
        )
      ])
  }

  @Test func `one of the same name becomes this search, with its own capitals`() {
    let decision = decide(
      .save(search("new"), name: "EMDR", id: Sample.id(9)), [saved(5, "emdr"), saved(6, "x")])
    #expect(
      decision.changes == [
        .searchSaved(
          SavedSearch(id: Sample.id(5), owner: owner, name: "EMDR", query: "q=new", savedAt: Sample.now))
      ])
  }

  @Test(arguments: [
    ("", SavedSearchDecision.Outcome.nameMissing), (" \u{0}\n", .nameMissing),
    (String(repeating: "n", count: 81), .nameTooLong), ("Taken", .nameTaken), ("tAKEN", .nameTaken),
    ("Own", .renamed), ("own", .renamed), ("Other", .renamed),
  ])
  func `a name is a line that no other has`(name: String, outcome: SavedSearchDecision.Outcome) {
    let both = [saved(1, "Own"), saved(2, "Taken")]
    #expect(decide(.rename(Sample.id(1), name: name), both).outcome == outcome)
    #expect(decide(.rename(Sample.id(3), name: name), both).outcome == .unknown)
    #expect(
      decide(.rename(Sample.id(1), name: name), both).changes.isEmpty
        == (outcome != .renamed || name == "Own"))
  }

  @Test func `everybody is no search, and fifty are enough`() {
    #expect(decide(.save(ListingSearch(), name: "All", id: Sample.id(1))).outcome == .everybody)
    let many = (1...50).map { saved($0, "Number \($0)") }
    #expect(decide(.save(search("x"), name: "One more", id: Sample.id(99)), many).outcome == .tooMany)
    #expect(decide(.save(search("x"), name: "Number 8", id: Sample.id(99)), many).outcome == .saved)
    #expect(
      decide(.save(search("x"), name: "One more", id: Sample.id(99)), many.dropLast()).outcome == .saved)
  }

  @Test func `what is let go is let go once, and nobody else's`() {
    #expect(
      decide(.forget(Sample.id(1)), [saved(1, "a")]).changes == [.searchForgotten(Sample.id(1), of: owner)])
    #expect(decide(.forget(Sample.id(2)), [saved(1, "a")]).changes.isEmpty)
  }
}
