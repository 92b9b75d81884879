import Domain
import Foundation
import Testing

@testable import helplink

struct DemoPractitionersTests {
  static let now = Date(timeIntervalSince1970: 1_796_083_200)

  /// Read and made once: the table of places has 17,841 rows.
  static let made: Result<(people: [ImportedPractitioner], reference: ReferenceData), any Error> = Result {
    let data = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data")
    let reference = try ReferenceData.load(folder: data.path)
    return (DemoPractitioners.make(now: now, reference: reference), reference)
  }

  @Test func `there are two hundred, no two with one address or one number`() throws {
    let people = try Self.made.get().people
    #expect(people.count == 200)
    #expect(Set(people.map(\.email.key)).count == 200)
    #expect(Set(people.map(\.profile.registrationNumber)).count == 200)
    #expect(Set(people.map(\.profile.bio)).count > 190)
    #expect(people.allSatisfy { $0.email.domain == "example.com" })
  }

  @Test func `every word of theirs is in the reference data`() throws {
    let (people, reference) = try Self.made.get()
    let words = reference.taxonomy
    for person in people {
      let profile = person.profile
      let pattern = try #require(words.profession(profile.profession)).registration
      #expect(pattern.matches(profile.registrationNumber), "\(profile.registrationNumber)")
      let fields = [
        (profile.areas, words.areas), (profile.modalities, words.modalities),
        (profile.ageGroups, words.ageGroups),
        (profile.services, words.services), (profile.clientTypes, words.clientTypes),
        (profile.hours, words.hours),
        (profile.sessionModes, words.sessionModes), (profile.funding, words.funding),
        ([profile.gender].compactMap(\.self), words.genders),
      ]
      for (slugs, vocabulary) in fields { #expect(slugs.filter { !vocabulary.contains($0) } == []) }
      #expect(profile.languages.allSatisfy { reference.languages.name(of: $0) != nil })
      #expect(
        !profile.locations.isEmpty && profile.locations.allSatisfy { reference.localities.row(of: $0) != nil }
      )
      #expect(person.timeZone != nil && !profile.bio.contains("{"))
    }
  }

  @Test func `whatever the tables can choose is in the reference data`() throws {
    let words = try Self.made.get().reference.taxonomy
    for emphasis in DemoEmphasis.all {
      #expect(emphasis.areas.filter { !words.areas.contains($0) } == [])
      #expect(emphasis.modalities.filter { !words.modalities.contains($0) } == [])
      #expect(words.ageGroups.terms.indices.contains(emphasis.ages.upperBound))
    }
    for role in DemoRole.all {
      #expect(words.professions.contains(role.profession))
      #expect(role.funding.filter { !words.funding.contains($0) } == [])
      #expect(role.services.filter { !words.services.contains($0) } == [])
    }
  }

  @Test func `they are spread over states, bands, means and months`() throws {
    let people = try Self.made.get().people
    let states = Set(people.flatMap(\.profile.locations).map(\.state))
    #expect(states == Locality.states)
    #expect(Set(people.map(\.wait.period)).count == 7)
    #expect(Set(people.map(\.wait.means)) == Set(ConfirmationMeans.allCases))
    let ages = people.map { Self.now.timeIntervalSince($0.wait.confirmedAt) / 86_400 }
    #expect(ages.allSatisfy { (0...120).contains($0) })
    #expect(ages.contains { $0 < 1 } && ages.contains { $0 > 110 })
    #expect(people.filter { $0.profile.pronouns != nil }.count > 50)
    #expect(people.contains { $0.name.contains { !$0.isASCII } })
  }

  @Test func `doctors of medicine are called so`() throws {
    let doctors = try Self.made.get().people.filter { $0.profile.registrationNumber.hasPrefix("MED") }
    #expect(!doctors.isEmpty && doctors.allSatisfy { $0.name.hasPrefix("Dr ") })
  }

  @Test func `the seed alone decides who they are`() throws {
    let (people, reference) = try Self.made.get()
    let later = DemoPractitioners.make(now: Self.now.addingTimeInterval(86_400), reference: reference)
    #expect(later.map(\.profile) == people.map(\.profile))
    #expect(later.map(\.name) == people.map(\.name))
    #expect(later.first?.wait.confirmedAt == people.first?.wait.confirmedAt.addingTimeInterval(86_400))
    #expect(
      DemoPractitioners.make(seed: 1, now: Self.now, reference: reference).map(\.name) != people.map(\.name))
  }

  @Test func `SplitMix64 is what its authors published`() {
    // The first output for seed 0 is 0xE220A8397B1DCDAF; a fraction is its upper 53 bits.
    var chance = DemoChance(seed: 0)
    #expect(chance.fraction() == Double(0xE220_A839_7B1D_CDAF >> 11 as UInt64) / 9_007_199_254_740_992)
  }

  @Test(arguments: 0...6)
  func `some of five are different and in their order`(count: Int) {
    var chance = DemoChance(seed: 7)
    for _ in 0..<200 {
      let chosen = chance.some(count, of: [1, 2, 3, 4, 5])
      #expect(chosen.count == min(count, 5) && chosen == Set(chosen).sorted())
    }
  }
}
