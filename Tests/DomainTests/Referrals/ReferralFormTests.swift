import Foundation
import Testing

@testable import Domain

struct ReferralFormTests {
  private static let whole = TypedReferral([
    .age: ["adult"], .area: ["trauma", "anxiety"], .mode: ["phone", "in-person"],
    .near: ["  Broken   Hill "], .funding: ["ndis-self"], .weeks: ["4"],
    .note: ["Two lines,\r\nno \u{202E}name.\u{0}  "],
  ])

  private func read(_ change: (inout TypedReferral) -> Void = { _ in }) throws
    -> (need: ReferralNeed?, problems: [ReferralForm.Problem])
  {
    var typed = Self.whole
    change(&typed)
    return ReferralForm(reference: try RepositoryData.all.get()).read(typed)
  }

  @Test func `a whole form is a need in the taxonomy's words and order, with a plain note`() throws {
    let need = try #require(try read().need)
    let order = try RepositoryData.all.get().taxonomy.areas.terms.map(\.slug)
    #expect(need.areas == order.filter(need.areas.contains) && !need.areas.isEmpty)
    #expect(need.modes == ["in-person", "phone"])
    #expect(need.locality == "Broken Hill NSW 2880")
    #expect(need.note == "Two lines,\nno name.")
    #expect(need.weeks == 4 && need.funding == "ndis-self" && need.ageGroup == "adult")
  }

  @Test func `place, funding and note may be left out`() throws {
    let need = try #require(
      try read {
        for field in [TypedReferral.Field.near, .funding, .note] { $0[field] = [] }
      }.need)
    #expect(need.locality == nil && need.funding == nil && need.note.isEmpty)
  }

  @Test(arguments: [
    (TypedReferral.Field.age, [], "Choose an age group"), (.age, ["of-another-age"], "Choose an age group"),
    (.area, [], "Choose at least one area"), (.mode, ["by-owl"], "Choose at least one way to meet"),
    (.weeks, ["0"], "Choose how soon"), (.weeks, ["53"], "Choose how soon"),
    (.weeks, ["soon"], "Choose how soon"),
    (.near, ["Nowhere at all"], "There is no place called “Nowhere at all”"),
    (.note, [String(repeating: "é", count: 601)], "Shorten the note to 600 characters"),
  ])
  func `what is wrong is told by its field, and nothing else is`(
    field: TypedReferral.Field, values: [String], sentence: String
  ) throws {
    let (need, problems) = try read { $0[field] = values }
    #expect(need == nil)
    #expect(problems == [ReferralForm.Problem(field: field, sentence: sentence)])
  }

  @Test func `a place that is several asks which, and too many areas are too many`() throws {
    let (_, problems) = try read {
      $0[.near] = ["Springfield"]
      $0[.area] = (try? RepositoryData.all.get().taxonomy.areas.terms.prefix(6).map(\.slug)) ?? []
    }
    #expect(problems.map(\.field) == [.area, .near])
    #expect(problems.last?.sentence.hasPrefix("There are several") == true)
  }

  @Test func `an empty form is told everything at once, in the order of the form`() throws {
    let (_, problems) = try ReferralForm(reference: RepositoryData.all.get()).read(TypedReferral())
    #expect(problems.map(\.field) == [.age, .area, .mode, .weeks])
  }
}
