import Domain
import Foundation
import Testing

@testable import Store

struct InvitationsInStoreTests {
  private static func keys() throws -> KeyRing {
    try #require(KeyRing([1: [UInt8](repeating: 1, count: 32)]))
  }

  private static func digest(_ number: Int, generation: Int = 1) throws -> SecretDigest {
    let id: Invitation.ID = Sample.id(number)
    return SecretDigest(
      of: try keys().currentSecret(for: .invitation, record: id.bytes, generation: generation))
  }

  /// An invitation with a number by a member (nil: the operator), as sending leaves it.
  private static func sending(_ number: Int, by inviter: Int? = 1, at moment: Date = Sample.now) throws
    -> Change
  {
    .invitationSent(
      Invitation(
        id: Sample.id(number), inviter: inviter.map { Sample.id($0) },
        address: try EmailAddress("New@example.org"), note: try InvitationNote("Hello"), generation: 1,
        keyID: 1,
        digest: try digest(number), createdAt: moment, sentAt: moment), email: Sample.id(30_000 + number))
  }

  private static func acceptance(_ number: Int) -> InvitationDecision.Acceptance {
    InvitationDecision.Acceptance(
      name: "Dr New", practitioner: Sample.id(1_000 + number),
      opening: SessionOpening(
        session: SecretDigest(of: "session \(number)"), event: Sample.id(4_000 + number), browser: ""),
      events: (Sample.id(2_000 + number), Sample.id(3_000 + number)))
  }

  private static func accept(_ store: Store, _ number: Int) async throws -> InvitationDecision.Redemption {
    let digest = try digest(7)
    return try await store.perform({ try $0.invitationFacts(digest) }) {
      InvitationDecision.redeem($0, acceptance(number), now: Sample.now + 60)
    }
  }

  @Test func `fifty who accept at once open one account and one session`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply([try Self.sending(7)])
      let outcomes = try await withThrowingTaskGroup(of: InvitationDecision.Redemption.self) { group in
        for number in 0..<50 { group.addTask { try await Self.accept(store, number) } }
        return try await group.reduce(into: [InvitationDecision.Redemption]()) { $0.append($1) }
      }
      let joined = outcomes.compactMap { outcome -> Practitioner? in
        if case .joined(let practitioner, _) = outcome { practitioner } else { nil }
      }
      #expect(joined.count == 1)
      #expect(outcomes.filter { $0 == .unusable }.count == 49)
      #expect(try await store.number("SELECT count(*) FROM practitioner") == 2)
      #expect(try await store.number("SELECT count(*) FROM session") == 1)
      #expect(try await store.number("SELECT count(*) FROM security_event") == 2)
      let facts = try await store.read { try $0.invitationFacts(Self.digest(7)) }
      #expect(facts?.invitation.redeemedBy == joined.first?.id)
      #expect(facts?.member == joined.first)
      #expect(try await store.read { try $0.directoryHolds(joined) } == false)
    }
  }

  @Test func `only the newest link is found, and each sending is counted for its address`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply([try Self.sending(7)])
      let means = InvitationDecision.Means(
        keys: try Self.keys(), email: Sample.id(31_000), quotas: InvitationQuotas(), siteZone: Sample.sydney,
        now: Sample.now + 60)
      _ = try await store.perform({ record in
        try (
          record.invitation(Sample.id(7)), record.practitioner(Sample.id(1)),
          record.invitationFacts(of: Sample.id(1), to: EmailAddress("NEW@example.org"), now: means.now)
        )
      }) { invitation, inviter, facts in
        guard let inviter else { return Decision(InvitationDecision.Outcome.refused(.over)) }
        return InvitationDecision.resend(invitation, by: inviter, facts: facts, means: means)
      }
      #expect(try await store.read { try $0.invitationFacts(Self.digest(7)) } == nil)
      let second = try await store.read { try $0.invitationFacts(Self.digest(7, generation: 2)) }
      #expect(second?.invitation.generation == 2)
      let address = try EmailAddress("new@EXAMPLE.org")
      let all = try await store.read { try $0.countOfInvitations(to: address, since: Sample.now - 1) }
      let late = try await store.read { try $0.countOfInvitations(to: address, since: Sample.now) }
      #expect(all == 2)
      #expect(late == 1)
    }
  }

  @Test func `what the receiving server said of the newest email is told of the invitation`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1, 2])
      for (number, sql, isRefused) in [
        (7, "state = 'failed', due_at = NULL", true), (8, "state = 'sent', due_at = NULL", false),
        (9, "state = 'cancelled', due_at = NULL, last_reply = 'suspended'", false),
        (10, "state = 'cancelled', due_at = NULL, last_reply = 'its address was refused for good'", true),
      ] {
        let email = NewEmail(
          id: Sample.id(30_000 + number),
          email: .alreadyAMember(AlreadyAMemberEmail(name: "A", inviter: "B")),
          recipient: .practitioner(Sample.id(2)), period: "\(number)", notBefore: Sample.now,
          useBy: Sample.now + 60)
        try await store.apply([try Self.sending(number)], emails: [email])
        try await store.pool.write {
          try $0.execute(sql: "UPDATE outbox SET \(sql) WHERE period = '\(number)'")
        }
        #expect(try await store.read { try $0.invitation(Sample.id(number)) }?.isRefused == isRefused)
      }
    }
  }

  @Test func `a member's are listed newest first, and the operator's apart`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await store.apply([
        try Self.sending(7, at: Sample.now - 20 * Sample.day), try Self.sending(8, at: Sample.now - 60),
        try Self.sending(9, by: 2), try Self.sending(10, by: nil),
      ])
      let ids = { (inviter: Practitioner.ID?) in
        try await store.read { try $0.invitations(of: inviter, limit: 10).map(\.id) }
      }
      #expect(try await ids(Sample.id(1)) == [Sample.id(8), Sample.id(7)])
      #expect(try await ids(nil) == [Sample.id(10)])
      let open = try await store.read { try $0.openInvitations(of: Sample.id(1), now: Sample.now) }
      #expect(open.map(\.id) == [Sample.id(8)])
      try await store.apply([.invitationRevoked(Sample.id(8), at: Sample.now)])
      let revoked = try await store.read { try $0.invitation(Sample.id(8)) }
      #expect(revoked?.state(now: Sample.now) == .revoked)
      #expect(revoked?.note.text == "Hello")
    }
  }

  @Test func `an invitation's email that was taken back before it left is cancelled`() async throws {
    try await ScratchStore.with { store in
      let invitation = try #require(try Self.invitation(of: Self.sending(7, by: nil)))
      let email = NewEmail(
        id: Sample.id(30_007),
        email: .invitation(InvitationEmail(invitation, inviter: "A", timeZone: "Etc/UTC")),
        recipient: .address(invitation.address), period: "p", notBefore: Sample.now,
        useBy: invitation.expiresAt)
      try await store.apply([.invitationSent(invitation, email: email.id)], emails: [email])
      try await store.apply([.invitationRevoked(invitation.id, at: Sample.now)])
      let claimed = try await store.exchange(settled: [], start: [], claim: 1, lease: 60, now: Sample.now)
      let started = try await store.exchange(
        settled: [], start: claimed.claimed, claim: 0, lease: 60, now: Sample.now)
      #expect(started.started.isEmpty)
      #expect(try await store.entry(email.id).state == .cancelled)
    }
  }

  private static func invitation(of change: Change) -> Invitation? {
    if case .invitationSent(let invitation, _) = change { invitation } else { nil }
  }
}

extension Record {
  /// Whether any of them is listed.
  fileprivate func directoryHolds(_ people: [Practitioner]) throws -> Bool {
    try people.contains { try listing($0.id) != nil }
  }
}
