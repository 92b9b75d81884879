import Foundation
import Testing

@testable import Domain

@Suite struct `Asking for a time` {
  private typealias S = RequestSample

  @Test(arguments: [(0, true), (2, true), (3, false), (9, false)])
  func `emails the address alone, three times a day at the most`(questions: Int, isSent: Bool) throws {
    let request = try S.request()
    let decision = RequestDecision.make(
      request, first: try S.practitioner(1), questions: questions, email: Sample.id(405), now: S.now)
    #expect(decision.outcome == .sent)
    #expect(decision.changes == (isSent ? [.requestSaved(request)] : []))
    #expect(decision.emails.map(\.recipient) == (isSent ? [.address(request.seeker.email)] : []))
  }

  @Test func `is for practitioners who take new clients and are not away`() throws {
    let closed = try S.practitioner(1, change: { $0.wait?.period = .closed })
    let away = try S.practitioner(1, who: { $0.awayUntil = S.now + 60 })
    let back = try S.practitioner(1, who: { $0.awayUntil = S.now })
    for (facts, outcome) in [
      (nil, RequestDecision.Made.closed), (closed, .closed), (away, .closed), (back, .sent),
    ] {
      let decision = RequestDecision.make(
        try S.request(), first: facts, questions: 0, email: Sample.id(405), now: S.now)
      #expect(decision.outcome == outcome && decision.emails.isEmpty == (outcome == .closed))
    }
  }

  @Test func `confirmed within a day, it asks the first and nobody else`() throws {
    let request = try S.request()
    let decision = RequestDecision.confirm(try S.facts(request), S.means(S.now + Booking.linkLasts - 1))
    #expect(decision.emails.map(\.recipient) == [.practitioner(S.id(1))])
    let asked = try S.after(decision)
    #expect(asked.state == .asked && asked.parts.map { $0.askedAt != nil } == [true, false, false])
    let late = RequestDecision.confirm(try S.facts(request), S.means(S.now + Booking.linkLasts))
    let twice = RequestDecision.confirm(try S.facts(asked), S.means())
    #expect([late, twice].allSatisfy { $0.outcome == .over && $0.changes.isEmpty && $0.emails.isEmpty })
  }

  @Test(arguments: [1, 3])
  func `a time that is offered is booked, and both are told`(count: Int) throws {
    let request = try S.asked(asking: count)
    let decision = RequestDecision.accept(S.slot, number: 1, facts: try S.facts(request), S.means())
    let booked = decision.changes.compactMap {
      if case .bookingSaved(let booking) = $0 { booking } else { nil }
    }
    #expect(booked.map(\.slot) == [S.slot] && booked.map(\.state) == [.booked])
    #expect(booked.map(\.seeker) == [request.seeker])
    #expect(decision.emails.map(\.email.kind) == [.bookingNews, .bookingNews, .bookingReminder])
    let accepted = try S.after(decision)
    #expect(accepted.state == .accepted && accepted.booking == booked.first?.id)
    let again = RequestDecision.accept(S.slot, number: 1, facts: try S.facts(accepted), S.means())
    #expect(again.outcome == .over && again.changes.isEmpty)
  }

  @Test func `no time is booked that is too soon, too far, or somebody else's`() throws {
    let request = try S.asked()
    func accept(_ start: Date, _ bookings: [Booking] = []) throws -> RequestDecision.Outcome {
      var slot = S.slot
      slot.start = start
      return RequestDecision.accept(
        slot, number: 1, facts: try S.facts(request, bookings: bookings), S.means()
      ).outcome
    }
    // A seeker may ask for another until a day before: so there is a day in which they may.
    #expect(try accept(S.now + 48 * 3_600 - 1) == .outside)
    #expect(try accept(S.now + 48 * 3_600) == .done)
    #expect(try accept(S.now + 26 * 7 * 86_400) == .outside)
    for state in Booking.State.allCases {
      var other = try BookingSample.booking(state)
      other.slot = S.slot
      let claims = [.held, .awaiting, .booked].contains(state)
      for (shift, isTaken) in [(0.0, claims), (49 * 60, claims), (50 * 60, false), (-50 * 60, false)] {
        #expect(try accept(S.slot.start + shift, [other]) == (isTaken ? .taken : .done), "\(state) \(shift)")
      }
    }
  }

  @Test(arguments: [nil, WaitingPeriod.closed, .threeMonths])
  func `a no asks the next and tells the seeker, and who is full says so in their listing`(
    wait: WaitingPeriod?
  ) throws {
    let request = try S.asked()
    let decision = RequestDecision.refuse(
      number: 1, wait: wait, facts: try S.facts(request), S.means(S.now + 60))
    let said = decision.changes.compactMap {
      if case .waitSaid(let who, let wait, _) = $0, who == S.id(1) { wait?.period } else { nil }
    }
    #expect(said == [wait].compactMap(\.self))
    #expect(
      decision.emails.map(\.recipient) == [
        .practitioner(S.id(2)), .address(request.seeker.email),
      ])
    let passed = try S.after(decision)
    #expect(passed.parts.map(\.answer) == [wait == nil ? .no : .full, nil, nil])
    #expect(passed.current?.number == 2)
    for number in [1, 3, 4] {
      let other = RequestDecision.refuse(number: number, wait: nil, facts: try S.facts(passed), S.means())
      #expect(other.outcome == .over && other.changes.isEmpty)
    }
  }

  @Test func `no answer in 48 hours asks the next, and not a second sooner`() throws {
    let request = try S.asked()
    let soon = RequestDecision.lapse(try S.facts(request), S.means(S.now + 48 * 3_600 - 1))
    #expect(soon.outcome == .over && soon.changes.isEmpty)
    let due = RequestDecision.lapse(try S.facts(request), S.means(S.now + 48 * 3_600))
    #expect(try S.after(due).parts.map(\.answer) == [.late, nil, nil])
    let late = RequestDecision.accept(
      S.slot, number: 1, facts: try S.facts(request), S.means(S.now + 48 * 3_600))
    #expect(late.outcome == .over)
  }

  @Test func `who takes nobody by then is passed over, and with nobody left it ends`() throws {
    let request = try S.asked()
    let skipping = RequestDecision.refuse(
      number: 1, wait: nil, facts: try S.facts(request, closed: [2]), S.means())
    #expect(try S.after(skipping).parts.map(\.answer) == [.no, .closed, nil])
    let ending = RequestDecision.refuse(
      number: 1, wait: nil, facts: try S.facts(request, closed: [2, 3]), S.means())
    #expect(try S.after(ending).state == .over)
    #expect(try S.after(ending).endedAt == S.now)
    #expect(ending.emails.map(\.recipient) == [.address(request.seeker.email)])
    let nobody = RequestDecision.confirm(try S.facts(S.request(), closed: [1, 2, 3]), S.means())
    #expect(try S.after(nobody).state == .over)
  }

  @Test func `without consent nobody is asked after the first`() throws {
    let decision = RequestDecision.refuse(
      number: 1, wait: nil, facts: try S.facts(S.asked(asking: 1)), S.means())
    #expect(try S.after(decision).state == .over)
    #expect(decision.emails.map(\.email.kind) == [.requestNews])
    #expect(try S.request(asking: 4).parts.count == TimeRequest.mostAsked)
  }

  @Test func `taken back, it can be answered by nobody`() throws {
    let withdrawn = try S.after(RequestDecision.withdraw(S.asked(), now: S.now))
    let accepted = RequestDecision.accept(S.slot, number: 1, facts: try S.facts(withdrawn), S.means())
    let lapsed = RequestDecision.lapse(try S.facts(withdrawn), S.means(S.now + 99 * 86_400))
    #expect(accepted.outcome == .over && lapsed.outcome == .over)
    #expect(RequestDecision.withdraw(withdrawn, now: S.now).outcome == .over)
  }

  @Test func `when the time does not suit, it is cancelled and the same practitioner is asked again`() throws
  {
    let offered = RequestDecision.accept(S.slot, number: 1, facts: try S.facts(S.asked()), S.means())
    let accepted = try S.after(offered)
    let booking = try #require(
      offered.changes.compactMap { if case .bookingSaved(let booking) = $0 { booking } else { nil } }.first)
    let means = S.means(S.now + 3_600)
    let again = RequestDecision.askAgain("Fridays", for: booking, facts: try S.facts(accepted), means)
    let asked = try S.after(again)
    #expect(asked.state == .asked && asked.wishes == "Fridays" && asked.isOpen(to: 1, now: means.now))
    #expect(again.emails.map(\.email.kind) == [.bookingNews, .bookingNews, .request])
    let closed = RequestDecision.askAgain(
      "", for: booking, facts: try S.facts(accepted, closed: [1]), means)
    #expect(closed.outcome == .closed && closed.changes.isEmpty)
    var other = booking
    other.id = Sample.id(9)
    #expect(RequestDecision.askAgain("", for: other, facts: try S.facts(accepted), means).outcome == .over)
  }

  /// Whatever is sent names no seeker and repeats no word of theirs, except by where it goes.
  @Test func `emails say nothing of whoever asks`() throws {
    let (request, asked) = (try S.request(), try S.asked())
    let emails =
      RequestDecision.make(
        request, first: try S.practitioner(1), questions: 0, email: Sample.id(1), now: S.now
      ).emails + RequestDecision.confirm(try S.facts(request), S.means()).emails
      + RequestDecision.accept(S.slot, number: 1, facts: try S.facts(asked), S.means()).emails
      + RequestDecision.refuse(number: 1, wait: nil, facts: try S.facts(asked), S.means()).emails
    #expect(emails.count == 7)
    for email in emails {
      let facts = try EmailFacts.encode(email.email)
      for word in ["Sam", "Lee", "sam@", "0412", "Zebra", "school"] { #expect(!facts.contains(word)) }
    }
  }
}
