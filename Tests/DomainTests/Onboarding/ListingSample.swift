import Foundation
import Testing

@testable import Domain

/// Contents of listings made by chance, all of them right; the same seed makes the same.
enum ListingSample {
  static func form() throws -> ListingForm { ListingForm(reference: try RepositoryData.all.get()) }

  static func content(_ seed: UInt64) throws -> ListingContent {
    var chance = SeededGenerator(seed: seed)
    let reference = try RepositoryData.all.get()
    let words = reference.taxonomy
    var content = ListingContent(name: "Dr Thảo O’Neill \(seed)")
    let profession = try #require(words.professions.terms.randomElement(using: &chance)).slug
    content.profile = Profile(
      profession: profession,
      registrationNumber: number(try #require(words.profession(profession)).registration, seed))
    content.profile.pronouns = Bool.random(using: &chance) ? "they/them" : nil
    content.profile.locations = some(0...4, of: reference.localities.rows, &chance).map(\.location)
    content.profile.ageGroups = inOrder(1...4, of: words.ageGroups, &chance)
    content.profile.clientTypes = inOrder(1...3, of: words.clientTypes, &chance)
    content.profile.areas = some(1...9, of: words.areas.terms, &chance).map(\.slug)
    content.profile.modalities = some(0...6, of: words.modalities.terms, &chance).map(\.slug)
    content.profile.services = some(0...3, of: words.services.terms, &chance).map(\.slug)
    content.profile.sessionModes = inOrder(1...4, of: words.sessionModes, &chance)
    if content.profile.locations.isEmpty {
      let remote = content.profile.sessionModes.filter { !ListingProgress.modesWithPlace.contains($0) }
      content.profile.sessionModes = remote.isEmpty ? ["phone"] : remote
    }
    content.profile.hours = inOrder(0...3, of: words.hours, &chance)
    content.profile.funding = some(0...5, of: words.funding.terms, &chance).map(\.slug)
    content.profile.languages = some(1...3, of: reference.languages.languages, &chance).map(\.slug)
    content.profile.gender = inOrder(0...1, of: words.genders, &chance).first
    content.profile.fee = Bool.random(using: &chance) ? "$250, concession $180" : nil
    content.profile.accessibility = inOrder(0...5, of: words.accessibility, &chance)
    content.profile.bio = Bool.random(using: &chance) ? "I listen.\n\nÉvery word; -- '😀" : ""
    content.wait = WaitingPeriod.allCases.randomElement(using: &chance)
    content.isOpenToSeekers = Bool.random(using: &chance)
    return content
  }

  /// A draft in which every step says what the content does.
  static func draft(_ content: ListingContent) -> ListingDraft {
    ListingStep.asking.reduce(into: ListingDraft()) { $0[$1] = content.typed($1) }
  }

  private static func number(_ pattern: RegistrationPattern, _ seed: UInt64) -> String {
    let digits = String(repeating: "0", count: pattern.length.upperBound) + String(seed)
    return pattern.prefix + digits.suffix(pattern.length.upperBound)
  }

  static func some<Value>(
    _ count: ClosedRange<Int>, of values: [Value], _ chance: inout SeededGenerator
  ) -> [Value] {
    Array(values.shuffled(using: &chance).prefix(Int.random(in: count, using: &chance)))
  }

  private static func inOrder(
    _ count: ClosedRange<Int>, of words: Vocabulary, _ chance: inout SeededGenerator
  ) -> [String] {
    let chosen = some(count, of: words.terms, &chance)
    return words.terms.filter(chosen.contains).map(\.slug)
  }
}
