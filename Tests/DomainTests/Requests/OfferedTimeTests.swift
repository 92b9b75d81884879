import Foundation
import Testing

@testable import Domain

@Suite struct `A time that is offered` {
  private typealias S = RequestSample

  private func words(_ slots: [Slot]) -> [String] {
    slots.map {
      let words = AppointmentWords($0)
      return "\(words.day.prefix { $0 != " " }) \(words.start)"
    }
  }

  /// It is Monday evening in Sydney, and nothing may be offered before Wednesday evening.
  @Test func `is one of the next working days at usual hours, where none are published`() throws {
    let facts = try S.practitioner(1)
    let list = words(facts.shortList(BookingSample.terms, minutes: 50, now: S.now))
    #expect(
      list == [
        "Thursday 9:00 am", "Thursday 11:00 am", "Thursday 2:00 pm", "Thursday 4:00 pm", "Friday 9:00 am",
        "Friday 11:00 am", "Friday 2:00 pm", "Friday 4:00 pm",
      ])
    var busy = try BookingSample.booking(.booked)
    busy.slot = S.slot
    let days = try #require(
      DaysOff(first: BookingSample.day("2026-11-26"), last: BookingSample.day("2026-11-26")))
    let fewer = try S.practitioner(1, [busy], book: SlotBook(daysOff: [days]))
    let others = words(fewer.shortList(BookingSample.terms, minutes: 50, now: S.now))
    #expect(others.first == "Friday 11:00 am" && others.contains("Monday 9:00 am"))
  }

  @Test func `is one that is free, where some are published`() throws {
    let facts = try BookingSample.facts()
    let list = facts.shortList(BookingSample.terms, minutes: 50, now: S.now)
    let free = facts.free(for: .anybody, now: S.now).filter { $0.start >= S.now + 48 * 3_600 }
    #expect(list == Array(free.prefix(8)) && list.count == 8)
  }

  @Test(arguments: [
    (OfferedTimeForm(meeting: "video"), "slot"),
    (OfferedTimeForm(slot: "other", meeting: "video"), "day"),
    (OfferedTimeForm(slot: "other", day: "2026-13-01", time: "9:00", meeting: "video"), "day"),
    (OfferedTimeForm(day: "2026-12-01", time: "9", meeting: "video"), "time"),
    (OfferedTimeForm(day: "2026-12-01", time: "09:00", minutes: "5", meeting: "video"), "minutes"),
    (OfferedTimeForm(day: "2026-12-01", time: "09:00", meeting: "Corinda QLD 4075"), "meeting"),
  ])
  func `says what is wrong with it`(form: OfferedTimeForm, field: String) throws {
    let facts = try S.practitioner(1)
    var found: String?
    do throws(SlotForm.Problem) { _ = try form.slot(of: facts) { _ in nil } } catch { found = error.field }
    #expect(found == field)
  }

  /// Typed by the practitioner's own clock, told in the zone of the place.
  @Test func `is by the practitioner's clock, and told in the zone of its place`() throws {
    let place = try #require(PracticeLocation(label: "Corinda QLD 4075"))
    let facts = try S.practitioner(1, change: { $0.profile.locations = [place] })
    let form = OfferedTimeForm(day: "2026-12-01", time: "9.30", minutes: "60", meeting: place.label)
    let slot = try form.slot(of: facts) { _ in "Australia/Brisbane" }
    #expect(slot.place == place && slot.mode == .inPerson && slot.minutes == 60)
    #expect(AppointmentWords(slot).whole == "Tuesday 1 December 2026, 8:30 am to 9:30 am (Brisbane time)")
    let listed = OfferedTimeForm(slot: String(S.slot.start.milliseconds), meeting: "video")
    #expect(try listed.slot(of: facts) { _ in nil } == S.slot)
    #expect(OfferedTimeForm(suggestedBy: facts).meeting == place.label)
    #expect(OfferedTimeForm(suggestedBy: try BookingSample.facts()).meeting == "video")
  }
}
