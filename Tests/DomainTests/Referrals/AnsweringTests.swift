import Foundation
import Testing

@testable import Domain

struct AnsweringTests {
  @Test(arguments: ReferralAnswer.all)
  func `a first press counts at once, and of a yes the referrer hears`(answer: ReferralAnswer) throws {
    var walk = try ReferralWalk()
    let queued = walk.emails.count
    #expect(walk.press(answer) == .recorded(answer, earnsBrowser: true))
    #expect(walk.state(2) == answer.state)
    let isYes = answer.word == "yes"
    #expect(walk.emails.count == queued + (isYes ? 1 : 0))
    if isYes {
      let news = try #require(walk.emails.last)
      #expect(news.recipient == .practitioner(ReferralWalk.referrer))
      #expect(news.about == ReferralWalk.colleague(2))
      #expect(news.notBefore == walk.now + ReferralDecision.grace)
      walk.pass(ReferralDecision.grace)
      #expect(walk.owed(news) == .to(try Sample.practitioner(1).email))
    }
    #expect(walk.wait(2) == (answer == .full ? .closed : .oneMonth))
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `who is full says what the listing is to say, and taking it back brings back what stood`(
    period: WaitingPeriod
  ) throws {
    var walk = try ReferralWalk(wait: Sample.wait(.threeMonths))
    let before = walk.waits
    walk.press(.full, listing: period)
    #expect(walk.wait(2) == period)
    #expect(walk.waits[ReferralWalk.colleague(2)]?.means.isPersonal == true)
    #expect(walk.takeBack() == .undone)
    #expect(walk.waits == before)
    #expect(walk.state(2) == .asked)
    #expect(walk.takeBack() == .nothingToUndo)
  }

  @Test func `what the listing was said to be since by other means stays`() throws {
    var walk = try ReferralWalk()
    walk.press(.full)
    let newer = StatedWait(.now, confirmedAt: walk.now + 60, means: .site)
    walk.waits[ReferralWalk.colleague(2)] = newer
    walk.pass(120)
    walk.press(.yes(from: nil), from: .ownPage)
    #expect(walk.waits[ReferralWalk.colleague(2)] == newer)
  }

  @Test func `a scanner that presses every button within minutes leaves everything as it was`() throws {
    for buttons in [ReferralAnswer.all, ReferralAnswer.all.reversed()] {
      var walk = try ReferralWalk()
      let before = walk.waits
      for answer in buttons { walk.press(answer) }
      #expect(walk.state(2) == .asked)
      #expect(walk.waits == before)
      #expect(walk.press(.no) == .contested)
      walk.pass(ReferralDecision.grace)
      for email in walk.emails where email.email.kind == .referralYes {
        #expect(walk.owed(email) == .no(.takenBack))
      }
      for answer in buttons {
        #expect(walk.press(answer, from: .confirmingPage) == .recorded(answer, earnsBrowser: false))
        #expect(walk.state(2) == answer.state)
      }
    }
  }

  @Test(arguments: [0.0, 600, 601])
  func `another answer by a link is a contradiction within ten minutes, and a change of mind after`(
    seconds: TimeInterval
  ) throws {
    var walk = try ReferralWalk()
    walk.press(.full)
    walk.pass(seconds)
    let isChange = seconds > AnswerDecision.contestWindow
    #expect(walk.press(.no) == (isChange ? .recorded(.no, earnsBrowser: true) : .contested))
    #expect(walk.state(2) == (isChange ? .no : .asked))
    #expect(walk.wait(2) == .oneMonth)
  }

  @Test func `another answer on one's own page is a change, and the same answer is none`() throws {
    var walk = try ReferralWalk()
    walk.press(.yes(from: nil), from: .ownPage)
    #expect(walk.emails.last?.notBefore == walk.now, "it was a person, so there is nothing to wait for")
    let (queued, asked) = (walk.emails.count, walk.referral)
    walk.pass(30)
    #expect(walk.press(.yes(from: nil)) == .recorded(.yes(from: nil), earnsBrowser: true))
    #expect(walk.emails.count == queued && walk.referral == asked)
    #expect(walk.press(.full, from: .ownPage) == .recorded(.full, earnsBrowser: true))
    #expect(walk.press(.full, listing: .sixMonths, from: .ownPage) == .recorded(.full, earnsBrowser: true))
    #expect(walk.wait(2) == .sixMonths)
    #expect(walk.press(.no, from: .ownPage) == .recorded(.no, earnsBrowser: true))
    #expect(walk.wait(2) == .oneMonth)
  }

  @Test func `a closed referral takes no answer and gives none back`() throws {
    for closing in Referral.Closing.allCases {
      var walk = try ReferralWalk()
      walk.press(.full, by: 3)
      walk.close(closing)
      let before = walk.referral
      for origin in ReferralDecision.Origin.allCases {
        #expect(walk.press(.yes(from: nil), from: origin) == .over)
        #expect(walk.press(.yes(from: nil), by: 3, from: origin) == .over)
      }
      #expect(walk.takeBack(by: 3) == .over)
      #expect(walk.referral == before)
      #expect(walk.wait(3) == .closed)
    }
  }

  @Test(arguments: [1, 2], [Practitioner.Standing.suspended, .leaving, .erased])
  func `where one of the two takes no part there is nothing to answer or to see`(
    number: Int, standing: Practitioner.Standing
  ) throws {
    var walk = try ReferralWalk()
    walk.practitioners[Sample.id(number)]?.standing = standing
    #expect(walk.state(2) == nil)
    #expect(walk.press(.no) == .unknown)
    #expect(walk.takeBack() == .unknown)
    let isAsked = walk.facts?.askings.contains { $0.colleague.id == ReferralWalk.colleague(2) }
    #expect(isAsked == false)
  }
}
