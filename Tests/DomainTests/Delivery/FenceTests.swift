import Testing

@testable import Domain

struct FenceTests {
  private static let marks = RecordMarks(machine: "m", inode: 7, generation: 40)

  private static func marks(_ machine: String = "m", _ inode: Int64 = 7, _ generation: Int64 = 40)
    -> RecordMarks
  {
    RecordMarks(machine: machine, inode: inode, generation: generation)
  }

  @Test(arguments: [
    (marks(), Fence.open),
    // The counter outside lags after a loss of power, or with keys that were restored.
    (marks("m", 7, 39), .open), (marks("m", 7, 0), .open),
    (marks("m", 7, 41), .closed(.olderRecord)), (marks("m", 7, .max), .closed(.olderRecord)),
    (marks("m", 8), .closed(.otherFile)), (marks("m", 8, 39), .closed(.otherFile)),
    (marks("m", 8, 41), .closed(.otherFile)), (marks("n"), .closed(.otherMachine)),
    (marks("", 7), .closed(.otherMachine)), (marks("n", 8), .closed(.otherMachine)),
    (marks("n", 8, 41), .closed(.otherMachine)), (marks("n", 7, 39), .closed(.otherMachine)),
  ])
  func `a record sends only where, and as, it last did`(outside: RecordMarks, expected: Fence) {
    #expect(Fence.decide(inRecord: Self.marks, outside: outside) == expected)
  }

  @Test func `a record that has never sent, beside keys that have not either, may send`() {
    #expect(Fence.decide(inRecord: nil, outside: Self.marks("m", 7, 0)) == .open)
  }

  @Test func `a record that has never sent, beside keys that have, is in the place of one that was lost`() {
    #expect(Fence.decide(inRecord: nil, outside: Self.marks("m", 7, 1)) == .closed(.olderRecord))
  }

  @Test func `a release, which marks the record with what is true outside, opens it`() {
    for outside in [Self.marks("n", 8, 41), Self.marks("m", 8), Self.marks("m", 7, 41)] {
      #expect(Fence.decide(inRecord: Self.marks, outside: outside) != .open)
      #expect(Fence.decide(inRecord: outside, outside: outside) == .open)
    }
  }

  @Test func `every reason is told in its own words`() {
    let words = Fence.Reason.allCases.map(\.rawValue)
    #expect(Set(words).count == 3)
    #expect(words.allSatisfy { $0.hasPrefix("the database ") })
  }
}
