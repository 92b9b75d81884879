import Domain
import Foundation
import Testing

@testable import Web

extension SiteFixture {
  /// Listings made of a number: every third does EMDR, every fifth sees couples; where they are goes round.
  static func profile(_ number: Int) -> Profile {
    var profile = Profile(profession: "clinical-psychologist", registrationNumber: "PSY0000000001")
    profile.bio = "Unhurried hours, number\(number). <b>Plain</b> text."
    profile.areas =
      number % 2 == 0 ? ["ptsd", "anxiety"] : ["obsessive-compulsive-disorder-ocd", "anxiety", "anger"]
    profile.modalities = number % 3 == 0 ? ["emdr", "cbt"] : ["cbt"]
    profile.clientTypes = number % 5 == 0 ? ["couple"] : ["individual"]
    profile.sessionModes = ["in-person"]
    profile.languages = ["en"]
    let places = ["Corinda QLD 4075", "Indooroopilly QLD 4068", "Fitzroy North VIC 3068", ""]
    profile.locations = [places[number % 4]].compactMap { PracticeLocation(label: $0) }
    return profile
  }

  /// Adds so many of them, who have confirmed a wait of no weeks.
  func addListings(_ numbers: ClosedRange<Int>) async throws {
    var changes: [Change] = []
    for number in numbers {
      let wait = StatedWait(.now, confirmedAt: Self.start - Double(number) * 86_400, means: .site)
      changes.append(.joined(try Self.practitioner(number: number), Self.profile(number), wait))
    }
    let all = changes
    try await store.perform({ _ in }) { Decision((), changes: all) }
  }

  /// A browser in which the member is signed in.
  func signedIn(_ browser: inout Browser) async throws {
    _ = try await browser.post("/sign-in", "email=member1%40example.com")
    _ = try await browser.post("/sign-in/" + (try await newestLink().secret))
  }
}

/// The names on a page of listings, from the top.
func listed(_ page: String) -> [String] {
  page.matches(of: #/href="/practitioners/[^"]+">([^<]+)</a>/#).map { String($0.1) }
}
