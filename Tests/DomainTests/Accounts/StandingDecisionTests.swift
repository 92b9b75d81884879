import Foundation
import Testing

@testable import Domain

struct StandingDecisionTests {
  private let event = Sample.id(30, of: SecurityEvent.self)

  private func line(_ kind: SecurityEvent.Kind) -> Change {
    .securityEvent(SecurityEvent(id: event, practitioner: Sample.id(1), kind: kind, at: Sample.now))
  }

  @Test(arguments: Practitioner.Standing.allCases)
  func `who may sign in and who takes part follows from the standing alone`(standing: Practitioner.Standing)
    throws
  {
    let practitioner = try Sample.practitioner(standing: standing)
    #expect(practitioner.takesPart == (standing == .active))
    #expect(practitioner.isListed == (standing == .active))
    #expect(practitioner.maySignIn == (standing == .active || standing == .leaving))
  }

  @Test func `suspending signs out everywhere and writes a line`() throws {
    let decision = StandingDecision.suspend(try Sample.practitioner(), event: event, now: Sample.now)
    #expect(decision.outcome == .done)
    #expect(
      decision.changes == [
        .standingSet(Sample.id(1), .suspended), .sessionsClosed(Sample.id(1), except: nil), line(.suspended),
      ])
  }

  @Test func `reinstating writes a line and opens no session`() throws {
    let decision = StandingDecision.reinstate(
      try Sample.practitioner(standing: .suspended), event: event, now: Sample.now)
    #expect(decision.outcome == .done)
    #expect(decision.changes == [.standingSet(Sample.id(1), .active), line(.reinstated)])
  }

  @Test func `what is so already, who has left and who is nobody change nothing`() throws {
    typealias Decide = (Practitioner?) -> Decision<StandingDecision.Outcome>
    let suspend: Decide = { StandingDecision.suspend($0, event: event, now: Sample.now) }
    let reinstate: Decide = { StandingDecision.reinstate($0, event: event, now: Sample.now) }
    let cases: [(Decide, Practitioner.Standing?, StandingDecision.Outcome)] = [
      (suspend, .suspended, .alreadySo), (reinstate, .active, .alreadySo), (suspend, .leaving, .hasLeft),
      (reinstate, .leaving, .hasLeft), (suspend, .erased, .hasLeft), (reinstate, .erased, .hasLeft),
      (suspend, nil, .unknown), (reinstate, nil, .unknown),
    ]
    for (decide, standing, outcome) in cases {
      let decision = decide(try standing.map { try Sample.practitioner(standing: $0) })
      #expect(decision.outcome == outcome)
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
    }
  }
}
