import Foundation
import Testing

@testable import Domain

struct ContestedEmailTests {
  private static let bands = WaitingPeriod.allCases

  @Test(arguments: 1...200)
  func `a robot's presses within ten minutes leave the wait as it was`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var walk = try AnswerWalk(before: Sample.randomWait(using: &generator))
    var answers: Set<WaitingPeriod> = []
    var left = 600.0
    for _ in 0..<Int.random(in: 2...15, using: &generator) {
      let pause = Double(Int.random(in: 0...Int(left / 2), using: &generator))
      walk.pass(pause)
      left -= pause
      let period = Self.bands.randomElement(using: &generator) ?? .now
      answers.insert(period)
      walk.press(period)
    }
    if answers.count >= 2 {
      #expect(walk.wait == walk.before)
      #expect(walk.facts.answer?.isContested == true)
    } else {
      #expect(walk.wait?.period == answers.first)
    }
  }

  @Test(arguments: bands)
  func `the person who chooses after a robot pressed all seven succeeds`(choice: WaitingPeriod) throws {
    var walk = try AnswerWalk()
    for period in Self.bands {
      walk.press(period)
      walk.pass(20)
    }
    #expect(walk.wait == walk.before)
    #expect(walk.page(choice) == .confirm)
    #expect(walk.press(choice, from: .confirmingPage) == .recorded(choice, earnsBrowser: false))
    #expect(walk.wait == StatedWait(choice, confirmedAt: walk.now, means: .email))
    #expect(walk.facts.answer?.isContested == true)
  }

  @Test(arguments: [1, 601, 86_400, 3_456_000] as [TimeInterval])
  func `links of a contested email never count again by themselves`(seconds: TimeInterval) throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.press(.closed)
    let history = walk.history
    walk.pass(seconds)
    for period in Self.bands {
      #expect(walk.page(period) == .confirm)
      #expect(walk.press(period) == .contested)
    }
    #expect(walk.wait == walk.before)
    #expect(walk.history == history)
  }

  @Test func `a robot that comes back does not disturb the choice made by hand`() throws {
    var walk = try AnswerWalk()
    Self.bands.forEach { walk.press($0) }
    walk.press(.oneMonth, from: .confirmingPage)
    let (chosen, answer) = (walk.wait, walk.facts.answer)
    for period in Self.bands { #expect(walk.press(period) == .contested) }
    #expect(walk.wait == chosen)
    #expect(walk.facts.answer == answer)
  }

  @Test func `a choice by hand may be changed, and taken back`() throws {
    var walk = try AnswerWalk()
    Self.bands.forEach { walk.press($0) }
    walk.pass(3_600)
    walk.press(.oneMonth, from: .confirmingPage)
    walk.pass(30)
    #expect(walk.press(.sixMonths, from: .resultPage) == .recorded(.sixMonths, earnsBrowser: false))
    #expect(walk.wait?.period == .sixMonths)
    #expect(walk.undo() == .undone)
  }

  @Test func `undo of a choice by hand brings back what stood before, and stays contested`() throws {
    var walk = try AnswerWalk()
    Self.bands.forEach { walk.press($0) }
    walk.press(.oneMonth, from: .confirmingPage)
    #expect(walk.undo() == .undone)
    #expect(walk.wait == walk.before)
    #expect(walk.facts.answer?.isContested == true)
    #expect(walk.press(.now) == .contested)
  }

  @Test func `a press that only claims to come from a confirming page contradicts like any other`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(30)
    #expect(walk.press(.closed, from: .confirmingPage) == .contested)
    #expect(walk.wait == walk.before)
  }

  @Test func `after a contest there is nothing to undo`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.press(.closed)
    #expect(walk.undo() == .nothingToUndo)
    #expect(walk.wait == walk.before)
  }
}
