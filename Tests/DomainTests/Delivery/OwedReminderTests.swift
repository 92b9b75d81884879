import Foundation
import Testing

@testable import Domain

struct OwedReminderTests {
  private static let asked = Sample.now
  private static let due = asked + 7 * Sample.day

  private func decide(
    _ question: Owed.Question?, practitioner: Practitioner? = nil, wait: StatedWait? = nil, now: Date = due
  ) throws -> Owed {
    let member = try practitioner ?? Sample.practitioner()
    let facts = Owed.Facts(practitioner: member, wait: wait, question: question)
    return Owed.decide(Sample.reminder(to: member.id, askedAt: Self.asked), facts: facts, now: now)
  }

  private func sent(_ at: Date? = asked) -> Owed.Question { Owed.Question(state: .sent, settledAt: at) }

  @Test func `who was asked and said nothing is reminded, at the address they have now`() throws {
    var member = try Sample.practitioner()
    member.email = try EmailAddress("new@example.com")
    #expect(try decide(sent(), practitioner: member) == .to(member.email))
    #expect(try decide(sent(), practitioner: member, wait: Sample.wait(.now)) == .to(member.email))
  }

  @Test(arguments: OutboxEntry.State.allCases)
  func `a question that did not go out is not reminded of`(state: OutboxEntry.State) throws {
    let member = try Sample.practitioner()
    let isAsked = state == .sent || state == .uncertain
    let expected: Owed = isAsked ? .to(member.email) : .no(.notAsked)
    #expect(try decide(Owed.Question(state: state, settledAt: Self.asked)) == expected)
  }

  @Test func `a question that is not on record is not reminded of`() throws {
    #expect(try decide(nil) == .no(.notAsked))
  }

  @Test(
    arguments: [
      (-1, false), (0, false), (1, false), (259_199, false), (259_200, true), (604_800, true),
    ] as [(TimeInterval, Bool)])
  func `a question that a slow relay took lately is not reminded of`(seconds: TimeInterval, isOwed: Bool)
    throws
  {
    let member = try Sample.practitioner()
    #expect(try decide(sent(Self.due - seconds)) == (isOwed ? .to(member.email) : .no(.askedLately)))
  }

  @Test(arguments: ConfirmationMeans.allCases, [-1.0, 0, 1, 596_160])
  func `who has said it in person since they were asked gets no reminder`(
    means: ConfirmationMeans, seconds: TimeInterval
  ) throws {
    let member = try Sample.practitioner()
    let wait = StatedWait(.now, confirmedAt: Self.asked + seconds, means: means)
    let isAnswered = means.isPersonal && seconds >= 0
    #expect(try decide(sent(), wait: wait) == (isAnswered ? .no(.answered) : .to(member.email)))
  }

  @Test func `an answer counts from when the question went out, not from when the reminder was due`() throws {
    let wait = StatedWait(.closed, confirmedAt: Self.asked + 60, means: .email)
    #expect(try decide(sent(), wait: wait, now: Self.due + 3 * Sample.day) == .no(.answered))
  }

  @Test func `one unsubscribe stops questions and reminders`() throws {
    let stopped = try Sample.practitioner(stopped: [.rounds])
    #expect(try decide(sent(), practitioner: stopped) == .no(.unsubscribed))
    let suspended = try Sample.practitioner(standing: .suspended)
    #expect(try decide(sent(), practitioner: suspended) == .no(.suspended))
    let facts = Owed.Facts(practitioner: nil, wait: nil, question: sent())
    #expect(Owed.decide(Sample.reminder(to: Sample.id(1)), facts: facts, now: Self.due) == .no(.gone))
  }

  @Test(arguments: [(0, true), (604_800, true), (604_801, false)] as [(TimeInterval, Bool)])
  func `a reminder is owed up to its own use-by`(seconds: TimeInterval, isOwed: Bool) throws {
    let member = try Sample.practitioner()
    let expected: Owed = isOwed ? .to(member.email) : .no(.pastUseBy)
    #expect(try decide(sent(), now: Self.due + seconds) == expected)
  }

  @Test func `there are words for every reason`() {
    #expect(Set(Owed.Reason.allCases.map(\.rawValue)).count == Owed.Reason.allCases.count)
    #expect(Owed.Reason.allCases.allSatisfy { !$0.rawValue.isEmpty })
  }
}
