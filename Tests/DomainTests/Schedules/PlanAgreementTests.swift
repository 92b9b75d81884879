import Foundation
import Testing

@testable import Domain

/// What the plan says is what a daemon does, for members, zones, schedules, absences, outages and outboxes by chance.
struct PlanAgreementTests {
  private static let zones = [
    "Australia/Sydney", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Brisbane", "Australia/Perth",
    nil,
  ]
  private static let calendars = [
    "Tue *-*-01..07 09:00", "*-*-01 02:30", "*-*-15 09:00 UTC", "Mon *-*-* 08:00", "*-*~01 23:45",
    "*-10-04 02:30",
  ]

  private let from: Date

  init() throws { from = try Sample.date("2026-02-01T00:00:00Z") }

  private func schedules(_ generator: inout SeededGenerator) throws -> [Schedule] {
    try (1...Int.random(in: 1...2, using: &generator)).map { number in
      let terms = FiringTerms(
        randomizedDelay: [0, 1_800, 50_000].randomElement(using: &generator) ?? 0,
        cutOff: Double.random(in: 1...12, using: &generator) * Sample.day,
        reminderAfter: [nil, 1, 3, 4, 7, 7, 7, 14, 28].randomElement(using: &generator) ?? nil)
      return Schedule(
        name: "schedule-\(number)", emails: .waitingPeriod,
        onCalendar: [try CalendarExpression(Self.calendars.randomElement(using: &generator) ?? "monthly")],
        zone: Bool.random(using: &generator) ? .recipient : .named(Sample.perth), terms: terms,
        isPersistent: Bool.random(using: &generator))
    }
  }

  private func member(_ generator: inout SeededGenerator, now: Date) throws -> RoundDecision.Candidate {
    let number = Int.random(in: 1...1_000, using: &generator)
    var member = try Sample.practitioner(number, timeZone: Self.zones.randomElement(using: &generator) ?? nil)
    if Int.random(in: 0..<2, using: &generator) == 0 {
      member.awayUntil = now + Double.random(in: -20...60, using: &generator) * Sample.day
    }
    let said = now - Double.random(in: 0...40, using: &generator) * Sample.day
    let wait = Bool.random(using: &generator) ? StatedWait(.now, confirmedAt: said, means: .email) : nil
    return Sample.candidate(member, wait: wait)
  }

  /// A daemon that ran for a while and then stopped; the member has changed their mind meanwhile.
  private func walk(_ schedules: [Schedule], _ generator: inout SeededGenerator, stoppedAt: Date, now: Date)
    throws
    -> DaemonWalk
  {
    var candidate = try member(&generator, now: now)
    let present = candidate
    candidate.practitioner.awayUntil = nil
    candidate.wait = nil
    var walk = DaemonWalk(candidate, siteZone: Sample.sydney)
    walk.run(schedules, after: from, through: stoppedAt)
    walk.candidate.practitioner = present.practitioner
    walk.candidate.wait = present.wait
    if Int.random(in: 0..<10, using: &generator) == 0 {
      walk.candidate.practitioner.stoppedStreams = [.rounds]
    }
    if Int.random(in: 0..<10, using: &generator) == 0 { walk.candidate.practitioner.standing = .suspended }
    return walk
  }

  private func planned(_ walk: DaemonWalk, _ schedules: [Schedule], plan: Plan, stoppedAt: Date)
    -> [PlannedEmail]
  {
    let waiting = walk.rows.filter(\.isWaiting).map {
      Plan.Waiting($0.entry, due: $0.due, question: walk.question(of: $0.entry))
    }
    let known = walk.rows.map { Plan.Known(kind: $0.entry.email.kind, period: $0.entry.period) }
    let firings =
      DaemonWalk.due(schedules, zone: walk.zone, since: stoppedAt, now: plan.now)
      + plan.firings(of: schedules, zone: walk.zone)
    return plan.emails(to: walk.candidate, firings: firings, waiting: waiting, known: Set(known))
  }

  @Test(arguments: 1...600)
  func `the plan is what the daemon does`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &* 0x5DEE_CE66)
    let schedules = try schedules(&generator)
    let stoppedAt = from + Double(Int.random(in: 0...(250 * 86_400), using: &generator))
    let outage = [0, 0, 3_600, 86_400, 5 * 86_400, 90 * 86_400].randomElement(using: &generator) ?? 0
    let now = stoppedAt + TimeInterval(outage)
    var walk = try walk(schedules, &generator, stoppedAt: stoppedAt, now: now)
    let start = now + Double(Int.random(in: -10...60, using: &generator)) * Sample.day
    let plan = Plan(
      siteZone: Sample.sydney, now: now, from: start,
      to: start + Double(Int.random(in: 1...90, using: &generator)) * Sample.day)

    let planned = planned(walk, schedules, plan: plan, stoppedAt: stoppedAt)
    let before = walk.sent.count
    walk.start(schedules, stoppedAt: stoppedAt, now: now)
    walk.run(schedules, after: now, through: plan.to)

    let sent = walk.sent.dropFirst(before).filter { $0.at >= plan.from && $0.at < plan.to }
    let key = { (at: Date, kind: Email.Kind, period: String) in
      "\(at.formatted(.iso8601)) \(kind.rawValue) \(period)"
    }
    #expect(
      planned.map { key($0.due, $0.kind, $0.period) } == sent.map { key($0.at, $0.kind, $0.period) },
      "seed \(seed), now \(now.formatted(.iso8601)), \(walk.candidate.practitioner), \(schedules.map(\.terms))"
    )
    #expect(planned.allSatisfy { $0.practitioner == walk.candidate.practitioner.id })
    #expect(planned.allSatisfy { $0.zone == walk.zone.identifier })
  }
}
