import Domain
import Foundation
import Testing

@testable import Store

struct ReferralsInStoreTests {
  private let me: Practitioner.ID = Sample.id(1)

  private func withReferral(_ work: (Store) async throws -> Void) async throws {
    try await ScratchStore.with { store in
      try await store.join(1...5, wait: Sample.said(.oneMonth, at: Sample.now - Sample.day))
      #expect(try await store.refer(1, from: 1, to: [2, 3, 4]) == .made(ReferralSample.id(1)))
      try await work(store)
    }
  }

  @Test func `what was asked and answered is kept as it was, to the last word`() async throws {
    try await withReferral { store in
      try await store.answer(1, position: 0, .yes(from: .sixMonths))
      try await store.answer(1, position: 1, .full, at: Sample.now + 1)
      let referral = try #require(try await store.read { try $0.referral(ReferralSample.id(1)) })
      #expect(referral.need == ReferralSample.need)
      #expect(referral.referrer == me && referral.madeAt == Sample.now && referral.state == .open)
      #expect(referral.askings.map(\.colleague) == [Sample.id(2), Sample.id(3), Sample.id(4)])
      #expect(referral.askings.map(\.answer) == [.yes(from: .sixMonths), .full, nil])
      #expect(referral.askings.map(\.answeredAt) == [Sample.now, Sample.now + 1, nil])
      #expect(store.directory[Sample.id(3)]?.wait?.period == .closed)
      #expect(store.directory[Sample.id(2)]?.wait?.period == .oneMonth)
      try await store.close(1, by: 1, .placed, at: Sample.now + 2)
      let closed = try #require(try await store.read { try $0.referral(ReferralSample.id(1)) })
      #expect(closed.state == .placed && closed.closedAt == Sample.now + 2)
    }
  }

  @Test func `a contested answer brings the listing back, and its browser is not known by it`() async throws {
    try await withReferral { store in
      let before = store.directory[Sample.id(2)]?.wait
      try await store.answer(1, .full)
      #expect(store.directory[Sample.id(2)]?.wait?.period == .closed)
      #expect(try await store.answer(1, .no, at: Sample.now + 60) == .contested)
      #expect(store.directory[Sample.id(2)]?.wait == before)
      let emails = [ReferralSample.email(1, position: 0), ReferralSample.email(1, position: 1)]
      let contested = try await store.read { try $0.contested(among: emails) }
      #expect(contested == [emails[0]])
    }
  }

  @Test func `each has their own lists, and nobody else's`() async throws {
    try await withReferral { store in
      try await store.refer(2, from: 2, to: [1], at: Sample.now + 60)
      let mine = try await store.read {
        (try $0.referralsMade(by: self.me, limit: 9), try $0.referralsReceived(by: self.me, limit: 9))
      }
      #expect(mine.0.map(\.referral.id) == [ReferralSample.id(1)])
      #expect(mine.1.map(\.referral.id) == [ReferralSample.id(2)])
      let other = try await store.read { try $0.referralsReceived(by: Sample.id(5), limit: 9) }
      #expect(other.isEmpty)
    }
  }

  @Test func `what waits for a member is neither answered, nor closed, nor lapsed`() async throws {
    try await withReferral { store in
      try await store.refer(2, from: 5, to: [2, 3], at: Sample.now + 60)
      func waiting(_ number: Int, after seconds: TimeInterval = 60) async throws -> [Referral.ID] {
        try await store.read {
          try $0.referralsUnanswered(by: Sample.id(number), after: Sample.now - 1)
            .filter { $0.state(now: Sample.now + seconds) == .asked }.map(\.referral.id)
        }
      }
      #expect(try await waiting(2) == [ReferralSample.id(1), ReferralSample.id(2)])
      #expect(try await waiting(2, after: Asking.lapsesAfter) == [ReferralSample.id(2)])
      #expect(try await waiting(5) == [])
      try await store.answer(1, .no)
      #expect(try await waiting(2) == [ReferralSample.id(2)])
      try await store.close(2, by: 5, .withdrawn)
      #expect(try await waiting(2) == [])
      #expect(try await waiting(3) == [ReferralSample.id(1)])
      try await store.apply([.standingSet(me, .suspended)])
      #expect(try await waiting(3) == [], "nobody who is set aside is shown")
    }
  }

  @Test func `every answer that stands is found after its moment, and not from it on`() async throws {
    try await withReferral { store in
      try await store.answer(1, position: 0, .no, at: Sample.now + 10)
      try await store.answer(1, position: 1, .yes(from: nil), at: Sample.now + 20)
      try await store.answer(1, position: 2, .full, at: Sample.now + 30)
      try await store.takeBack(1, position: 2, at: Sample.now + 40)
      func answers(after seconds: TimeInterval) async throws -> [ReferralAnswer?] {
        try await store.read {
          try $0.referralAnswers(to: self.me, after: Sample.now + seconds).map(\.asking.answer)
        }
      }
      #expect(try await answers(after: 9) == [.no, .yes(from: nil)])
      #expect(try await answers(after: 10) == [.yes(from: nil)])
      #expect(try await answers(after: 20) == [])
      let other = try await store.read { try $0.referralAnswers(to: Sample.id(2), after: .distantPast) }
      #expect(other.isEmpty)
    }
  }

  @Test func `a day has so many referrals, whoever they ask, and a form sent twice is one`() async throws {
    try await withReferral { store in
      let again = try await store.refer(1, from: 1, to: [2])
      #expect(again == .made(ReferralSample.id(1)))
      for number in 2...ReferralDecision.mostADay {
        let made = try await store.refer(number, from: 1, to: [2 + number % 3])
        #expect(made == .made(ReferralSample.id(number)))
      }
      let refused = try await store.refer(30, from: 1, to: [5])
      #expect(refused == .refused(.enoughForToday))
      let other = try await store.refer(31, from: 5, to: [2])
      #expect(other == .made(ReferralSample.id(31)))
      let tomorrow = try await store.refer(32, from: 1, to: [5], at: Sample.now + Sample.day)
      #expect(tomorrow == .made(ReferralSample.id(32)))
    }
  }

  @Test func `a reminder goes out after 72 hours of silence alone, and the end to who was asked`()
    async throws
  {
    try await withReferral { store in
      func send(at now: Date) async throws -> [String] {
        let started = try await store.start(try await store.claim(now: now), now: now)
        let settled = started.map {
          SettledAttempt(id: $0.entry.id, settlement: .sent, reply: "250 OK", messageHash: nil)
        }
        _ = try await store.exchange(settled: settled, start: [], claim: 0, lease: 60, now: now)
        return started.map { "\($0.entry.email.kind.rawValue) \($0.address)" }.sorted()
      }
      func to(_ kind: String, _ numbers: [Int]) -> [String] {
        numbers.map { "\(kind) Number.\($0)@example.com" }
      }
      #expect(try await send(at: Sample.now) == to("referral", [2, 3, 4]))
      try await store.answer(1, position: 0, .yes(from: nil), at: Sample.now + 60, from: .ownPage)
      #expect(try await send(at: Sample.now + 60) == to("referral-yes", [1]))
      let due = Sample.now + Asking.remindedAfter
      #expect(try await send(at: due - 1) == [])
      #expect(try await send(at: due) == to("referral-reminder", [3, 4]))
      try await store.close(1, by: 1, .placed, at: due + 60)
      #expect(try await send(at: due + 60) == to("referral-closed", [3, 4]))
      #expect(try await send(at: due + 30 * Sample.day) == [])
    }
  }
}
