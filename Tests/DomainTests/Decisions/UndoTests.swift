import Foundation
import Testing

@testable import Domain

struct UndoTests {
  @Test(
    arguments: [nil, Sample.wait(.now), Sample.wait(.closed, means: .import)],
    [0, 30, 700, 777_600] as [TimeInterval])
  func `undo brings back what stood before`(before: StatedWait?, seconds: TimeInterval) throws {
    var walk = try AnswerWalk(before: before)
    walk.press(.sixMonths)
    walk.pass(seconds)
    #expect(walk.undo() == .undone)
    #expect(walk.wait == before)
    #expect(walk.history.map(\.kind) == [.said, .undone])
    #expect(walk.facts.answer?.period == nil)
  }

  @Test func `undo works once`() throws {
    var walk = try AnswerWalk()
    #expect(walk.undo() == .nothingToUndo)
    walk.press(.now)
    walk.undo()
    let history = walk.history
    #expect(walk.undo() == .nothingToUndo)
    #expect(walk.wait == walk.before)
    #expect(walk.history == history)
  }

  @Test func `what was said since by other means is newer and stays`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(60)
    walk.saidElsewhere(.closed)
    let stands = walk.wait
    #expect(walk.undo() == .nothingToUndo)
    #expect(walk.wait == stands)
  }

  @Test func `a contradiction takes back only its own first answer`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(60)
    walk.saidElsewhere(.closed)
    let stands = walk.wait
    walk.pass(60)
    #expect(walk.press(.oneMonth) == .contested)
    #expect(walk.wait == stands)
  }

  @Test func `after undo another answer counts at once and can be undone in turn`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.undo()
    walk.pass(5)
    #expect(walk.press(.closed) == .recorded(.closed, earnsBrowser: true))
    #expect(walk.undo() == .undone)
    #expect(walk.wait == walk.before)
  }

  @Test func `the same answer counts again when something else was said in between`() throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    walk.pass(60)
    walk.saidElsewhere(.closed)
    walk.pass(60)
    #expect(walk.press(.now) == .recorded(.now, earnsBrowser: true))
    #expect(walk.wait?.period == .now)
  }

  @Test(arguments: [AnswerDecision.Origin.resultPage, .link])
  func `undo never goes back behind what was said by other means`(origin: AnswerDecision.Origin) throws {
    var walk = try AnswerWalk()
    walk.press(.now)
    // From a link only an answer that was taken back may be followed by another one.
    if origin == .link { walk.undo() }
    walk.pass(60)
    walk.saidElsewhere(.closed)
    let stands = walk.wait
    walk.pass(60)
    walk.press(.oneMonth, from: origin)
    #expect(walk.undo() == .undone)
    #expect(walk.wait == stands)
  }
}
