import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct `A member who is erased` {
  private func withFullMember(_ work: (Store) async throws -> Void) async throws {
    try await ScratchStore.with { store in
      try await FullMember.add(to: store)
      try await work(store)
    }
  }

  private func erase(_ store: Store, _ id: Practitioner.ID = FullMember.id) async throws
    -> ErasureDecision.Outcome
  {
    var chance = Chance()
    let event = SecurityEvent.ID(using: &chance)
    return try await store.erase(id) {
      ErasureDecision.decide(.byOperator, facts: $0, event: event, now: Sample.now)
    }
  }

  /// `table.column` of every text that holds the mark.
  private func places(_ store: Store, of mark: String = FullMember.mark) async throws -> [String] {
    try await store.pool.read { database in
      let columns = try Row.fetchAll(
        database,
        sql: """
          SELECT m.name AS "table", c.name AS "column" FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
          WHERE m.type = 'table' AND c.type = 'TEXT' ORDER BY 1, 2
          """)
      return try columns.compactMap { row in
        let (table, column): (String, String) = (row["table"], row["column"])
        let sql = "SELECT 1 FROM \"\(table)\" WHERE instr(lower(\"\(column)\"), ?) > 0 LIMIT 1"
        return try Int.fetchOne(database, sql: sql, arguments: [mark]).map { _ in "\(table).\(column)" }
      }
    }
  }

  @Test func `is in no text of any table any more`() async throws {
    try await withFullMember { store in
      let before = Set(try await places(store))
      let everywhere: Set = [
        "account_link.address", "identity.account", "identity.subject", "invitation.address",
        "invitation.note",
        "invitation_sending.address_key", "listing.bio", "listing.registration_number",
        "listing.verified_number", "listing_draft.draft", "outbox.address", "outbox.facts",
        "outbox.recipient_key", "practitioner.email", "practitioner.email_key", "practitioner.name",
        "practitioner.photo", "recommendation.sentence", "referral.note", "security_event.detail",
        "session.browser",
      ]
      #expect(before.isSuperset(of: everywhere))
      #expect(try await erase(store) == .erased(photo: "photo-\(FullMember.mark)"))
      #expect(try await places(store) == [])
      let own = [
        "wait_answer", "wait_event", "away_event", "listing", "practice_location", "listing_draft", "session",
        "password", "identity", "sign_in_link", "account_link", "stopped_stream", "outbox",
        "match_exposure",
      ]
      for table in own {
        let sql = "SELECT count(*) FROM \(table) WHERE practitioner_id = '\(FullMember.id)'"
        #expect(try await store.number(sql) == 0, "\(table)")
      }
      #expect(try await store.texts("PRAGMA foreign_key_check") == [])
    }
  }

  @Test func `leaves to others what is theirs, and under a pseudonym what they rely on`() async throws {
    try await withFullMember { store in
      let theirs = [
        "SELECT * FROM practitioner WHERE id <> '\(FullMember.id)' ORDER BY id",
        "SELECT * FROM listing WHERE practitioner_id <> '\(FullMember.id)'",
        "SELECT id, state FROM outbox WHERE practitioner_id = '\(FullMember.colleague)' AND about_id IS NULL",
        "SELECT id, redeemed_at, redeemed_by, inviter_id, digest FROM invitation WHERE redeemed_at IS NOT NULL ORDER BY id",
      ]
      var before: [[String]] = []
      for sql in theirs { before.append(try await store.texts(sql)) }
      _ = try await erase(store)
      for (sql, rows) in zip(theirs, before) {
        #expect(try await store.texts(sql) == rows, "\(sql)")
        #expect(!rows.isEmpty, "\(sql)")
      }
      let left = try #require(try await store.read { try $0.practitioner(FullMember.id) })
      #expect(left.standing == .erased && left.name == Pseudonym.name && left.timeZone == nil)
      #expect(left.joinedAt == FullMember.now - 400 * Sample.day)
      #expect(try await store.number("SELECT count(*) FROM invitation") == 2)
      let trail = try await store.read { try $0.trail(of: FullMember.id, limit: 9) }
      #expect(Set(trail.map(\.kind)) == [.verified, .erased])
      #expect(trail.map(\.detail).filter { !$0.isEmpty } == ["by the operator"])
      let invitations = try await store.read { try $0.invitations(of: FullMember.colleague, limit: 9) }
      #expect(invitations.map(\.redeemedBy) == [FullMember.id])
    }
  }

  @Test func `is gone from memory, is no member to count or to write to, and may come anew`() async throws {
    try await withFullMember { store in
      let members = try await store.read { try $0.countOfPractitioners() }
      #expect(store.directory[FullMember.id] != nil)
      #expect(store.recommendations[FullMember.colleague, FullMember.id] != nil)
      _ = try await erase(store)
      #expect(store.directory[FullMember.id] == nil)
      #expect(store.recommendations[FullMember.colleague, FullMember.id] == nil)
      #expect(store.recommendations[FullMember.id, FullMember.colleague] == nil)
      #expect(try await store.read { try $0.countOfPractitioners() } == members - 1)
      let left = try await store.read { try $0.practitioners(after: "", limit: 9).map(\.id) }
      #expect(!left.contains(FullMember.id))
      let address = try FullMember.address()
      let found = try await store.read { try $0.practitioner(at: address) }
      #expect(found == nil)
      #expect(try await erase(store) == .alreadySo)
      let again = Practitioner(id: Sample.id(99), name: "Dr Anew", email: address, joinedAt: Sample.now)
      try await store.apply([.accountOpened(again)])
      let stopped = try await store.read { try $0.practitioner(at: address)?.stoppedStreams }
      #expect(stopped == [.rounds], "what was stopped is stopped")
    }
  }

  @Test func `leaves no octet of theirs in the file or its log, whatever its pages went through`()
    async throws
  {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    // Rows of any length in the order of random identifiers: pages divide, and keep copies of what went elsewhere.
    var chance = SeededGenerator(seed: 3)
    let words = (0..<900).map { _ in
      String(format: "%016lx", UInt64.random(in: .min ... .max, using: &chance))
    }
    for part in stride(from: 0, to: words.count, by: 100) {
      try await store.apply(
        try (part..<part + 100).map { number in
          var profile = Profile(profession: "psychologist", registrationNumber: "R\(words[number])")
          profile.bio = words[number] + String(repeating: "x", count: Int.random(in: 1...900, using: &chance))
          let practitioner = Practitioner(
            id: Sample.id(number), name: "N\(words[number])",
            email: try EmailAddress("m\(words[number])@example.com"),
            joinedAt: Sample.now)
          return .joined(practitioner, profile, nil)
        })
    }
    let erased = Set((0..<90).map { $0 * 10 })
    for number in erased { #expect(try await erase(store, Sample.id(number)) == .erased(photo: nil)) }
    #expect(try await store.owesSweep())
    try await store.sweep()
    #expect(try await store.owesSweep() == false)
    let bytes = try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: scratch.path + $0)) }
    for (number, word) in words.enumerated() {
      let isThere = bytes.contains { $0.range(of: Data(word.utf8)) != nil }
      #expect(isThere != erased.contains(number), "\(number)")
    }
    try store.close()
  }

  @Test func `is swept up by the next process when this one ended before`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    try await FullMember.add(to: store)
    #expect(try await store.owesSweep() == false)
    _ = try await erase(store)
    try store.close()
    store = try scratch.open()
    #expect(try await store.owesSweep())
    let before = await store.writeTransactions
    try await store.sweep()
    try await store.sweep()
    #expect(await store.writeTransactions == before + 1, "what is swept is not swept again")
    #expect(try await store.owesSweep() == false)
    try store.close()
  }

  @Test func `leaves the invitation of whoever has an address that they only typed`() async throws {
    try await ScratchStore.with { store in
      try await FullMember.add(to: store)
      let stranger = try EmailAddress("stranger@example.org")
      let link = AccountLink(
        id: Sample.id(35), purpose: .addressChange(stranger), practitioner: FullMember.id,
        digest: SecretDigest(of: "typed"), createdAt: FullMember.now, expiresAt: FullMember.now + 900)
      let invitation = try FullMember.invitation(65, by: FullMember.colleague, to: stranger)
      try await store.apply([.accountLinkMade(link), .invitationSent(invitation, email: Sample.id(75))])
      #expect(try await erase(store) == .erased(photo: "photo-\(FullMember.mark)"))
      let kept = try await store.read { try $0.invitation(Sample.id(65)) }
      #expect(kept?.address == stranger)
    }
  }

  @Test func `takes their photo along, unless another has the same`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...3)
      let (own, shared) = (try store.photos.keep([1]), try store.photos.keep([2]))
      try await store.apply([
        .photoSaved(Sample.id(1), own), .photoSaved(Sample.id(2), shared), .photoSaved(Sample.id(3), shared),
      ])
      for (number, left) in [(1, [nil, [2]] as [[UInt8]?]), (2, [nil, [2]]), (3, [nil, nil])] {
        _ = try await erase(store, Sample.id(number))
        #expect([store.photos.read(own), store.photos.read(shared)] == left)
      }
    }
  }
}
