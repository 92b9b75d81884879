import Foundation
import Testing

@testable import Domain

@Suite struct `Slots` {
  static let zones = [
    "Australia/Sydney", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Brisbane", "Europe/London",
  ]

  private func slots(_ offer: SlotOffer, _ zone: String, from: Double = 0, days: Double = 3_650) -> [Slot] {
    let start = BookingSample.now + from * 86_400
    return SlotBook(offers: [offer])
      .slots(from: start, to: start + days * 86_400, in: BookingSample.zone(zone))
  }

  @Test(arguments: zones, [0, 9 * 60, 23 * 60 + 59])
  func `come every seven days at the same time by the clock on the wall, for ten years`(
    zone: String, minute: Int
  ) {
    let found = slots(BookingSample.offer(1, "2026-11-25", minute: minute), zone)
    #expect((521...522).contains(found.count))
    let moments = found.map { LocalMoment($0.start, in: BookingSample.zone(zone)) }
    #expect(moments.allSatisfy { $0.hour * 60 + $0.minute == minute && $0.day.weekday == .wednesday })
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $1.day.number - $0.day.number == 7 })
  }

  @Test
  func `a time that the clocks jump over comes as if they had not, and one that comes twice comes first`() {
    let zone = BookingSample.zone("Australia/Sydney")
    // Clocks go forward from 2:00 on 4 October 2026, and back from 3:00 on 4 April 2027.
    let jumped = BookingSample.offer(1, "2026-10-04", minute: 150, isWeekly: false).slot(
      on: BookingSample.day("2026-10-04"), in: zone)
    #expect(AppointmentWords(jumped).start == "3:30 am")
    let twice = BookingSample.offer(1, "2027-04-04", minute: 150, isWeekly: false).slot(
      on: BookingSample.day("2027-04-04"), in: zone)
    #expect(AppointmentWords(twice).start == "2:30 am")
    #expect(zone.secondsFromGMT(for: twice.start) == 11 * 3_600)
  }

  @Test func `whoever moves keeps the hours on the wall`() {
    let offer = BookingSample.offer(1, "2026-11-25", minute: 540)
    let (here, there) = (
      slots(offer, "Australia/Sydney", days: 30), slots(offer, "Australia/Perth", days: 30)
    )
    #expect(here.map { AppointmentWords($0).start } == there.map { AppointmentWords($0).start })
    #expect(zip(here, there).allSatisfy { $1.start.timeIntervalSince($0.start) == 3 * 3_600 })
    #expect(there.map { AppointmentWords($0).zone } == Array(repeating: "Perth time", count: there.count))
  }

  /// Whatever one asks for, the parts make up the whole.
  @Test func `of two spans that meet, together are those of both`() {
    var chance = SeededGenerator(seed: 4)
    let book = SlotBook(
      offers: BookingSample.book.offers + [BookingSample.offer(9, "2026-12-05", minute: 30, isWeekly: false)],
      daysOff: [DaysOff(first: BookingSample.day("2026-12-07"), last: BookingSample.day("2026-12-09"))]
        .compactMap(
          \.self))
    let zone = BookingSample.zone("Australia/Sydney")
    let (start, end) = (BookingSample.now, BookingSample.now + 60 * 86_400)
    let all = book.slots(from: start, to: end, in: zone)
    #expect(all.contains { LocalMoment($0.start, in: zone).day.text == "2026-12-05" })
    #expect(
      !all.contains { ["2026-12-07", "2026-12-09"].contains(LocalMoment($0.start, in: zone).day.text) })
    for _ in 0..<200 {
      let middle = start + Double.random(in: 0...60 * 86_400, using: &chance)
      #expect(
        book.slots(from: start, to: middle, in: zone) + book.slots(from: middle, to: end, in: zone) == all)
    }
    for slot in all.prefix(5) {
      #expect(book.slots(from: slot.start, to: slot.start + 1, in: zone) == [slot])
      #expect(book.slots(from: slot.start - 1, to: slot.start, in: zone) == [])
    }
  }

  @Test func `two offers of one moment are one slot`() {
    let twice = SlotBook(
      offers: [
        BookingSample.offer(1, "2026-11-25", minute: 540),
        BookingSample.offer(2, "2026-11-25", minute: 540, isWeekly: false),
      ])
    let found = twice.slots(
      from: BookingSample.now, to: BookingSample.now + 6 * 86_400, in: BookingSample.zone("Australia/Sydney"))
    #expect(found.count == 1)
  }

  @Test func `are free within the practitioner's terms, when nothing else claims their time`() throws {
    let free = try BookingSample.slots()
    #expect(free.first?.start ?? .distantPast >= BookingSample.now + 86_400)
    #expect(free.last?.start ?? .distantFuture < BookingSample.now + 8 * 7 * 86_400)
    let away = try BookingSample.facts(who: { $0.awayUntil = BookingSample.now + 20 * 86_400 })
    #expect(
      away.free(for: .anybody, now: BookingSample.now).first?.start ?? .distantPast >= BookingSample.now + 20
        * 86_400)
    var long = try BookingSample.booking(.booked, slot: 1)
    long.slot.minutes = 90
    let left = try BookingSample.facts([long]).free(for: .anybody, now: BookingSample.now)
    #expect(left == free.filter { !$0.overlaps(long.slot) } && left.count < free.count)
  }
}

@Suite struct `The words for a time` {
  @Test(arguments: [
    (
      "2026-12-01T22:00:00Z", 50, "Australia/Sydney",
      "Wednesday 2 December 2026, 9:00 am to 9:50 am (Sydney time)"
    ),
    (
      "2026-12-01T22:30:00Z", 50, "Australia/Broken_Hill",
      "Wednesday 2 December 2026, 9:00 am to 9:50 am (Broken Hill time)"
    ),
    (
      "2026-12-02T04:00:00Z", 60, "Australia/Perth",
      "Wednesday 2 December 2026, 12:00 noon to 1:00 pm (Perth time)"
    ),
    (
      "2026-12-02T16:00:00Z", 30, "Australia/Perth",
      "Thursday 3 December 2026, 12:00 midnight to 12:30 am (Perth time)"
    ),
    ("2026-12-02T16:00:00Z", 45, "GMT", "Wednesday 2 December 2026, 4:00 pm to 4:45 pm (UTC)"),
  ])
  func `are by the clocks of its zone, which is named`(
    start: String, minutes: Int, zone: String, words: String
  )
    throws
  {
    let moment = try Date(start, strategy: .iso8601)
    #expect(
      AppointmentWords(Slot(start: moment, minutes: minutes, mode: .phone, timeZone: zone)).whole == words)
  }
}
