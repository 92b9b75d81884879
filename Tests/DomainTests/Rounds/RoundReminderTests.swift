import Foundation
import Testing

@testable import Domain

struct RoundReminderTests {
  private func emails(
    _ instant: Date, zone: String, terms: FiringTerms = FiringTerms(reminderAfter: 7), now: Date? = nil,
    wait: StatedWait? = nil
  ) throws -> [NewEmail] {
    let member = try Sample.practitioner(timeZone: zone)
    return RoundDecision.emails(
      of: Firing(schedule: "waiting-period", zone: zone, instant: instant), terms: terms,
      to: [Sample.candidate(member, wait: wait)], siteZone: .gmt, now: now ?? instant
    ).emails
  }

  @Test func `without terms for it there is no reminder`() throws {
    #expect(
      try emails(Sample.now, zone: "Etc/UTC", terms: FiringTerms()).map(\.email.kind) == [.waitingPeriod])
  }

  @Test func `a reminder follows its question and carries its facts`() throws {
    let member = try Sample.practitioner(timeZone: "Australia/Perth")
    let emails = try emails(Sample.now, zone: "Australia/Perth", wait: Sample.wait(.twoWeeks))
    #expect(emails.map(\.email.kind) == [.waitingPeriod, .waitingPeriodReminder])
    let reminder = try #require(emails.last)
    let facts = WaitingPeriodReminderEmail(
      question: Sample.emailID(of: member), askedAt: Sample.now, round: try #require(Round("2026-11")),
      name: "Dr Number 1", present: Sample.wait(.twoWeeks), timeZone: "Australia/Perth")
    #expect(reminder.email == .waitingPeriodReminder(facts))
    #expect(reminder.id == Sample.reminderID(of: member))
    #expect(reminder.recipient == .practitioner(member.id))
    #expect(reminder.period == "2026-11")
    #expect(reminder.notBefore == Sample.now + 7 * Sample.day)
    #expect(reminder.useBy == reminder.notBefore + 7 * Sample.day)
  }

  @Test(arguments: [3_601.0, 172_800.0])
  func `the reminder of a question made up for is counted from when that goes out`(seconds: TimeInterval)
    throws
  {
    let now = Sample.now + seconds
    let reminder = try #require(try emails(Sample.now, zone: "Etc/UTC", now: now).last)
    guard case .waitingPeriodReminder(let facts) = reminder.email else {
      Issue.record("another email: \(reminder)")
      return
    }
    #expect(facts.askedAt == now)
    #expect(reminder.notBefore == now + 7 * Sample.day)
    // The month is the one that was due.
    #expect(reminder.period == "2026-11")
  }

  @Test func `a round made up for in the next month is still the month's that was due`() throws {
    let due = try Sample.date("2026-11-30T09:00:00Z")
    let emails = try emails(due, zone: "Etc/UTC", now: due + 3 * Sample.day)
    #expect(emails.map(\.period) == ["2026-11", "2026-11"])
  }

  @Test(
    arguments: ["Australia/Sydney", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Perth"], 1...28)
  func `a reminder comes at the same local time through both changes of clocks`(zone: String, days: Int)
    throws
  {
    let schedule = Schedule(
      name: "waiting-period", emails: .waitingPeriod, onCalendar: [try CalendarExpression("09:00")],
      zone: .recipient)
    let clock = try Sample.zone(zone)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = clock
    for start in ["2026-03-20T00:00:00Z", "2026-09-18T00:00:00Z"] {
      let from = try Sample.date(start)
      for firing in FiringDecision.upcoming(
        schedule, zone: clock, after: from, through: from + 25 * Sample.day)
      {
        let terms = FiringTerms(randomizedDelay: 7_200, reminderAfter: days)
        let emails = try emails(firing.instant, zone: zone, terms: terms)
        let (asked, reminded) = (try #require(emails.first).notBefore, try #require(emails.last).notBefore)
        let units: Set<Calendar.Component> = [.hour, .minute, .second]
        #expect(calendar.dateComponents(units, from: asked) == calendar.dateComponents(units, from: reminded))
        #expect(LocalDay(reminded, in: clock).number == LocalDay(asked, in: clock).number + days)
      }
    }
  }

  @Test(arguments: [
    // 5 April 2026: back by an hour, in Lord Howe by half of one; 4 October: forward.
    ("Australia/Sydney", "2026-04-01T22:00:00Z", 169.0),
    ("Australia/Lord_Howe", "2026-04-01T22:00:00Z", 168.5),
    ("Australia/Adelaide", "2026-04-01T22:30:00Z", 169.0), ("Australia/Perth", "2026-04-02T01:00:00Z", 168.0),
    ("Australia/Sydney", "2026-09-30T23:00:00Z", 167.0),
    ("Australia/Lord_Howe", "2026-09-30T22:30:00Z", 167.5),
    ("Australia/Adelaide", "2026-09-30T23:30:00Z", 167.0), ("Australia/Perth", "2026-10-01T01:00:00Z", 168.0),
  ])
  func `seven days are as many hours as the clocks make them`(zone: String, asked: String, hours: Double)
    throws
  {
    let reminder = try #require(try emails(try Sample.date(asked), zone: zone).last)
    #expect(try reminder.notBefore == Sample.date(asked) + hours * 3_600)
  }
}
