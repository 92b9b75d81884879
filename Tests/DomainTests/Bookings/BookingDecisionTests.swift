import Foundation
import Testing

@testable import Domain

@Suite struct `Taking a time` {
  private typealias S = BookingSample

  private func hold(
    _ slot: Int = 0, _ bookings: [Booking] = [], in browser: SecretDigest = S.browser, before: Booking? = nil,
    facts: BookingFacts? = nil, now: Date = S.now
  ) throws -> Decision<BookingDecision.Held> {
    BookingDecision.hold(
      try S.slots()[slot].start, in: browser, before: before, id: Sample.id(299),
      facts: try facts ?? S.facts(bookings), now: now)
  }

  private func isHeld(_ decision: Decision<BookingDecision.Held>) -> Bool {
    if case .held = decision.outcome { true } else { false }
  }

  @Test(arguments: Booking.State.allCases)
  func `keeps it from others for as long as it is claimed, and never from oneself`(state: Booking.State)
    throws
  {
    let booking = try S.booking(state)
    let claims = [.held, .awaiting, .booked].contains(state)
    #expect(try isHeld(hold(0, [booking], in: S.other)) == !claims)
    #expect(try isHeld(hold(0, [booking], in: S.browser)) == (state != .booked))
    #expect(try isHeld(hold(1, [booking], in: S.other)))
    let later = try hold(0, [booking], in: S.other, now: S.now + 601)
    #expect(isHeld(later) == (state != .booked))
    let made = later.changes.filter {
      if case .bookingSaved(let saved) = $0 { saved.id == booking.id } else { false }
    }
    #expect(made.isEmpty == (state != .awaiting), "\(state)")
    if state == .held { #expect(later.changes.contains(.bookingForgotten(booking.id))) }
  }

  @Test func `lets go of the time that the browser held before`() throws {
    let before = try S.booking(.held)
    let decision = try hold(1, [before], before: before)
    #expect(decision.changes.contains(.bookingForgotten(before.id)))
    #expect(isHeld(decision) && decision.emails.isEmpty)
    let asked = try S.booking(.awaiting)
    let beside = try hold(2, [asked], before: asked)
    #expect(!beside.changes.contains(.bookingForgotten(asked.id)))
  }

  @Test func `is for listings that are open to seekers, verified, published and not closed`() throws {
    let changes: [@Sendable (inout Listing) -> Void] = [
      { $0.facts.isOpenToSeekers = false }, { $0.facts.verification = nil }, { $0.publishedAt = nil },
      { $0.wait?.period = .closed }, { $0.standing = .leaving },
      { $0.profile.registrationNumber = "PSY0000000002" },
    ]
    for (number, change) in changes.enumerated() {
      let decision = try hold(facts: S.facts(change: change))
      #expect(!isHeld(decision), "\(number)")
    }
    let neverSaid = try hold(facts: S.facts(change: { $0.wait = nil }))
    let suspended = try hold(facts: S.facts(who: { $0.standing = .suspended }))
    #expect(isHeld(neverSaid) && !isHeld(suspended))
  }

  @Test(arguments: [(0, 600, true), (2, 600, true), (3, 600, false), (0, -1, false)])
  func `asked for, it emails the address alone, three times a day at the most`(
    questions: Int, left: TimeInterval, isAsked: Bool
  ) throws {
    let seeker = try S.seeker()
    var held = try S.booking(.held)
    held.keptUntil = S.now + left
    let decision = BookingDecision.ask(
      seeker, for: held, questions: questions, practitioner: try S.facts().practitioner,
      email: Sample.id(300), now: S.now)
    #expect(decision.outcome == (left > 0 ? .sent : .holdIsOver))
    #expect(decision.emails.map(\.recipient) == (isAsked ? [.address(seeker.email)] : []))
    #expect(decision.changes.count == decision.emails.count)
    if case .bookingSaved(let booking) = decision.changes.first {
      #expect(booking.state == .awaiting && booking.keptUntil == S.now + Booking.confirmationLasts)
    }
  }

  @Test func `confirmed, it tells both, and reminds the seeker two days before`() throws {
    // The first free time is too near for a reminder.
    let booking = try S.booking(.awaiting, slot: 1)
    let decision = BookingDecision.confirm(booking, facts: try S.facts([booking]), means: S.means())
    #expect(decision.emails.map(\.email.kind) == [.bookingNews, .bookingNews, .bookingReminder])
    let address = try S.seeker().email
    #expect(
      decision.emails.map(\.recipient) == [
        .address(address), .practitioner(Sample.id(1)), .address(address),
      ])
    #expect(decision.emails[2].notBefore == booking.slot.start - 48 * 3_600)
    guard case .done(let booked) = decision.outcome else { throw Refused() }
    #expect(booked.state == .booked && booked.bookedAt == S.now && booked.sequence == 0)
    let again = BookingDecision.confirm(booked, facts: try S.facts([booked]), means: S.means())
    #expect(again.outcome == .over)
  }

  @Test func `confirmed late, it is booked if it is still free`() throws {
    let lapsed = try S.booking(.lapsed)
    let other = try S.booking(.held, number: 2, in: S.other)
    func confirm(_ others: [Booking], _ now: Date = S.now) throws -> BookingDecision.Outcome {
      BookingDecision.confirm(lapsed, facts: try S.facts([lapsed] + others), means: S.means(now)).outcome
    }
    let free = try confirm([])
    #expect(free != .taken && free != .over)
    #expect(try confirm([other]) == .taken)
    #expect(try confirm([], S.now + Booking.linkLasts) == .over)
  }

  /// Whatever is sent names no seeker, except by where it goes.
  @Test func `emails say nothing of whoever booked`() throws {
    let booking = try S.booking(.awaiting, slot: 1)
    for email in BookingDecision.confirm(booking, facts: try S.facts([booking]), means: S.means()).emails {
      let facts = try EmailFacts.encode(email.email)
      for word in ["Sam", "Lee", "sam@", "0412"] { #expect(!facts.contains(word)) }
    }
  }
}

@Suite struct `Changing a booking` {
  private typealias S = BookingSample

  @Test(arguments: BookingSide.allCases, [25.0, 24, 23, 1, 0])
  func `a seeker may until the stated time before, a practitioner until it begins`(
    side: BookingSide, hours: Double
  ) throws {
    let booking = try S.booking(.booked, slot: 3)
    let means = S.means(booking.slot.start - hours * 3_600)
    let practitioner = try S.facts().practitioner
    let cancelled = BookingDecision.cancel(booking, by: side, practitioner: practitioner, means: means)
    let isAllowed = side == .seeker ? hours > 24 : hours > 0
    if isAllowed {
      guard case .done(let result) = cancelled.outcome else { throw Refused() }
      #expect(result.state == .cancelled && result.sequence == 1 && cancelled.emails.count == 2)
    } else {
      #expect(cancelled.outcome == (hours == 0 ? .over : .tooLate) && cancelled.emails.isEmpty)
    }
  }

  @Test func `what was never confirmed ends without a word to anybody`() throws {
    let decision = BookingDecision.cancel(
      try S.booking(.awaiting), by: .seeker, practitioner: try S.facts().practitioner, means: S.means())
    #expect(decision.changes.count == 1 && decision.emails.isEmpty)
  }

  @Test func `moved, it is the same booking at another free time, with a new reminder`() throws {
    let booking = try S.booking(.booked, slot: 2)
    let other = try S.booking(.booked, number: 2, slot: 5, in: S.other)
    let facts = try S.facts([booking, other])
    func move(_ slot: Int) throws -> Decision<BookingDecision.Outcome> {
      BookingDecision.move(
        booking, to: try S.slots()[slot].start, by: .seeker, facts: facts, means: S.means())
    }
    guard case .done(let moved) = try move(4).outcome else { throw Refused() }
    #expect(moved.id == booking.id && moved.sequence == 1 && moved.state == .booked)
    let slots = try S.slots()
    #expect(moved.slot == slots[4])
    let emails = try move(4).emails
    #expect(emails.map(\.period) == Array(repeating: "\(booking.id)-1", count: 3))
    let taken = try move(5).outcome
    #expect(taken == .taken)
    let same = try move(2)
    #expect(same.changes.isEmpty)
  }

  @Test func `every other state refuses both`() throws {
    for state in Booking.State.allCases where state != .booked {
      let booking = try S.booking(state)
      let move = BookingDecision.move(
        booking, to: try S.slots()[4].start, by: .practitioner, facts: try S.facts([booking]),
        means: S.means())
      #expect(move.outcome == .over && move.changes.isEmpty)
    }
    let cancelled = try S.booking(.cancelled)
    let again = BookingDecision.cancel(
      cancelled, by: .seeker, practitioner: try S.facts().practitioner, means: S.means())
    #expect(again.outcome == .over && again.emails.isEmpty)
  }
}

@Suite struct `An email about a booking` {
  private typealias S = BookingSample

  @Test(arguments: Booking.State.allCases, [0, 1])
  func `is owed while what it says is so`(state: Booking.State, sequence: Int) throws {
    var booking = try S.booking(state, slot: 1)
    let appointment = Appointment(booking, with: "Dr Number 1")
    booking.sequence = sequence
    let until = S.now + 60
    func news(_ news: BookingNewsEmail.News) -> Email {
      .bookingNews(
        BookingNewsEmail(
          appointment: appointment, news: news, reader: .seeker, by: .seeker, changesUntil: until))
    }
    func isOwed(_ email: Email, _ booking: Booking?) throws -> Bool {
      let entry = OutboxEntry(
        id: Sample.id(1), email: email, recipient: .address(try S.seeker().email), period: "p",
        createdAt: S.now, useBy: S.now + 60)
      let facts = Owed.Facts(practitioner: nil, wait: nil, booking: booking)
      return Owed.decide(entry, facts: facts, now: S.now) == .to(try S.seeker().email)
    }
    let confirm = Email.bookingConfirm(BookingConfirmEmail(appointment: appointment, keptUntil: until))
    let reminder = Email.bookingReminder(
      BookingReminderEmail(appointment: appointment, changesUntil: until))
    #expect(try isOwed(confirm, booking) == ([.awaiting, .lapsed].contains(state) && sequence == 0))
    #expect(try isOwed(reminder, booking) == (state == .booked && sequence == 0))
    #expect(try isOwed(news(.moved), booking) == (sequence == 0))
    #expect(try isOwed(news(.cancelled), booking))
    let (gone, told) = (try isOwed(reminder, nil), try isOwed(news(.cancelled), nil))
    #expect(!gone && told)
  }
}

/// What a test took for granted was refused.
private struct Refused: Error {}
