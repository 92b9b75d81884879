import Foundation
import Testing

@testable import Domain

struct AskingPageTests {
  private func page(
    _ walk: ReferralWalk, _ choice: ReferralAnswer? = .no, knows entries: [BrowserKnowledge.Entry] = []
  ) -> AskingPage {
    AskingPage.decide(
      facts: walk.answerFacts(2)?.asked, choice: choice, browser: BrowserKnowledge(entries: entries),
      contested: [Sample.id(77)], now: walk.now)
  }

  private let signedIn = [BrowserKnowledge.Entry(practitioner: Sample.id(2), email: nil, at: Sample.now)]

  private func pressed(_ number: Int, daysAgo: Double) -> [BrowserKnowledge.Entry] {
    [.init(practitioner: Sample.id(2), email: Sample.id(number), at: Sample.now - daysAgo * Sample.day)]
  }

  @Test func `a known browser presses what the link says, but never that one is full`() throws {
    let walk = try ReferralWalk()
    for answer in ReferralAnswer.all {
      #expect(page(walk, answer) == .ask(answer, submitsItself: false))
      #expect(page(walk, answer, knows: signedIn) == .ask(answer, submitsItself: answer != .full))
      #expect(
        page(walk, answer, knows: pressed(70, daysAgo: 1)) == .ask(answer, submitsItself: answer != .full))
      for unknown in [pressed(70, daysAgo: 0.9), pressed(77, daysAgo: 9)] {
        #expect(page(walk, answer, knows: unknown) == .ask(answer, submitsItself: false))
      }
    }
    #expect(page(walk, nil, knows: signedIn) == .ask(nil, submitsItself: false))
  }

  @Test func `the result is the pressing browser's, and elsewhere nothing submits itself`() throws {
    var walk = try ReferralWalk()
    walk.press(.yes(from: .oneMonth))
    #expect(page(walk, knows: pressed(101, daysAgo: 0)) == .result(.yes(from: .oneMonth)))
    #expect(page(walk, knows: signedIn) == .ask(.no, submitsItself: false))
  }

  @Test func `a contested email is confirmed by hand, also in a known browser`() throws {
    var walk = try ReferralWalk()
    walk.press(.yes(from: nil))
    walk.press(.no)
    #expect(page(walk, knows: signedIn) == .confirm)
    walk.press(.no, from: .confirmingPage)
    #expect(page(walk, knows: signedIn) == .confirm)
    #expect(page(walk, knows: pressed(101, daysAgo: 0)) == .result(.no))
  }

  @Test func `what is over says so, whoever looks`() throws {
    var (lapsed, placed) = (try ReferralWalk(), try ReferralWalk())
    lapsed.pass(Asking.lapsesAfter)
    placed.press(.no)
    placed.close(.placed)
    for entries in [[], signedIn, pressed(101, daysAgo: 0)] {
      #expect(page(lapsed, knows: entries) == .over(.open))
      #expect(page(placed, knows: entries) == .over(.placed))
    }
    placed.practitioners[ReferralWalk.referrer]?.standing = .suspended
    #expect(page(placed) == .unknown)
  }
}
