import Foundation
import Testing

@testable import Domain

struct AnswerPageTests {
  private let me: Practitioner.ID = Sample.id(1)
  private var signedIn: BrowserKnowledge { knowing(nil, daysAgo: 0) }

  private func knowing(_ email: OutboxEntry.ID?, of practitioner: Int = 1, daysAgo: Double)
    -> BrowserKnowledge
  {
    BrowserKnowledge(entries: [
      .init(practitioner: Sample.id(practitioner), email: email, at: Sample.now - daysAgo * Sample.day)
    ])
  }

  @Test func `an unknown browser is asked, a known one submits itself`() throws {
    let walk = try AnswerWalk()
    #expect(walk.page(.now) == .ask(submitsItself: false))
    #expect(walk.page(.now, browser: signedIn) == .ask(submitsItself: true))
    #expect(walk.page(.now, browser: knowing(Sample.id(9), daysAgo: 1)) == .ask(submitsItself: true))
    #expect(walk.page(.now, browser: knowing(Sample.id(9), daysAgo: 0.99)) == .ask(submitsItself: false))
    #expect(walk.page(.now, browser: knowing(nil, of: 2, daysAgo: 9)) == .ask(submitsItself: false))
  }

  @Test func `only the latest email submits itself`() throws {
    let walk = try AnswerWalk()
    #expect(walk.page(.now, browser: signedIn, isLatest: false) == .ask(submitsItself: false))
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `no answered email submits itself, in whatever browser`(choice: WaitingPeriod) throws {
    var walk = try AnswerWalk()
    walk.press(.oneMonth)
    for browser in [BrowserKnowledge(), signedIn, knowing(walk.facts.email, daysAgo: 5)] {
      #expect(walk.page(choice, browser: browser) != .ask(submitsItself: true))
    }
    walk.undo()
    #expect(walk.page(choice, browser: signedIn) == .ask(submitsItself: false))
  }

  @Test func `the result is shown in the browser that pressed, and for the choice it made`() throws {
    var walk = try AnswerWalk()
    walk.press(.oneMonth)
    let mine = knowing(walk.facts.email, daysAgo: 0)
    #expect(walk.page(.oneMonth, browser: mine) == .result(.oneMonth))
    #expect(walk.page(.now, browser: mine) == .ask(submitsItself: false))
    #expect(walk.page(.oneMonth) == .ask(submitsItself: false))
    #expect(walk.page(.oneMonth, browser: knowing(Sample.id(9), daysAgo: 3)) == .ask(submitsItself: false))
  }

  @Test func `a press of a contested email makes no browser known`() throws {
    let walk = try AnswerWalk()
    let browser = knowing(Sample.id(9), daysAgo: 30)
    let page = AnswerPage.decide(
      facts: walk.facts, choice: .now, browser: browser, isLatest: true, contested: [Sample.id(9)],
      now: Sample.now)
    #expect(page == .ask(submitsItself: false))
  }

  @Test func `one uncontested press beside a contested one makes a browser known`() throws {
    let walk = try AnswerWalk()
    let browser = knowing(Sample.id(9), daysAgo: 30)
      .adding(.init(practitioner: me, email: Sample.id(10), at: Sample.now - 3 * Sample.day))
    let page = AnswerPage.decide(
      facts: walk.facts, choice: .now, browser: browser, isLatest: true, contested: [Sample.id(9)],
      now: Sample.now)
    #expect(page == .ask(submitsItself: true))
  }

  @Test func `every link of a contested email shows the confirming page, in a known browser too`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.press(.closed)
    for choice in WaitingPeriod.allCases {
      #expect(walk.page(choice) == .confirm)
      #expect(walk.page(choice, browser: signedIn) == .confirm)
      #expect(walk.page(choice, browser: knowing(walk.facts.email, daysAgo: 0)) == .confirm)
    }
    walk.press(.oneMonth, from: .confirmingPage)
    #expect(walk.page(.oneMonth) == .confirm)
    #expect(walk.page(.oneMonth, browser: signedIn) == .confirm)
    #expect(walk.page(.oneMonth, browser: knowing(walk.facts.email, daysAgo: 0)) == .result(.oneMonth))
  }

  @Test func `who takes no part is told so`() throws {
    var walk = try AnswerWalk()
    walk.facts.practitioner.standing = .suspended
    #expect(walk.page(.now, browser: signedIn) == .notTakingPart)
    let nobody = AnswerPage.decide(
      facts: nil, choice: .now, browser: signedIn, isLatest: true, contested: [], now: Sample.now)
    #expect(nobody == .notTakingPart)
  }
}
