import Foundation
import Testing

@testable import Domain

@Suite struct `Whether an email about a request is still owed` {
  private typealias S = RequestSample

  private func isOwed(_ email: NewEmail, _ request: TimeRequest?, now: Date = S.now) throws -> Bool {
    let entry = OutboxEntry(
      id: email.id, email: email.email, recipient: email.recipient, period: email.period,
      createdAt: email.notBefore, useBy: email.useBy)
    let practitioner = try S.practitioner(1).practitioner
    let facts = Owed.Facts(practitioner: practitioner, wait: nil, request: request)
    if case .to = Owed.decide(entry, facts: facts, now: now) { return true }
    return false
  }

  @Test func `a question is until it is answered, withdrawn or too late`() throws {
    let request = try S.request()
    let question = try #require(RequestDecision.confirm(try S.facts(request), S.means()).emails.first)
    let asked = try S.asked()
    let refused = try S.after(
      RequestDecision.refuse(number: 1, wait: nil, facts: try S.facts(asked), S.means()))
    let withdrawn = try S.after(RequestDecision.withdraw(asked, now: S.now))
    for (request, owed) in [(asked, true), (refused, false), (withdrawn, false), (nil, false)] {
      #expect(try isOwed(question, request) == owed)
    }
    #expect(try isOwed(question, asked, now: S.now + 48 * 3_600 - 1))
    #expect(try !isOwed(question, asked, now: S.now + 48 * 3_600))
  }

  @Test func `what its seeker is asked and told is while it is so`() throws {
    let request = try S.request()
    let made = RequestDecision.make(
      request, first: try S.practitioner(1), questions: 0, email: Sample.id(1), now: S.now)
    let asked = try S.asked()
    #expect(try isOwed(made.emails[0], request))
    #expect(try !isOwed(made.emails[0], asked))
    let passing = RequestDecision.refuse(number: 1, wait: nil, facts: try S.facts(asked), S.means())
    let passed = try S.after(passing)
    let over = try S.after(
      RequestDecision.refuse(number: 2, wait: nil, facts: try S.facts(passed, closed: [3]), S.means()))
    #expect(try isOwed(passing.emails[1], passed))
    #expect(try !isOwed(passing.emails[1], over))
  }
}
