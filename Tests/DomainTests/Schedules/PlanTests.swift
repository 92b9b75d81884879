import Foundation
import Testing

@testable import Domain

struct PlanTests {
  private let firing = Firing(
    schedule: "waiting-period", zone: "Australia/Sydney", instant: Sample.now + 10 * Sample.day)
  private let terms = FiringTerms(reminderAfter: 7)

  private func plan(from: Double = 0, to: Double = 60) -> Plan {
    Plan(
      siteZone: Sample.sydney, now: Sample.now, from: Sample.now + from * Sample.day,
      to: Sample.now + to * Sample.day)
  }

  private func emails(
    _ plan: Plan, to member: Practitioner? = nil, wait: StatedWait? = nil, waiting: [Plan.Waiting] = [],
    known: Set<Plan.Known> = []
  ) throws -> [PlannedEmail] {
    plan.emails(
      to: Sample.candidate(try member ?? Sample.practitioner(), wait: wait),
      firings: [Plan.Firing(firing, terms)], waiting: waiting, known: known)
  }

  @Test func `a question is certain, its reminder assumes silence`() throws {
    let emails = try emails(plan())
    #expect(emails.map(\.kind) == [.waitingPeriod, .waitingPeriodReminder])
    #expect(emails.map(\.assumesSilence) == [false, true])
    #expect(emails.map(\.due) == [firing.instant, firing.instant + 7 * Sample.day])
    #expect(emails.map(\.period) == ["2026-12", "2026-12"])
    #expect(emails.map(\.zone) == ["Australia/Sydney", "Australia/Sydney"])
    #expect(emails.map(\.schedule) == ["waiting-period", "waiting-period"])
    #expect(emails.map(\.practitioner) == [Sample.id(1), Sample.id(1)])
  }

  @Test(arguments: [
    (0.0, 10.0, 0), (0, 10.001, 1), (10, 17, 1), (10, 17.001, 2), (10.001, 17, 0), (17, 18, 1),
    (17.001, 60, 0),
    (20, 10, 0),
  ])
  func `a plan starts at its start and stops before its end`(from: Double, to: Double, count: Int) throws {
    #expect(try emails(plan(from: from, to: to)).count == count)
  }

  @Test func `who is not asked has no plan`() throws {
    for member in [
      try Sample.practitioner(stopped: [.rounds]), try Sample.practitioner(standing: .suspended),
      try Sample.practitioner(awayUntil: Sample.now + 30 * Sample.day),
    ] { #expect(try emails(plan(), to: member).isEmpty) }
  }

  @Test
  func `who goes away between question and reminder gets neither the one nor the other planned wrongly`()
    throws
  {
    let back = try Sample.practitioner(awayUntil: Sample.now + 10 * Sample.day)
    #expect(try emails(plan(), to: back).count == 2)
    let away = try Sample.practitioner(awayUntil: Sample.now + 12 * Sample.day)
    #expect(try emails(plan(), to: away).isEmpty)
  }

  @Test func `what is on record is not planned a second time`() throws {
    let question = Plan.Known(kind: .waitingPeriod, period: "2026-12")
    let reminder = Plan.Known(kind: .waitingPeriodReminder, period: "2026-12")
    let other = Plan.Known(kind: .waitingPeriod, period: "2026-11")
    #expect(try emails(plan(), known: [question]).isEmpty)
    #expect(try emails(plan(), known: [question, reminder]).isEmpty)
    #expect(try emails(plan(), known: [reminder]).map(\.kind) == [.waitingPeriod])
    #expect(try emails(plan(), known: [other]).count == 2)
  }

  @Test func `two firings in one month are one question and one reminder`() throws {
    let later = Firing(
      schedule: "another", zone: "Australia/Sydney", instant: firing.instant + 3 * Sample.day)
    let emails = plan().emails(
      to: Sample.candidate(try Sample.practitioner()),
      firings: [Plan.Firing(later, terms), Plan.Firing(firing, terms)], waiting: [], known: [])
    #expect(emails.map(\.schedule) == ["waiting-period", "waiting-period"])
  }

  @Test func `what waits in the outbox goes out when it is due, or now`() throws {
    let member = try Sample.practitioner()
    for (due, expected) in [(-1.0, 0.0), (0, 0), (2, 2)] {
      let entry = Sample.waitingPeriodEmail(to: member.id)
      let waiting = Plan.Waiting(entry, due: Sample.now + due * Sample.day, question: nil)
      let first = try #require(try emails(plan(), to: member, waiting: [waiting]).first)
      #expect(first.due == Sample.now + expected * Sample.day)
      #expect(first.schedule == nil)
      #expect(first.period == "2026-11")
    }
  }

  @Test func `what waits and is no longer owed is not planned`() throws {
    let member = try Sample.practitioner()
    let entry = Sample.waitingPeriodEmail(to: member.id, useBy: Sample.now + Sample.day)
    let late = Plan.Waiting(entry, due: Sample.now + 2 * Sample.day, question: nil)
    #expect(try emails(plan(), waiting: [late]).allSatisfy { $0.schedule != nil })
    let inTime = Plan.Waiting(entry, due: Sample.now, question: nil)
    let answered = StatedWait(.now, confirmedAt: Sample.now, means: .email)
    #expect(try emails(plan(), wait: answered, waiting: [inTime]).allSatisfy { $0.schedule != nil })
  }

  @Test(arguments: OutboxEntry.State.allCases)
  func `a reminder that waits is planned if its question went out or will`(state: OutboxEntry.State) throws {
    let member = try Sample.practitioner()
    let asked = Sample.now - 4 * Sample.day
    let reminder = Sample.reminder(to: member.id, askedAt: asked)
    let waiting = Plan.Waiting(
      reminder, due: Sample.now + 3 * Sample.day, question: Owed.Question(state: state, settledAt: nil))
    let isPlanned = ![.failed, .cancelled].contains(state)
    let emails = try emails(plan(to: 10), to: member, waiting: [waiting])
    #expect(emails.map(\.due) == (isPlanned ? [Sample.now + 3 * Sample.day] : []))
    let dependOnSilence = emails.allSatisfy { $0.assumesSilence }
    #expect(dependOnSilence)
  }

  @Test(arguments: [0.0, 1, 7, 30, 400])
  func `firings are those that can have emails in the plan's time, and lie ahead`(from: Double) throws {
    let schedule = Schedule(
      name: "s", emails: .waitingPeriod, onCalendar: [try CalendarExpression("daily")], zone: .recipient,
      terms: FiringTerms(randomizedDelay: 40_000, reminderAfter: 7))
    let plan = plan(from: from, to: from + 3)
    let firings = plan.firings(of: [schedule], zone: Sample.sydney)
    #expect(firings.allSatisfy { $0.firing.instant > plan.now && $0.firing.instant <= plan.to })
    #expect(firings.allSatisfy { $0.terms == schedule.terms && $0.firing.zone == "Australia/Sydney" })
    let all = FiringDecision.upcoming(
      schedule, zone: Sample.sydney, after: plan.now, through: plan.to + Sample.day)
    let reaching = all.filter {
      $0.instant + 40_000 + 7 * Sample.day + 3_600 >= plan.from && $0.instant < plan.to
    }
    #expect(Set(firings.map(\.firing)).isSuperset(of: reaching))
  }
}
