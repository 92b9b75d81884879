import Domain
import Foundation
import Testing

@testable import Store

@Suite struct `Referrals of a member who is erased` {
  private let one: Practitioner.ID = Sample.id(1)
  private let other: Practitioner.ID = Sample.id(2)

  private func withReferrals(_ work: (Store) async throws -> Void) async throws {
    try await ScratchStore.with { store in
      try await store.join(1...3, wait: Sample.said(.oneMonth, at: Sample.now - Sample.day))
      try await store.refer(1, from: 1, to: [2, 3])
      try await store.refer(2, from: 2, to: [1])
      try await store.answer(1, position: 0, .full)
      try await store.answer(1, position: 1, .yes(from: .twoWeeks))
      try await store.answer(2, .yes(from: nil))
      try await work(store)
    }
  }

  private func erase(_ id: Practitioner.ID, in store: Store) async throws {
    let outcome = try await store.erase(id) {
      ErasureDecision.decide(.byOperator, facts: $0, event: Sample.id(900), now: Sample.now)
    }
    #expect(outcome == .erased(photo: nil))
    #expect(try await store.texts("PRAGMA foreign_key_check") == [])
  }

  @Test func `a note goes with its referrer, and a colleague's wait stays as they said it`() async throws {
    try await withReferrals { store in
      try await erase(one, in: store)
      #expect(try await store.texts("SELECT id FROM referral") == [ReferralSample.id(2).text])
      #expect(try await store.number("SELECT count(*) FROM referral_asking") == 0)
      #expect(store.directory[other]?.wait?.period == .closed)
      let history = "SELECT count(*) FROM wait_event WHERE practitioner_id = '\(other)' AND email_id IS NULL"
      #expect(try await store.number(history) == 1)
      #expect(try await store.number("SELECT count(*) FROM outbox WHERE facts LIKE '%Dr Number 1%'") == 0)
    }
  }

  @Test func `what they were asked goes with them, and the referral stays its referrer's`() async throws {
    try await withReferrals { store in
      try await erase(other, in: store)
      let left = try #require(try await store.read { try $0.referralFacts(ReferralSample.id(1)) })
      #expect(left.askings.map(\.colleague.id) == [Sample.id(3)])
      #expect(left.referral.need == ReferralSample.need)
      #expect(try await store.number("SELECT count(*) FROM outbox WHERE facts LIKE '%Dr Number 2%'") == 0)
    }
  }

  @Test func `both sides are in the export, the note in its referrer's alone`() async throws {
    try await withReferrals { store in
      let made = try #require(try await store.read { try $0.export(Sample.id(1)) })
      #expect(made.referralsMade.map(\.need) == [ReferralSample.need])
      #expect(made.referralsMade.flatMap(\.asked).map(\.answer) == ["full", "yes"])
      #expect(made.referralsMade.flatMap(\.asked).map(\.offeredWait) == [nil, "2-weeks"])
      #expect(made.referralsReceived.map(\.member) == [other.text])
      let asked = try #require(try await store.read { try $0.export(Sample.id(3)) })
      #expect(asked.referralsMade.isEmpty && asked.referralsReceived.map(\.answer) == ["yes"])
      let file = String(decoding: try asked.file(), as: UTF8.self)
      #expect(!file.contains("DROP TABLE referral"))
    }
  }
}
