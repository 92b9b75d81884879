import Foundation
import Testing

@testable import Domain

struct ListingPlacesTests {
  private func settled(_ values: [ListingField: [String]], removing: String? = nil) throws -> TypedForm {
    try ListingSample.form().settled(TypedForm(values), removing: removing)
  }

  private func problems(_ typed: TypedForm) throws -> [ListingProblem] {
    var content = ListingContent(name: "Dr A")
    return try ListingSample.form().read(typed, of: .places, into: &content)
  }

  @Test(arguments: [
    ("Corinda", "Corinda QLD 4075"), ("corinda qld", "Corinda QLD 4075"),
    ("  CORINDA, QLD 4075 ", "Corinda QLD 4075"),
    ("nimbin", "Nimbin NSW 2480"), ("o'malley", "O'Malley ACT 2606"), ("O’Malley", "O'Malley ACT 2606"),
    ("broken hill", "Broken Hill NSW 2880"),
  ])
  func `a place that can be no other is chosen at once`(typed: String, label: String) throws {
    let form = try settled([.findPlace: [typed]])
    #expect(form == TypedForm([.place: [label]]))
    #expect(try problems(form) == [])
  }

  @Test func `of several one is chosen, and until then the step is not done`() throws {
    let asked = try settled([.findPlace: ["richmond"]])
    #expect(asked == TypedForm([.findPlace: ["richmond"]]))
    #expect(try problems(asked).map(\.sentence) == ["Choose which “richmond” you mean, or empty the field"])
    let chosen = try settled([.findPlace: ["richmond"], .foundPlace: ["Richmond VIC 3121"]])
    #expect(chosen == TypedForm([.place: ["Richmond VIC 3121"]]))
    #expect(try problems(chosen) == [])
  }

  @Test func `a place that is none is told, beside those that are`() throws {
    let form = try settled([.place: ["Corinda QLD 4075"], .findPlace: ["Atlantis"]])
    #expect(form[.place] == ["Corinda QLD 4075"])
    #expect(
      try problems(form).map(\.sentence) == [
        "No place is called “Atlantis”. Check the spelling, or type its postcode"
      ])
  }

  @Test func `removing a place keeps the others, and what was typed`() throws {
    let form = try settled(
      [.place: ["Corinda QLD 4075", "Darwin NT 0800"], .findPlace: ["Perth"]], removing: "Corinda QLD 4075")
    #expect(form == TypedForm([.place: ["Darwin NT 0800"], .findPlace: ["Perth"]]))
  }

  @Test func `a place is chosen once, and ten at the most`() throws {
    let twice = try settled([.place: ["Corinda QLD 4075"], .findPlace: ["corinda"]])
    #expect(twice == TypedForm([.place: ["Corinda QLD 4075"]]))
    let rows = try RepositoryData.localities().rows.prefix(11).map(\.location.label)
    #expect(try problems(TypedForm([.place: Array(rows.prefix(10))])) == [])
    #expect(try problems(TypedForm([.place: rows])).map(\.field) == [.findPlace])
  }

  @Test func `telehealth only, or places: not both, and not neither`() throws {
    #expect(try problems(TypedForm([.telehealthOnly: ["yes"]])) == [])
    #expect(
      try problems(TypedForm([.telehealthOnly: ["yes"], .place: ["Darwin NT 0800"]])).map(\.field) == [
        .telehealthOnly
      ])
    #expect(try problems(TypedForm()).map(\.field) == [.findPlace])
    #expect(try problems(TypedForm([.place: ["Nowhere QLD 0000"]])).map(\.field) == [.findPlace])
  }
}
