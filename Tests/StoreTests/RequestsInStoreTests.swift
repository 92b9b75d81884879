import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct `Requests in the record` {
  private typealias S = RequestSamples

  private func opened(_ work: (Store) async throws -> Void) async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      try await work(store)
    }
  }

  @Test func `are read as they were written, at every step`() async throws {
    try await opened { store in
      #expect(try await S.make(1, store) == .sent)
      let made = try #require(try await S.request(1, store))
      let seeker = try BookingSamples.seeker(1)
      #expect(made.seeker == seeker && made.wishes == "Zebulon's mornings" && made.state == .unconfirmed)
      _ = try await S.decide(1, store) { RequestDecision.confirm($0, S.means(1)) }
      let later = S.now + 60
      _ = try await S.decide(1, store, now: later) {
        RequestDecision.refuse(number: 1, wait: .closed, facts: $0, S.means(2, now: later))
      }
      let passed = try #require(try await S.request(1, store))
      #expect(passed.parts.map(\.answer) == [.full, nil, nil] && passed.current?.askedAt == later)
      #expect(try await store.read { try $0.wait(of: S.practitioner)?.period } == .closed)
      _ = try await S.decide(1, store, now: later) {
        RequestDecision.accept(S.slot, number: 2, facts: $0, S.means(3, now: later))
      }
      let accepted = try #require(try await S.request(1, store))
      #expect(accepted.state == .accepted && accepted.booking == S.means(3).booked)
      #expect(try await store.read { try $0.request(bookedAs: S.means(3).booked) } == accepted)
    }
  }

  @Test func `of fifty answers to one, one books`() async throws {
    try await opened { store in
      try await S.ask(1, store)
      let outcomes = try await withThrowingTaskGroup(of: RequestDecision.Outcome.self) { group in
        for number in 2..<52 {
          group.addTask {
            try await S.decide(1, store) {
              RequestDecision.accept(S.slot, number: 1, facts: $0, S.means(number))
            }
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0 == .done } == 1)
      #expect(try await store.number("SELECT count(*) FROM booking") == 1)
    }
  }

  @Test(arguments: ["answer = 'accepted', asked_at = 1", "answer = NULL, asked_at = 1"])
  func `are accepted once and asked of one, or the database itself refuses`(values: String) async throws {
    try await opened { store in
      try await S.ask(1, store)
      let isRefused: Bool
      do {
        try await store.writer.submit { database, _ in
          try database.execute(sql: "UPDATE time_request_part SET \(values) WHERE number < 3")
        }
        isRefused = false
      } catch { isRefused = true }
      #expect(isRefused)
    }
  }

  @Test func `are due when the answer did not come in two days, or its practitioner is gone`() async throws {
    try await opened { store in
      for number in 1...2 { try await S.ask(number, asking: number == 1 ? 3 : 1, store) }
      func due(_ now: Date) async throws -> [TimeRequest.ID] {
        try await store.read { try $0.requestsDue(now: now, limit: 9) }
      }
      #expect(try await due(S.now + 48 * 3_600 - 1) == [])
      #expect(try await due(S.now + 48 * 3_600).count == 2)
      _ = try await store.erase(S.practitioner) {
        ErasureDecision.decide(.byOperator, facts: $0, event: Sample.id(5), now: S.now)
      }
      #expect(try await due(S.now + 1).count == 2)
      for number in 1...2 {
        _ = try await S.decide(number, store) { RequestDecision.lapse($0, S.means(number + 10)) }
      }
      #expect(try await due(S.now + 1) == [])
      #expect(try await S.request(1, store)?.current?.practitioner == Sample.id(2))
      #expect(try await S.request(2, store)?.state == .over)
    }
  }

  @Test func `wait for whoever is asked, the longest waiting first, until they are answered or late`()
    async throws
  {
    try await opened { store in
      for (number, minute) in [(1, 20.0), (2, 0), (3, 10)] {
        let now = S.now + minute * 60
        _ = try await S.make(number, store, now: now)
        _ = try await S.decide(number, store, now: now) {
          RequestDecision.confirm($0, S.means(number, now: now))
        }
      }
      _ = try await S.make(4, store)
      func waiting(_ member: Int = 1, _ now: Date, limit: Int = 9) async throws -> [TimeRequest.ID] {
        try await store.read { record in
          let waiting = try record.requests(awaiting: Sample.id(member), now: now, limit: limit)
          let count = try record.countOfRequests(awaiting: Sample.id(member), now: now)
          #expect(waiting.count == min(count, limit))
          #expect(waiting.allSatisfy { $0.part(asking: Sample.id(member))?.answer == nil })
          return waiting.map(\.id)
        }
      }
      let later = S.now + 3_600
      #expect(try await waiting(1, later) == [2, 3, 1].map(S.id))
      #expect(try await waiting(1, later, limit: 2) == [2, 3].map(S.id))
      #expect(try await waiting(2, later) == [])
      _ = try await S.decide(3, store, now: later) {
        RequestDecision.refuse(number: 1, wait: nil, facts: $0, S.means(5, now: later))
      }
      #expect(try await waiting(1, later) == [2, 1].map(S.id))
      #expect(try await waiting(2, later) == [S.id(3)])
      _ = try await S.decide(1, store) { RequestDecision.withdraw($0.request, now: later) }
      #expect(try await waiting(1, S.now + TimeRequest.answerLasts - 1) == [S.id(2)])
      #expect(try await waiting(1, S.now + TimeRequest.answerLasts) == [])
    }
  }

  @Test func `count among the three questions that an address is sent a day`() async throws {
    try await opened { store in
      let seeker = try BookingSamples.seeker(1)
      for attempt in 0..<5 {
        let request = TimeRequest(
          id: S.id(20 + attempt), seeker: seeker, wishes: "", asking: [S.practitioner], madeAt: S.now)
        _ = try await store.perform({ record in
          (
            try record.bookingFacts(S.practitioner, siteZone: .gmt, now: S.now),
            try record.countOfBookingQuestions(to: seeker.email, since: S.now - 86_400)
          )
        }) {
          RequestDecision.make(
            request, first: $0, questions: $1, email: Sample.id(9_100 + attempt), now: S.now)
        }
      }
      #expect(
        try await store.texts("SELECT recipient_key FROM outbox")
          == Array(repeating: seeker.email.key, count: 3))
    }
  }
}
