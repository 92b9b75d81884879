import Domain
import Foundation
import Testing

@testable import Store

struct ExportTests {
  private func fill(_ store: Store) async throws {
    try await store.join(1...2, wait: Sample.said(.twoWeeks))
    let password = try #require(
      StoredPassword("scrypt$2$1$1$aaaaaaaaaaaaaaaa$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"))
    try await store.apply(
      [
        .waitSaid(Sample.id(1), Sample.said(.now), Sample.event(1)),
        .passwordSaved(Sample.id(1), password, at: Sample.now),
        .streamStopped(Sample.id(1), .rounds, at: Sample.now),
        .preferencesSaved(Sample.id(1), EmailPreferences(digests: .fortnightly, digestDay: .friday)),
        .securityEvent(
          SecurityEvent(
            id: Sample.id(40), practitioner: Sample.id(1), kind: .signedIn, at: Sample.now, detail: "here")),
        .searchSaved(SearchSamples.saved(1, of: 1, "Own", "q=own")),
        .matchesShown(
          [Sample.id(1), Sample.id(2)], on: LocalDay(number: 20_000), countedFrom: LocalDay(number: 1)),
        .searchSaved(SearchSamples.saved(2, of: 2, "Other", "q=other")),
        .securityEvent(
          SecurityEvent(id: Sample.id(41), practitioner: Sample.id(2), kind: .signedIn, at: Sample.now)),
      ], emails: [Sample.email(1, to: 1), Sample.email(2, to: 2)])
    try await store.pool.write { database in
      for (member, email) in [(1, 1), (2, 2)] {
        try database.execute(
          sql: "INSERT INTO digest VALUES (?, '2026-11-23', 1, 2, ?)",
          arguments: [Sample.id(member, of: Practitioner.self).text, Sample.emailID(email).text])
      }
      try database.execute(
        sql: "INSERT INTO listing_draft VALUES (?, 'half', 1)",
        arguments: [Sample.id(1, of: Practitioner.self).text])
      for (from, to) in [(1, 2), (2, 1)] {
        try database.execute(
          sql: "INSERT INTO recommendation VALUES (?, ?, ?, 1)",
          arguments: [
            Sample.id(from, of: Practitioner.self).text, Sample.id(to, of: Practitioner.self).text,
            "by \(from)",
          ])
      }
      try database.execute(
        sql: """
          INSERT INTO identity (issuer, subject, practitioner_id, linked_at, account)
          VALUES ('https://issuer.example', 'subject', ?, 1, '')
          """,
        arguments: [Sample.id(1, of: Practitioner.self).text])
    }
  }

  @Test func `everything of one member is in it, and nothing of another`() async throws {
    try await ScratchStore.with { store in
      try await fill(store)
      let export = try #require(try await store.read { try $0.export(Sample.id(1)) })
      #expect(export.account.name == "Dr Number 1")
      #expect(export.account.passwordSetAt == Sample.now)
      #expect(export.account.stoppedStreams == ["rounds"])
      #expect(export.account.emailPreferences.digests == "fortnightly")
      #expect(export.account.emailPreferences.digestDay == "Friday")
      #expect(export.digests.map(\.day) == ["2026-11-23"])
      #expect(export.listing?.profile == Sample.profile(1))
      #expect(export.listing?.waitingPeriod == "now")
      #expect(export.draft == "half")
      #expect(export.waitHistory.count == 1)
      #expect(export.trail.map(\.detail) == ["here"])
      #expect(export.identities.map(\.subject) == ["subject"])
      #expect(export.recommendationsMade.map(\.sentence) == ["by 1"])
      #expect(export.recommendationsReceived.map(\.sentence) == ["by 2"])
      #expect(export.emails.count == 1)
      #expect(export.savedSearches.map(\.query) == ["q=own"])
      #expect(export.shownToSeekers.map { "\($0.day) \($0.times)" } == ["2024-10-04 1"])
      let text = String(decoding: try export.file(), as: UTF8.self)
      #expect(!text.contains("scrypt") && !text.contains("Dr Number 2"))
      #expect(try export.file() == export.file())
      #expect(try await store.read { try $0.export(Sample.id(9)) } == nil)
    }
  }

  /// A new table that names a member belongs in the export, and in what is erased.
  @Test func `no table that names a member was forgotten`() async throws {
    try await ScratchStore.with { store in
      let tables = try await store.texts(
        """
        SELECT DISTINCT m.name FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f
        WHERE m.type = 'table' AND f."table" IN ('practitioner', 'listing') ORDER BY m.name
        """)
      #expect(
        tables == [
          "account_link", "away_event", "booking", "day_off", "digest", "digest_mention", "identity",
          "invitation", "listing", "listing_draft", "match_exposure", "outbox", "password",
          "practice_location", "recommendation", "referral", "referral_asking", "saved_search",
          "security_event", "session", "sign_in_link", "slot_offer", "slot_terms", "stopped_stream",
          "time_request_part", "wait_answer", "wait_event",
        ])
    }
  }
}
