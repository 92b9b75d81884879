import Foundation
import Testing

@testable import Domain

struct AnswerDecisionTests {
  @Test(arguments: WaitingPeriod.allCases, [nil, Sample.wait(.now), Sample.wait(.closed, means: .import)])
  func `a first press counts at once`(period: WaitingPeriod, before: StatedWait?) throws {
    var walk = try AnswerWalk(before: before)
    #expect(walk.press(period) == .recorded(period, earnsBrowser: true))
    #expect(walk.wait == StatedWait(period, confirmedAt: walk.now, means: .email))
    #expect(walk.facts.answer?.before == before)
    #expect(walk.history.map(\.kind) == [.said])
    #expect(
      walk.history.allSatisfy { $0.email == walk.facts.email && $0.means == .email && $0.at == walk.now })
  }

  @Test func `an answer is kept to the millisecond, as the record keeps it`() throws {
    var walk = try AnswerWalk()
    walk.pass(0.123_456)
    walk.press(.now)
    #expect(walk.wait?.confirmedAt == walk.now.inMilliseconds)
    #expect(walk.facts.answer?.at == walk.now.inMilliseconds)
  }

  @Test func `the same answer twice stands as it was said first`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    let (said, history) = (walk.wait, walk.history)
    walk.pass(60)
    #expect(walk.press(.now) == .recorded(.now, earnsBrowser: true))
    #expect(walk.wait == said)
    #expect(walk.history == history)
  }

  @Test(arguments: [0.0, 1, 60, 599, 600])
  func `another answer within ten minutes counts for neither`(seconds: TimeInterval) throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(seconds)
    #expect(walk.press(.closed) == .contested)
    #expect(walk.wait == walk.before)
    #expect(walk.facts.answer?.isContested == true)
    #expect(walk.facts.answer?.period == nil)
    #expect(walk.history.map(\.kind) == [.said, .contested])
  }

  @Test(arguments: [601, 3_600, 2_592_000] as [TimeInterval])
  func `another answer after ten minutes is a change of mind`(seconds: TimeInterval) throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    let first = walk.wait
    walk.pass(seconds)
    #expect(walk.press(.closed) == .recorded(.closed, earnsBrowser: true))
    #expect(walk.wait == StatedWait(.closed, confirmedAt: walk.now, means: .email))
    #expect(walk.facts.answer?.before == first)
    #expect(walk.undo() == .undone)
    #expect(walk.wait == first)
  }

  @Test func `the same answer after ten minutes confirms anew`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(601)
    #expect(walk.press(.now) == .recorded(.now, earnsBrowser: true))
    #expect(walk.wait?.confirmedAt == walk.now)
  }

  @Test func `a clock set back between two answers does not hide their contradiction`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(-7_200)
    #expect(walk.press(.closed) == .contested)
    #expect(walk.wait == walk.before)
  }

  @Test(arguments: [30.0, 599, 601, 86_400])
  func `a change through the result page is no contradiction`(seconds: TimeInterval) throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(seconds)
    #expect(walk.press(.oneMonth, from: .resultPage) == .recorded(.oneMonth, earnsBrowser: true))
    #expect(walk.wait == StatedWait(.oneMonth, confirmedAt: walk.now, means: .email))
    #expect(walk.facts.answer?.isContested == false)
  }

  @Test func `undo after a quick change brings back what stood before the email`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(20)
    walk.press(.oneMonth, from: .resultPage)
    walk.pass(20)
    #expect(walk.undo() == .undone)
    #expect(walk.wait == walk.before)
  }

  @Test func `another link after a quick change restores what stood before the email`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(20)
    walk.press(.oneMonth, from: .resultPage)
    walk.pass(20)
    #expect(walk.press(.closed) == .contested)
    #expect(walk.wait == walk.before)
  }

  @Test func `nobody who takes no part is recorded`() throws {
    let walk = try AnswerWalk()
    var suspended = walk.facts
    suspended.practitioner.standing = .suspended
    for facts in [nil, suspended] {
      for origin in [AnswerDecision.Origin.link, .confirmingPage, .resultPage] {
        let press = AnswerDecision.press(
          .now, from: origin, facts: facts, event: Sample.id(), now: Sample.now)
        #expect(press.outcome == .notTakingPart)
        #expect(press.changes.isEmpty)
      }
      let undo = AnswerDecision.undo(facts: facts, event: Sample.id(), now: Sample.now)
      #expect(undo.outcome == .notTakingPart)
      #expect(undo.changes.isEmpty)
    }
  }

  @Test func `no press queues an email`() throws {
    let facts = try AnswerWalk().facts
    for period in WaitingPeriod.allCases {
      let decision = AnswerDecision.press(
        period, from: .link, facts: facts, event: Sample.id(), now: Sample.now)
      #expect(decision.emails.isEmpty)
    }
  }
}
