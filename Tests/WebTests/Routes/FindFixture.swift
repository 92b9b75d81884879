import Domain
import Foundation
import Store

@testable import Web

extension SiteFixture {
  /// Adds practitioners whom seekers may find, in Corinda unless a label says otherwise.
  func addHelpers(
    _ numbers: ClosedRange<Int>, at label: String = "Corinda QLD 4075",
    _ change: @escaping @Sendable (inout Profile) -> Void = { _ in }
  ) async throws {
    var changes: [Change] = []
    for number in numbers {
      var profile = Profile(profession: "clinical-psychologist", registrationNumber: "PSY0000000001")
      profile.areas = ["anxiety", "ptsd"]
      profile.ageGroups = ["child", "adolescent", "adult"]
      profile.clientTypes = ["individual", "couple"]
      profile.sessionModes = ["in-person"]
      profile.funding = ["private"]
      profile.languages = ["en"]
      profile.bio = "For colleagues alone."
      profile.locations = [PracticeLocation(label: label)].compactMap(\.self)
      change(&profile)
      let practitioner = try Self.practitioner(number: number)
      let wait = StatedWait(.oneMonth, confirmedAt: Self.start - 3 * 86_400, means: .email)
      let facts = ListingFacts(
        photo: nil, isOpenToSeekers: true, verification: .init(number: "PSY0000000001", at: Self.start))
      changes += [
        .joined(practitioner, profile, wait), .listingFactsSaved(practitioner.id, facts),
      ]
    }
    let all = changes
    try await store.perform({ _ in }) { Decision((), changes: all) }
  }

  /// How many of the database's files hold a text.
  func octets(holding text: String) async throws -> Int {
    try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: database + $0)) }
      .count { $0.range(of: Data(text.utf8)) != nil }
  }
}

extension Browser {
  /// What an adult in Corinda answers.
  static let answers: [(step: String, body: String)] = [
    ("meeting", "meeting=in-person"), ("place", "place=Corinda"), ("whom", "whom=self"), ("age", "age=adult"),
    ("concerns", "concerns=anxiety&words="), ("paying", "paying=any"), ("preferences", "soon=1-month"),
  ]

  /// Goes from the first question to the matches, with other answers to some questions.
  mutating func lookForHelp(_ others: [String: String] = [:]) async throws -> Answer {
    var answer = try await press("/find", "")
    while let step = answer.text.firstMatch(of: #/action="/find/([a-z-]+)" autocomplete/#)?.1 {
      let body = others[String(step)] ?? Self.answers.first { $0.step == step }?.body ?? ""
      let posted = try await post("/find/\(step)", body)
      guard let location = posted.location else { return posted }
      answer = try await get(location)
    }
    return answer
  }
}

/// The names on a page of matches, from the top.
func matched(_ page: String) -> [String] {
  page.matches(of: #/<h2>([^<]+)<\/?/#).map { String($0.1) }.filter { $0.hasPrefix("Dr ") }
}
