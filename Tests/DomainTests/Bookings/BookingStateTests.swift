import Testing

@testable import Domain

@Suite struct `The states of a booking` {
  /// Everything that may happen; all else is refused.
  private static let moves: [Booking.State: [Booking.Event: Booking.State]] = [
    .held: [.ask: .awaiting],
    .awaiting: [.confirm: .booked, .lapse: .lapsed, .cancel: .cancelled],
    .lapsed: [.confirm: .booked, .cancel: .cancelled],
    .booked: [.move: .booked, .cancel: .cancelled],
    .cancelled: [:],
  ]

  @Test(arguments: Booking.State.allCases, Booking.Event.allCases)
  func `follow each other as they may, and in no other way`(state: Booking.State, event: Booking.Event) {
    #expect(state.after(event) == Self.moves[state]?[event])
  }

  @Test func `lead from a held time to a booked one by asking and confirming alone`() {
    var reached: Set<Booking.State> = [.held]
    for event in Booking.Event.allCases where event != .confirm {
      for _ in Booking.Event.allCases { reached.formUnion(reached.compactMap { $0.after(event) }) }
    }
    #expect(!reached.contains(.booked))
  }
}
