import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

extension SiteFixture {
  /// A password that the rule has nothing against.
  static let password = "a heron stood in the shallows"
  /// The same as a form sends it.
  static let sentPassword = "a+heron+stood+in+the+shallows"

  /// Gives a member a password, stretched with `parameters`.
  func setPassword(
    _ password: String = SiteFixture.password, parameters: StoredPassword.Parameters = SiteFixture.cheap
  ) async throws {
    let stored = try await Passwords(parameters: parameters).store(password)
    let change = Change.passwordSaved(member.id, stored, at: site.now())
    try await store.perform({ _ in }) { Decision((), changes: [change]) }
  }

  /// What is queued, the newest first.
  func queued() async throws -> [OutboxEntry] {
    try await store.read { try $0.emails(in: .queued, limit: 200) }.sorted { $0.createdAt > $1.createdAt }
  }

  /// The newest sign-in email: its secret and its code, derived as the message would derive them.
  func newestLink() async throws -> (secret: String, code: String) {
    for entry in try await queued() {
      if case .signInLink(let facts) = entry.email {
        let record = facts.link.bytes
        return (
          try #require(keys.secret(for: .signInLink, record: record, generation: 1, keyID: facts.keyID)),
          try #require(keys.figures(for: .signInCode, record: record, keyID: facts.keyID))
        )
      }
    }
    throw CancellationError()
  }

  /// The path of the newest link to another password.
  func newestReset() async throws -> String {
    for entry in try await queued() {
      if case .passwordReset(let facts) = entry.email {
        let secret = keys.secret(
          for: .passwordReset, record: facts.link.bytes, generation: 1, keyID: facts.keyID)
        return "/sign-in/reset/" + (try #require(secret))
      }
    }
    throw CancellationError()
  }

  /// The news that the member is told of.
  func news() async throws -> [AccountNews] {
    try await queued().compactMap { if case .accountNotice(let facts) = $0.email { facts.news } else { nil } }
  }

  /// What the member's trail says, the newest first.
  func trail() async throws -> [SecurityEvent.Kind] {
    let id = member.id
    return try await store.read { try $0.trail(of: id, limit: 100).map(\.kind) }
  }

  func sessions() async throws -> [Session] {
    let id = member.id
    let now = site.now()
    return try await store.read { try $0.sessions(of: id, now: now) }
  }

  func setStanding(_ standing: Practitioner.Standing) async throws {
    var changed = member
    changed.standing = standing
    let revised = changed
    let profile = Profile(profession: "psychologist", registrationNumber: "PSY0000000001")
    try await store.perform({ _ in }) { Decision((), changes: [.revised(revised, profile)]) }
  }
}

extension Browser {
  /// Signs in with a password.
  mutating func signIn(
    _ email: String = "member1%40example.com", _ password: String = SiteFixture.sentPassword,
    more: String = ""
  ) async throws -> Answer {
    try await post("/sign-in", "email=\(email)&password=\(password)&choice=password\(more)")
  }

  /// The same without keeping anything, from a network of its own.
  func guess(_ password: String, from network: String) async throws -> Int {
    let response = try await client.executeRequest(
      uri: "/sign-in", method: .post,
      headers: [
        .contentType: "application/x-www-form-urlencoded",
        try #require(HTTPField.Name("X-Forwarded-For")): network,
      ],
      body: ByteBuffer(string: "email=member1%40example.com&password=\(password)"))
    return response.status.code
  }

  /// Posts a form of a member's page with its token.
  mutating func submit(_ path: String, _ body: String, from page: String = "/profile/security") async throws
    -> Answer
  {
    let token = try #require(hidden("form-token", in: try await get(page).text))
    return try await post(path, body + "&form-token=\(token)")
  }
}
