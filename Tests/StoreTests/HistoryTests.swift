import Domain
import Foundation
import Testing

@testable import Store

struct HistoryTests {
  private let lines =
    "SELECT kind, happened_at, means, email_id, waiting_period, confirmed_by FROM wait_event ORDER BY id"

  @Test func `every wait said adds a line and takes none away`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      for number in 1...20 {
        let period = WaitingPeriod.allCases[number % 7]
        let said = Sample.said(period, at: Sample.now + Double(number), means: .site)
        try await store.apply([.waitSaid(Sample.id(1 + number % 2), said, Sample.event(number))])
        #expect(try await store.number("SELECT count(*) FROM wait_event") == number)
        #expect(store.directory[Sample.id(1 + number % 2)]?.wait == said)
      }
    }
  }

  @Test func `a line keeps what happened, when, by which means and through which email`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply(emails: [Sample.email(1, to: 1)])
      let event = WaitEvent(
        id: Sample.id(1), kind: .undone, at: Sample.now, means: .email, email: Sample.emailID(1))
      try await store.apply([.waitSaid(Sample.id(1), Sample.said(.closed, means: .import), event)])
      #expect(
        try await store.texts(lines) == ["undone|1795436000000|email|\(Sample.emailID(1))|closed|import"])
    }
  }

  @Test func `a line cannot be said twice, and what stands is kept whole`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply([.waitSaid(Sample.id(1), Sample.said(.now), Sample.event(1))])
      await #expect(throws: (any Error).self) {
        try await store.apply([.waitSaid(Sample.id(1), Sample.said(.closed), Sample.event(1))])
      }
      #expect(store.directory[Sample.id(1)]?.wait == Sample.said(.now))
    }
  }

  @Test func `what an import says of a wait is in the history too`() async throws {
    try await ScratchStore.with { store in
      let event = WaitEvent(id: Sample.id(1), kind: .said, at: Sample.now, means: .import)
      try await store.apply([
        try Sample.joining(1), .waitSaid(Sample.id(1), Sample.said(.oneMonth, means: .import), event),
      ])
      #expect(try await store.texts(lines) == ["said|1795436000000|import|NULL|1-month|import"])
    }
  }

  @Test func `an answer and the contest that follows are kept, and bring back what stood`() async throws {
    try await ScratchStore.with { store in
      let before = Sample.said(.threeMonths, at: Sample.now - 40 * Sample.day, means: .import)
      try await store.join([1], wait: before)
      try await store.apply(emails: [Sample.email(1, to: 1)])
      let presses = "SELECT count(*) FROM wait_event WHERE means = 'email'"
      for (number, period) in WaitingPeriod.allCases.enumerated() {
        let outcome = try await store.perform {
          try $0.answerFacts(email: Sample.emailID(1))
        } decide: {
          AnswerDecision.press(
            period, from: .link, facts: $0, event: Sample.id(700 + number), now: Sample.now + Double(number))
        }
        #expect(outcome == (number == 0 ? .recorded(.now, earnsBrowser: true) : .contested))
        #expect(try await store.number(presses) == min(number + 1, 2))
      }
      let facts = try #require(try await store.read { try $0.answerFacts(email: Sample.emailID(1)) })
      #expect(facts.wait == before)
      #expect(facts.answer?.before == before && facts.answer?.period == nil)
      #expect(facts.answer?.contestedAt == Sample.now + 1)
      #expect(store.directory[Sample.id(1)]?.wait == before)
      let contested = try await store.read {
        try $0.contested(among: [Sample.emailID(1), Sample.emailID(2)])
      }
      #expect(contested == [Sample.emailID(1)])
    }
  }

  @Test func `an answer and its undo leave a wait never said as it was`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply(emails: [Sample.email(1, to: 1)])
      let load: @Sendable (Record) throws -> AnswerDecision.Facts? = {
        try $0.answerFacts(email: Sample.emailID(1))
      }
      // A time that is no whole millisecond: undo must still find its own answer.
      let now = Sample.now + 0.123_456
      let said = try await store.perform(load) {
        AnswerDecision.press(.now, from: .link, facts: $0, event: Sample.id(1), now: now)
      }
      #expect(said == .recorded(.now, earnsBrowser: true))
      let undone = try await store.perform(load) {
        AnswerDecision.undo(facts: $0, event: Sample.id(2), now: now + 1)
      }
      #expect(undone == .undone)
      let listing = try #require(store.directory[Sample.id(1)])
      #expect(listing.wait == nil)
    }
  }
}
