import Domain
import Foundation
import Testing

@testable import Web

extension SiteFixture {
  /// A browser in which a member is signed in.
  func signedIn(_ browser: Browser, as practitioner: Practitioner) async throws -> Browser {
    let new = NewSession()
    let session = Session(
      digest: new.digest, practitioner: practitioner.id, means: .emailLink, openedAt: site.now())
    try await store.perform({ _ in }) { Decision((), changes: [.sessionOpened(session)]) }
    var browser = browser
    browser.cookies[site.cookies.session] = new.secret
    return browser
  }

  /// An account without a listing, as redeeming an invitation leaves it.
  func newcomer(number: Int = 7) async throws -> Practitioner {
    var practitioner = try Self.practitioner(number: number)
    practitioner.publishedAt = nil
    let opened = practitioner
    try await store.perform({ _ in }) { Decision((), changes: [.accountOpened(opened)]) }
    return opened
  }
}

/// The forms of a listing, filled in right.
enum FilledSteps {
  static let all: [(step: String, body: String)] = [
    (
      "profession",
      "name=Dr+Aroha+Ngata&profession=clinical-psychologist&registration=psy0001234567&pronouns=she%2Fher"
    ),
    ("places", "find-place=Broken+Hill"),
    ("clients", "age=adult&age=older-adult&client=individual"),
    ("areas", "area=ptsd&area=grief-loss&modality=emdr&service=secondary-consultation"),
    (
      "sessions",
      "mode=in-person&hours=evening&funding=private&fee=%24250&language=en&language=mi&accessibility=hearing-loop"
    ),
    ("about", "bio=I+listen.%0D%0AAnd+write."), ("wait", "waiting-period=2-weeks"),
    ("seekers", "seekers=yes"),
  ]
}

extension Browser {
  /// Fills in the form of a page of the member's, with its token.
  mutating func fill(_ path: String, _ body: String) async throws -> Answer {
    let token = try #require(hidden("form-token", in: try await get("/listings").text))
    return try await post(path, "form-token=\(token)&\(body)")
  }
}
