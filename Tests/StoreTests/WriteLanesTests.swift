import Testing

@testable import Store

@Suite struct `What shares a transaction` {
  /// Jobs as they come: numbered, each with its lane.
  private typealias Job = (lane: WriteLane, number: Int)

  /// Jobs that come in bursts, with transactions in between; returns the transactions in their order.
  private func transactions(seed: UInt64) -> (came: [Job], batches: [[Job]]) {
    var chance = SeededGenerator(seed: seed)
    var (lanes, came, batches) = (WriteLanes<Job>(), [Job](), [[Job]]())
    for _ in 0..<40 {
      for _ in 0..<Int.random(in: 0...400, using: &chance) {
        let lane: WriteLane = Int.random(in: 0...9, using: &chance) == 0 ? .steps : .answers
        came.append((lane, came.count))
        lanes.add((lane, came.count - 1), to: lane)
      }
      for _ in 0..<Int.random(in: 0...5, using: &chance) {
        if let batch = lanes.next() { batches.append(batch) }
      }
    }
    while let batch = lanes.next() { batches.append(batch) }
    return (came, batches)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `is each job once, in the order of its lane`(seed: UInt64) {
    let (came, batches) = transactions(seed: seed)
    for lane in WriteLane.allCases {
      let written = batches.flatMap(\.self).filter { $0.lane == lane }.map(\.number)
      #expect(written == came.filter { $0.lane == lane }.map(\.number))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `is one step alone, or answers, so many at the most`(seed: UInt64) {
    for batch in transactions(seed: seed).batches {
      #expect(batch.count == 1 || batch.allSatisfy { $0.lane == .answers })
      #expect((1...WriteLanes<Job>.mostTogether).contains(batch.count))
    }
  }

  @Test func `alternates while both wait: no answer waits for two steps, and no step for all answers`() {
    var lanes = WriteLanes<WriteLane>()
    for lane in WriteLane.allCases {
      for _ in 0..<1_000 { lanes.add(lane, to: lane) }
    }
    let batches = (0..<8).map { _ in lanes.next() ?? [] }
    let expected: [Set<WriteLane>] = (0..<8).map { $0.isMultiple(of: 2) ? [.answers] : [.steps] }
    #expect(batches.map(Set.init) == expected)
  }

  @Test func `is nothing when nothing waits`() {
    var lanes = WriteLanes<Int>()
    let before = lanes.next()
    lanes.add(1, to: .steps)
    let (only, after) = (lanes.next(), lanes.next())
    #expect(before == nil && only == [1] && after == nil)
  }
}
