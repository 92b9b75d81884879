import Foundation
import Testing

@testable import Domain

@Suite struct `A stream that was refused by policy` {
  private static let first = StreamPause.after("no", of: .rounds, before: nil, now: Sample.now)

  @Test func `waits five minutes, and each probe that is refused doubles that up to 4,000 seconds`() {
    var pause = Self.first
    var waits = [pause.until.timeIntervalSince(Sample.now)]
    for _ in 0..<20 {
      let now = pause.until
      pause = StreamPause.after("no", of: .rounds, before: pause.probing(now: now), now: now)
      waits.append(pause.until.timeIntervalSince(now))
    }
    #expect(waits.prefix(5) == [300, 600, 1_200, 2_400, 4_000])
    #expect(waits.dropFirst(5).allSatisfy { $0 == 4_000 })
    #expect(pause.since == Sample.now)
    #expect(pause.refusals == 21)
  }

  @Test func `waits no longer for refusals of what was on its way, and keeps the last words`() {
    let later = StreamPause.after("still no", of: .rounds, before: Self.first, now: Sample.now + 1)
    #expect(later.until == Self.first.until)
    #expect(later.refusals == 1)
    #expect(later.reply == "still no")
  }

  @Test func `sends one probe when its time is over, and another when that is not answered in a minute`()
    throws
  {
    #expect(Self.first.probing(now: Self.first.until - 0.001) == nil)
    let probe = try #require(Self.first.probing(now: Self.first.until))
    #expect(probe.probing(now: probe.until - 0.001) == nil)
    #expect(probe.until == Self.first.until + 60)
    #expect(probe.probing(now: probe.until) != nil)
  }

  @Test func `goes on once a probe is accepted, and not because of what was on its way`() throws {
    #expect(Self.first.afterAcceptance() == Self.first)
    #expect(try #require(Self.first.probing(now: Self.first.until)).afterAcceptance() == nil)
  }
}
