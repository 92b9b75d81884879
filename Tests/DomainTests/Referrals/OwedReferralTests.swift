import Foundation
import Testing

@testable import Domain

struct OwedReferralTests {
  private func sent(_ walk: ReferralWalk) -> Owed.Question {
    Owed.Question(state: .sent, settledAt: walk.referral.madeAt + 5)
  }

  @Test func `silence for 72 hours is reminded of once, an answer or the end is not`() throws {
    let asked = try ReferralWalk()
    let reminder = try #require(asked.email(.referralReminder, to: 2))
    let changes: [(Owed.Reason?, (inout ReferralWalk) -> Void)] = [
      (nil, { _ in }), (.answered, { $0.press(.no) }), (.closed, { $0.close(.placed) }),
      (
        nil,
        {
          $0.press(.no)
          $0.takeBack()
        }
      ),
      (.closed, { $0.practitioners[ReferralWalk.referrer]?.standing = .suspended }),
      (.suspended, { $0.practitioners[ReferralWalk.colleague(2)]?.standing = .suspended }),
      (.closed, { $0.practitioners[ReferralWalk.colleague(2)]?.standing = .leaving }),
      (.away, { $0.practitioners[ReferralWalk.colleague(2)]?.awayUntil = Sample.now + 9 * Sample.day }),
    ]
    let address = try Sample.practitioner(2).email
    for (reason, change) in changes {
      var walk = asked
      change(&walk)
      walk.pass(Asking.remindedAfter)
      let expected: Owed = reason.map(Owed.no) ?? .to(address)
      #expect(walk.owed(reminder, question: sent(walk)) == expected)
    }
  }

  @Test(arguments: OutboxEntry.State.allCases)
  func `what was never sent is neither reminded of nor said to be over`(state: OutboxEntry.State) throws {
    var walk = try ReferralWalk()
    let reminder = try #require(walk.email(.referralReminder, to: 2))
    walk.pass(Asking.remindedAfter)
    let question = Owed.Question(state: state, settledAt: Sample.now)
    let isSent = state == .sent || state == .uncertain
    let expected: Owed = isSent ? .to(try Sample.practitioner(2).email) : .no(.notAsked)
    #expect(walk.owed(reminder, question: question) == expected)
    walk.close(.withdrawn)
    let closed = try #require(walk.email(.referralClosed, to: 2))
    #expect(walk.owed(closed, question: question) == expected)
  }

  @Test func `a question that a slow relay took only a day ago is not reminded of`() throws {
    var walk = try ReferralWalk()
    let reminder = try #require(walk.email(.referralReminder, to: 2))
    walk.pass(Asking.remindedAfter)
    for (seconds, isOwed) in [(1.0, false), (86_399, false), (86_400, true)] {
      let question = Owed.Question(state: .sent, settledAt: walk.now - seconds)
      let expected: Owed = isOwed ? .to(try Sample.practitioner(2).email) : .no(.askedLately)
      #expect(walk.owed(reminder, question: question) == expected)
    }
  }

  @Test func `a yes is told as long as it stands as it was said`() throws {
    var walk = try ReferralWalk()
    walk.press(.yes(from: nil))
    let first = try #require(walk.email(.referralYes, to: 1))
    walk.pass(700)
    walk.press(.yes(from: .oneMonth))
    let second = try #require(walk.email(.referralYes, to: 1))
    #expect(first.period != second.period, "the outbox takes both")
    #expect(walk.owed(first) == .no(.takenBack))
    #expect(walk.owed(second) == .to(try Sample.practitioner(1).email))
    walk.takeBack()
    #expect(walk.owed(second) == .no(.takenBack))
  }

  @Test func `a question that waited behind the end is not sent any more`() throws {
    var walk = try ReferralWalk()
    let question = try #require(walk.email(.referral, to: 2))
    #expect(walk.owed(question) == .to(try Sample.practitioner(2).email))
    walk.close(.placed)
    #expect(walk.owed(question) == .no(.closed))
  }
}
