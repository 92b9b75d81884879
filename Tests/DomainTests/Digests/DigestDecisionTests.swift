import Foundation
import Testing

@testable import Domain

@Suite struct `A digest` {
  private static let news = [
    DigestSection(.joined, [DigestItem(member: Sample.id(2), name: "Mei", places: ["Corinda QLD 4075"])])
  ]
  private static let due = Sample.now - 3_600

  private func facts(_ change: (inout DigestFacts) throws -> Void = { _ in }) throws -> DigestFacts {
    var facts = DigestFacts(
      practitioner: try Sample.practitioner(), wait: Sample.wait(.now, daysAgo: 3), due: Self.due)
    try change(&facts)
    return facts
  }

  private func decide(
    _ facts: DigestFacts, _ sections: [DigestSection] = news, now: Date = Sample.now, delay: Double = 0
  ) throws -> DigestDecision.Outcome {
    var schedule = try `When a digest is due`.schedule()
    schedule.terms.randomizedDelay = delay
    return DigestDecision.decide(
      facts, sections: sections, news: now, id: Sample.id(70), schedule: schedule, siteZone: Sample.sydney,
      now: now)
  }

  @Test func `goes out with what is new, and the next is due a week later`() throws {
    let outcome = try decide(try facts())
    let email = try #require(outcome.email)
    #expect(email.period == "2026-11-23" && email.notBefore == Self.due)
    #expect(email.useBy == Self.due + 2 * Sample.day)
    #expect(outcome.record?.until == Sample.now && outcome.record?.email == email.id)
    #expect(outcome.next == (try Sample.date("2026-11-29T20:00:00Z")))
    #expect(!outcome.isLate)
  }

  @Test func `is none without anything to say, and the next is due all the same`() throws {
    let outcome = try decide(try facts(), [])
    #expect(outcome.email == nil && outcome.record == nil && outcome.next > Sample.now)
  }

  @Test func `is none for who has turned it off, is set aside, has left, or is not listed`() throws {
    for member in [
      try Sample.practitioner(stopped: [.digests]), try Sample.practitioner(standing: .suspended),
      try Sample.practitioner(standing: .leaving),
    ] { #expect(try decide(try facts { $0.practitioner = member }).email == nil) }
    #expect(try decide(try facts { $0.practitioner.publishedAt = nil }).email == nil)
    #expect(try decide(try facts { $0.practitioner.stoppedStreams = [.rounds] }).email != nil)
  }

  @Test(arguments: [(0.0, true), (1.99, true), (2.01, false), (5, false)])
  func `that is later than its cut-off is left to the next`(days: Double, isSent: Bool) throws {
    let now = Self.due + days * Sample.day
    let outcome = try decide(try facts(), now: now)
    #expect((outcome.email != nil) == isSent && outcome.isLate == !isSent)
    #expect(outcome.next > now)
  }

  @Test func `after a long time when nothing ran is one, of the last time that passed`() throws {
    let tuesday = try Sample.date("2027-03-01T22:00:00Z")
    let late = try #require(try decide(try facts(), now: tuesday).email)
    #expect(late.period == "2027-03-01" && late.notBefore == tuesday)
    let monday = try #require(try decide(try facts(), now: try Sample.date("2027-02-28T20:59:00Z")).email)
    #expect(monday.period == "2027-03-01")
    #expect(monday.notBefore == (try Sample.date("2027-02-28T20:00:00Z")))
  }

  @Test func `is one a day, whatever the hour or the zone has become`() throws {
    let today = try #require(LocalDay("2026-11-23"))
    #expect(try decide(try facts { $0.lastPeriod = today }).email == nil)
    let perth = try facts {
      $0.lastPeriod = today
      $0.practitioner.timeZone = "Australia/Perth"
      $0.due = nil
    }
    #expect(try decide(perth).next == (try Sample.date("2026-11-29T23:00:00Z")))
  }

  @Test func `of a member whose time is not known yet only has its time worked out`() throws {
    let outcome = try decide(try facts { $0.due = nil })
    #expect(outcome.email == nil)
    #expect(outcome.next == (try Sample.date("2026-11-29T20:00:00Z")))
  }

  @Test func `has its place in the spread`() throws {
    let due = try Sample.date("2026-11-29T20:00:00Z")
    let emails = try (1...40).compactMap { number in
      let member = try Sample.practitioner(number)
      return try decide(
        try facts { ($0.practitioner, $0.due) = (member, due) }, now: due, delay: 900
      ).email
    }
    #expect(emails.count == 40)
    #expect(emails.allSatisfy { $0.notBefore >= due && $0.notBefore <= due + 900 })
    #expect(Set(emails.map(\.notBefore)).count > 20)
  }

  // MARK: The question about the wait

  private func asks(
    _ sections: [DigestSection], said days: Double, change: (inout DigestFacts) -> Void = { _ in }
  )
    throws -> Bool?
  {
    let facts = try facts {
      $0.wait = Sample.wait(.now, daysAgo: days)
      $0.told = Self.told(daysAgo: 7)
      change(&$0)
    }
    return DigestDecision.content(for: facts, sections: sections, zone: Sample.sydney, news: Sample.now)
      .map { $0.question != nil }
  }

  private static func told(daysAgo days: Double, question: DigestQuestion? = nil) -> DigestEmail {
    DigestEmail(
      name: "", timeZone: "Australia/Sydney", frequency: .weekly, until: Sample.now - days * Sample.day,
      sections: [], question: question)
  }

  @Test(
    arguments: [(29.9, nil, false), (30, true, true), (36.9, true, true), (37.1, nil, true), (90, nil, true)]
      as [(Double, Bool?, Bool)])
  func `asks for a wait older than 30 days: by itself once, and with other news`(
    days: Double, alone: Bool?, withNews: Bool
  ) throws {
    #expect(try asks([], said: days) == alone)
    #expect(try asks(Self.news, said: days) == withNews)
  }

  @Test func `does not ask about the same answer twice in a row, nor while the member is away`() throws {
    let asked = Self.told(daysAgo: 7, question: DigestQuestion(present: Sample.wait(.now, daysAgo: 40)))
    #expect(try asks(Self.news, said: 40) { $0.told = asked } == false)
    #expect(try asks([], said: 33) { $0.told = asked } == true)
    #expect(try asks(Self.news, said: 40) { $0.practitioner.awayUntil = Sample.now + Sample.day } == false)
  }

  @Test func `asks who has never said, a month after they joined`() throws {
    for (days, expected) in [(29.0, nil), (31, true), (60, nil)] as [(Double, Bool?)] {
      let asked = try asks([], said: 0) {
        $0.wait = nil
        $0.practitioner.publishedAt = Sample.now - days * Sample.day
      }
      #expect(asked == expected)
    }
  }

  // MARK: Times for help seekers

  /// Seen on Mondays at nine and ten and on Wednesdays at eleven, with a day's notice.
  private func freeTimes(
    _ bookings: [Booking] = [], book: SlotBook = BookingSample.book,
    listing: (inout Listing) -> Void = { _ in }, who: (inout Practitioner) -> Void = { _ in }
  ) throws -> Int?? {
    let facts = try facts {
      $0.booking = try BookingSample.facts(bookings, book: book, change: listing, who: who)
    }
    return DigestDecision.content(
      for: facts, sections: Self.news, zone: Sample.sydney, news: BookingSample.now
    ).map(\.freeTimes)
  }

  @Test func `says how many times are free in the next two weeks, to whom help seekers can find`() throws {
    #expect(try freeTimes() == 6)
    #expect(try freeTimes([BookingSample.booking(.booked), BookingSample.booking(.lapsed, slot: 1)]) == 5)
    #expect(try freeTimes(book: SlotBook()) == 0)
    #expect(try freeTimes(listing: { $0.wait?.period = .closed }) == .some(nil))
    #expect(try freeTimes(listing: { $0.facts.isOpenToSeekers = false }) == .some(nil))
    #expect(try freeTimes(listing: { $0.facts.verification = nil }) == .some(nil))
    #expect(try freeTimes(who: { $0.awayUntil = BookingSample.now + 60 }) == .some(nil))
    #expect(try freeTimes(who: { $0.awayUntil = BookingSample.now }) == 6)
  }

  @Test func `is none because of them alone, and says nothing of who has taken one`() throws {
    let booked = try facts {
      $0.booking = try BookingSample.facts([BookingSample.booking(.booked)])
      $0.requests = [DigestRequest(id: Sample.id(9), number: 1, askedAt: Sample.now - 60)]
    }
    #expect(try decide(booked, []).email == nil)
    let asked = [DigestSection(.requests, booked.requests.map { DigestItem($0) })]
    let email = try #require(try decide(booked, asked).email)
    let text = try EmailFacts.encode(email.email)
    #expect(text.contains(#""freeTimes":5"#) && text.contains("\(Sample.id(9, of: TimeRequest.self))"))
    for secret in ["Sam", "sam@", "0412", "adult", "Zebra"] { #expect(!text.contains(secret), "\(secret)") }
  }

  // MARK: Whether it is still owed

  private func owed(_ change: (inout DigestEmail, inout Owed.Facts) -> Void) throws -> Owed {
    let member = try Sample.practitioner()
    var email = Self.told(daysAgo: 0)
    email.sections = Self.news
    var facts = Owed.Facts(practitioner: member, wait: nil)
    change(&email, &facts)
    let entry = OutboxEntry(
      id: Sample.id(70), email: .digest(email), recipient: .practitioner(member.id), period: "2026-11-23",
      createdAt: Sample.now, useBy: Sample.now + Sample.day)
    return Owed.decide(entry, facts: facts, now: Sample.now + 60)
  }

  @Test func `that waits is sent if it is wanted as often still, and no other tells the same`() throws {
    let member = try Sample.practitioner()
    #expect(try owed { _, _ in } == .to(member.email))
    #expect(try owed { $1.practitioner?.stoppedStreams = [.digests] } == .no(.unsubscribed))
    #expect(try owed { $1.practitioner?.stoppedStreams = [.rounds] } == .to(member.email))
    #expect(try owed { $1.practitioner?.preferences.digests = .fortnightly } == .no(.lessOften))
    #expect(
      try owed {
        $0.frequency = .monthly
        $1.practitioner?.preferences.digests = .monthly
      } == .to(member.email))
    #expect(try owed { $1.isRetold = true } == .no(.retold))
    #expect(try owed { email, _ in email = email.without(Sample.id(2)) } == .no(.empty))
    #expect(try owed { $1.practitioner?.standing = .leaving } == .no(.left))
  }

  @Test(arguments: [(-1.0, false), (59, false), (61, true)])
  func `that tells of a request alone is not sent once nobody waits for the answer`(
    seconds: Double, isSent: Bool
  ) throws {
    let request = DigestRequest(
      id: Sample.id(9), number: 1, askedAt: Sample.now + seconds - TimeRequest.answerLasts)
    let asked = [DigestSection(.requests, [DigestItem(request)])]
    let member = try Sample.practitioner()
    #expect(try owed { email, _ in email.sections = asked } == (isSent ? .to(member.email) : .no(.empty)))
    #expect(try owed { email, _ in email.sections += asked } == .to(member.email), "the rest is news still")
  }

  @Test func `that asks for the wait alone is not sent to who has answered`() throws {
    let answered = StatedWait(.now, confirmedAt: Sample.now + 30, means: .email)
    let question = DigestQuestion(present: nil)
    #expect(try owed { ($0.sections, $0.question, $1.wait) = ([], question, answered) } == .no(.answered))
    #expect(try owed { ($0.question, $1.wait) = (question, answered) } != .no(.answered))
  }

  @Test(arguments: [("2026-11", false), ("2026-12", true), ("2027-03", true), ("2027-04", false)])
  func `every three months is the rhythm of rounds, question and reminder alike`(round: String, isAsked: Bool)
    throws
  {
    var member = try Sample.practitioner()
    member.preferences.rounds = .quarterly
    let month = try #require(Round(round))
    #expect(member.preferences.rounds.includes(month) == isAsked)
    var question = Sample.waitingPeriodEmail(to: member.id)
    question.period = round
    var reminder = Sample.reminder(to: member.id, askedAt: Sample.now - 8 * Sample.day)
    reminder.period = round
    for entry in [question, reminder] {
      let facts = Owed.Facts(
        practitioner: member, wait: nil,
        question: Owed.Question(state: .sent, settledAt: Sample.now - 8 * Sample.day))
      #expect(
        Owed.decide(entry, facts: facts, now: Sample.now) == (isAsked ? .to(member.email) : .no(.lessOften)))
    }
    let firing = Firing(
      schedule: "waiting-period", zone: "Australia/Sydney",
      instant: try Sample.date("\(round)-05T00:00:00Z"))
    let emails = RoundDecision.emails(
      of: firing, terms: FiringTerms(), to: [Sample.candidate(member)], siteZone: Sample.sydney,
      now: firing.instant)
    #expect(emails.emails.isEmpty == !isAsked)
  }
}
