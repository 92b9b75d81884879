import Foundation
import Testing

@testable import Domain

struct QueueCommandTests {
  private func entry(_ state: OutboxEntry.State = .failed, useBy: Date = Sample.now + 7 * Sample.day)
    -> OutboxEntry
  {
    Sample.waitingPeriodEmail(to: Sample.id(1), useBy: useBy, state: state)
  }

  private func retriedUseBy(_ entry: OutboxEntry, now: Date) throws -> Date {
    let decision = QueueCommand.retry.decide(entry, now: now)
    guard case .emailRetried(entry.id, at: now, useBy: let useBy) = try #require(decision.changes.first)
    else {
      Issue.record("retried otherwise: \(decision.changes)")
      return .distantPast
    }
    return useBy
  }

  @Test(arguments: OutboxEntry.State.allCases)
  func `retry is for what failed, is uncertain, was cancelled or waits`(state: OutboxEntry.State) {
    let isAllowed = [.failed, .uncertain, .cancelled, .queued].contains(state)
    let decision = QueueCommand.retry.decide(entry(state), now: Sample.now)
    #expect(decision.outcome == (isAllowed ? .done : .refused(state)))
    #expect(decision.changes.count == (isAllowed ? 1 : 0))
  }

  @Test(arguments: OutboxEntry.State.allCases)
  func `cancel is for what has not begun or may not be resent`(state: OutboxEntry.State) {
    let decision = QueueCommand.cancel.decide(entry(state), now: Sample.now)
    let isAllowed = state == .queued || state == .uncertain
    #expect(decision.outcome == (isAllowed ? .done : .refused(state)))
    #expect(decision.changes == (isAllowed ? [.emailCancelled(Sample.id(50), at: Sample.now)] : []))
  }

  @Test(arguments: [QueueCommand.retry, .cancel])
  func `an email that is not there is told to be unknown`(command: QueueCommand) {
    let decision = command.decide(nil, now: Sample.now)
    #expect(decision.outcome == .unknown)
    #expect(decision.changes.isEmpty)
  }

  @Test func `a retry gets as long as a new one, and never less than it had`() throws {
    #expect(try retriedUseBy(entry(), now: Sample.now) == Sample.now + 7 * Sample.day)
    let late = Sample.now + 20 * Sample.day
    #expect(try retriedUseBy(entry(), now: late) == late + 7 * Sample.day)
  }

  @Test func `a second retry gets no longer than the first`() throws {
    let (first, second) = (Sample.now + 10 * Sample.day, Sample.now + 30 * Sample.day)
    var retried = entry(useBy: try retriedUseBy(entry(), now: first))
    retried.firstDue = first
    #expect(try retriedUseBy(retried, now: second) == second + 7 * Sample.day)
  }
}
