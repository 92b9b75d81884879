import Domain
import Foundation
import Testing

@testable import Web

extension SiteFixture {
  /// A browser in which a member is signed in: the fixture's, or another.
  func browser(_ client: Browser, of practitioner: Practitioner? = nil) async throws -> Browser {
    let new = NewSession()
    let session = Session(
      digest: new.digest, practitioner: (practitioner ?? member).id, means: .emailLink, openedAt: site.now())
    try await store.perform({ _ in }) { Decision((), changes: [.sessionOpened(session)]) }
    var browser = client
    browser.cookies[site.cookies.session] = new.secret
    return browser
  }

  /// The paths of the links that were mailed to an address, the newest last.
  func invitationLinks(to address: String = "new@example.org") async throws -> [String] {
    let entries = try await store.read { try $0.emails(in: nil, limit: 100) }
    return try entries.filter { $0.recipient.key == address }.compactMap { entry -> InvitationEmail? in
      if case .invitation(let facts) = entry.email { facts } else { nil }
    }
    .sorted { $0.generation < $1.generation }
    .map {
      "/invite/"
        + (try #require(
          keys.secret(
            for: .invitation, record: $0.invitation.bytes, generation: $0.generation, keyID: $0.keyID)))
    }
  }

  /// What the record holds that a redemption would add to.
  func counts() async throws -> [Int] {
    try await store.read { [try $0.countOfPractitioners(), try $0.countOfEmails()] }
  }
}

extension Browser {
  /// Fills in a form of the member's page of invitations.
  mutating func invitations(_ body: String, at path: String = "/invitations") async throws -> Answer {
    let token = try #require(hidden("form-token", in: try await get("/invitations").text))
    return try await post(path, "form-token=\(token)&\(body)")
  }
}
