import Domain
import Foundation
import Store
import Testing

@testable import Web

extension SiteFixture {
  /// Opens the fixture's member to seekers, without a time to choose.
  func openToRequests() async throws {
    let id = member.id
    let facts = ListingFacts(
      isOpenToSeekers: true, verification: .init(number: "PSY0000000001", at: Self.start))
    try await store.perform({ _ in }) { Decision((), changes: [.listingFactsSaved(id, facts)]) }
  }

  func asking(_ number: Int = 1) throws -> String {
    "/requests/new?practitioner=\(try Self.practitioner(number: number).id)"
  }

  /// What is said to whom about requests and what is booked on them, the oldest first.
  func requestEmails(_ kind: Email.Kind? = nil) async throws -> [OutboxEntry] {
    try await store.read { try $0.emails(in: nil, limit: 500) }.filter {
      entry in
      if let kind { return entry.email.kind == kind }
      return entry.email.request != nil || entry.email.appointment != nil
    }
    .sorted { $0.createdAt < $1.createdAt }
  }

  /// The page of the newest request for a reader, as an email links to it.
  func requestLink(_ reader: RequestReader = .seeker) async throws -> String {
    let request = try #require(try await requestEmails(.requestConfirm).last?.email.request)
    let token = LinkToken(
      .request, subject: request, choice: reader.code, expiresAt: Self.start + 400 * 86_400)
    return "/q/" + keys.seal(token)
  }
}

extension Browser {
  /// Asks a practitioner of a number for a time.
  mutating func askForTime(_ number: Int = 1, _ more: String = "") async throws -> Answer {
    let id = try SiteFixture.practitioner(number: number).id
    return try await post("/requests/new", "practitioner=\(id)&\(Self.details)&wishes=Any+Friday\(more)")
  }
}
