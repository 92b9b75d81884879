import Domain
import Foundation
import Testing

@testable import Store

@Suite struct `Of people who are no members` {
  private let end = Sample.now - 90 * Sample.day

  private func invitation(_ number: Int, sent: Date) throws -> (Change, NewEmail) {
    let address = try EmailAddress("guest\(number)@example.org")
    let invitation = Invitation(
      id: Sample.id(number), inviter: Sample.id(1), address: address, note: InvitationNote(), generation: 1,
      keyID: 1, digest: SecretDigest(of: "\(number)"), createdAt: sent, sentAt: sent)
    let email = NewEmail(
      id: Sample.id(number + 500),
      email: .invitation(InvitationEmail(invitation, inviter: "Dr Number 1", timeZone: "GMT")),
      recipient: .address(address), about: Sample.id(1), period: "\(number)", notBefore: sent,
      useBy: sent + Invitation.lasts)
    return (.invitationSent(invitation, email: email.id), email)
  }

  private func holdsStrangers(_ store: Store) async throws -> Bool {
    try await store.read { [end] in try $0.holdsStrangers(before: end) }
  }

  private func numbers(_ store: Store) async throws -> [Int] {
    [
      try await store.number("SELECT count(*) FROM invitation"),
      try await store.number("SELECT count(*) FROM invitation_sending"),
      try await store.number("SELECT count(*) FROM outbox"),
    ]
  }

  @Test func `an invitation goes 90 days after it expired, with its emails, and one that was used stays`()
    async throws
  {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      let old = end - Invitation.lasts
      for (number, sent) in [(11, old - 1), (12, old), (13, old - 1)] {
        let (change, email) = try invitation(number, sent: sent)
        try await store.apply([change], emails: [email])
      }
      try await store.apply([.invitationRedeemed(Sample.id(13), by: Sample.id(2), at: Sample.now)])
      #expect(try await holdsStrangers(store))
      try await store.perform({ _ in }) { StrangersDecision.decide(now: Sample.now) }
      #expect(try await numbers(store) == [2, 2, 2])
      let gone = try await store.read { try $0.invitation(Sample.id(11)) }
      #expect(gone == nil)
      #expect(try await holdsStrangers(store) == false)
      #expect(try await store.owesSweep())
    }
  }

  @Test
  func
    `an email to an address goes 90 days after it came to its end, one that waits does not, a member's stays`()
    async throws
  {
    try await ScratchStore.with { store in
      try await store.join([1])
      let emails = try (0..<3).map { number in
        NewEmail(
          id: Sample.id(30 + number), email: .noAccount(NoAccountEmail(askedAt: end)),
          recipient: .address(try EmailAddress("stranger@example.org")), period: "\(number)", notBefore: end,
          useBy: end + 900)
      }
      try await store.apply(emails: emails + [Sample.email(1, to: 1)])
      for (id, at) in [(emails[0].id, end - 0.001), (emails[1].id, end), (Sample.emailID(1), end - 1)] {
        try await store.apply([.emailCancelled(id, at: at)])
      }
      try await store.perform({ _ in }) { StrangersDecision.decide(now: Sample.now) }
      for (id, stays) in [
        (emails[0].id, false), (emails[1].id, true), (emails[2].id, true), (Sample.emailID(1), true),
      ] {
        let entry = try await store.read { try $0.email(id) }
        #expect((entry != nil) == stays)
      }
    }
  }
}
