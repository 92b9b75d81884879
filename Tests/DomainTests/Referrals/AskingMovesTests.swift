import Foundation
import Testing

@testable import Domain

struct AskingMovesTests {
  private static let states: [Asking.State] = [.asked, .lapsed] + ReferralAnswer.all.map(\.state)
  private static let moves: [Asking.State.Move] =
    [.takeBack, .lapse] + ReferralAnswer.all.map { .answer($0) }

  @Test func `every move that is not named here is refused`() {
    for state in Self.states {
      for move in Self.moves {
        let expected: Asking.State? =
          switch (state, move) {
          case (.asked, .answer(let answer)): answer.state
          case (.asked, .lapse): .lapsed
          case (.yes, .takeBack), (.no, .takeBack), (.full, .takeBack): .asked
          default: nil
          }
        #expect(state.after(move) == expected, "\(state) \(move)")
      }
    }
  }

  @Test func `what is closed stays as it was closed`() {
    for closing in Referral.Closing.allCases {
      #expect(Referral.State.open.after(closing)?.rawValue == closing.rawValue)
      for closed in [Referral.State.placed, .withdrawn] { #expect(closed.after(closing) == nil) }
    }
  }

  @Test func `silence lapses after fourteen days or when the referral is closed, and an answer never does`()
    throws
  {
    for (seconds, isOver) in [(0.0, false), (1_209_599, false), (1_209_600, true)] {
      var walk = try ReferralWalk()
      walk.press(.no, by: 3)
      walk.pass(seconds)
      #expect(walk.state(2) == (isOver ? .lapsed : .asked))
      #expect(walk.state(3) == .no)
    }
    for closing in Referral.Closing.allCases {
      var walk = try ReferralWalk()
      walk.press(.yes(from: nil), by: 3)
      walk.close(closing)
      #expect(walk.state(2) == .lapsed)
      #expect(walk.state(3) == .yes(from: nil))
    }
  }

  @Test func `an answer is one octet of a link, and one or two words of a form`() {
    var codes: Set<UInt8> = [0]
    for answer in ReferralAnswer.all {
      #expect(codes.insert(answer.code).inserted)
      #expect(ReferralAnswer(code: answer.code) == answer)
      #expect(ReferralAnswer(word: answer.word, from: answer.from) == answer)
    }
    for code in 0...UInt8.max where !codes.contains(code) || code == 0 {
      #expect(ReferralAnswer(code: code) == nil)
    }
    for wait in [WaitingPeriod.now, .closed] { #expect(ReferralAnswer(word: "yes", from: wait) == nil) }
    #expect(ReferralAnswer(word: "perhaps") == nil)
  }

  @Test func `an email offers a place within the wait that the listing says, where that is one`() {
    for period in WaitingPeriod.allCases {
      let isOffered = period.isOpen && period != .now
      #expect(ReferralAnswer.wait(of: Sample.wait(period)) == (isOffered ? period : .twoWeeks))
    }
    #expect(ReferralAnswer.wait(of: nil) == .twoWeeks)
  }

  /// Whatever is pressed, in whatever order, from wherever and whenever.
  @Test(arguments: 0..<200)
  func `no walk leaves the machine`(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    var walk = try ReferralWalk()
    for _ in 0..<40 {
      let number = Int.random(in: 2...4, using: &chance)
      let before = (walk.state(number), walk.referral.state)
      let waitBefore = walk.wait(number)
      switch Int.random(in: 0..<10, using: &chance) {
      case 0: walk.close(Referral.Closing.allCases.randomElement(using: &chance) ?? .placed)
      case 1, 2: walk.takeBack(by: number)
      case 3: walk.pass(Double(Int.random(in: 0...400_000, using: &chance)))
      default:
        let origin = ReferralDecision.Origin.allCases.randomElement(using: &chance) ?? .link
        let answer = ReferralAnswer.all.randomElement(using: &chance) ?? .no
        walk.press(answer, by: number, from: origin)
      }
      let after = walk.state(number)
      if before.1 != .open {
        #expect(walk.referral.state == before.1)
        #expect(after == before.0 && walk.wait(number) == waitBefore)
      }
      if before.0 == .lapsed { #expect(after == .lapsed) }
      #expect((after == .full) == (walk.wait(number) == .closed), "only “I'm full” has closed a listing")
    }
  }
}
