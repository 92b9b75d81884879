import Testing

@testable import Domain

@Suite struct `The states of a request` {
  /// Everything that may happen; all else is refused.
  private static let moves: [TimeRequest.State: [TimeRequest.Event: TimeRequest.State]] = [
    .unconfirmed: [.confirm: .asked, .end: .over],
    .asked: [.accept: .accepted, .pass: .asked, .end: .over, .withdraw: .withdrawn],
    .accepted: [.askAgain: .asked],
    .over: [:], .withdrawn: [:],
  ]

  @Test(arguments: TimeRequest.State.allCases, TimeRequest.Event.allCases)
  func `follow each other as they may, and in no other way`(
    state: TimeRequest.State, event: TimeRequest.Event
  ) {
    #expect(state.after(event) == Self.moves[state]?[event])
  }

  @Test func `lead to nobody who is asked but by confirming`() {
    var reached: Set<TimeRequest.State> = [.unconfirmed]
    for _ in TimeRequest.Event.allCases {
      for event in TimeRequest.Event.allCases where event != .confirm {
        reached.formUnion(reached.compactMap { $0.after(event) })
      }
    }
    #expect(reached == [.unconfirmed, .over])
  }

  @Test func `are whose a link says, and no other octet is one`() {
    let readers = (UInt8.min...UInt8.max).compactMap(RequestReader.init(code:))
    #expect(readers == [.seeker, .practitioner(1), .practitioner(2), .practitioner(3)])
    #expect(readers.allSatisfy { RequestReader(code: $0.code) == $0 })
  }
}
