import Foundation
import Testing

@testable import Domain

@Suite struct `What a seeker types` {
  private static let right = SeekerForm(
    name: " Sam  Lee ", email: "sam@example.org", phone: "+61 (4) 1234-5678", standing: "adult", agrees: true)

  @Test func `makes a seeker when all of it is right`() throws {
    #expect(Self.right.problems == [])
    let seeker = try #require(Self.right.seeker)
    #expect(seeker.name == "Sam Lee" && seeker.email.text == "sam@example.org")
  }

  private static let wrongs: [(String, @Sendable (inout SeekerForm) -> Void)] = [
    ("name", { $0.name = " " }), ("name", { $0.name = String(repeating: "a", count: 101) }),
    ("name", { $0.name = "123" }), ("email", { $0.email = "sam" }), ("phone", { $0.phone = "call me" }),
    ("phone", { $0.phone = "12345" }), ("phone", { $0.phone = "1234567890123456" }),
    ("phone", { $0.phone = "04123<script>" }), ("standing", { $0.standing = "child" }),
    ("agree", { $0.agrees = false }),
  ]

  @Test(arguments: wrongs.indices) func `is refused by the field that is wrong`(index: Int) {
    var form = Self.right
    Self.wrongs[index].1(&form)
    #expect(form.problems.map(\.field) == [Self.wrongs[index].0])
    #expect(form.seeker == nil)
  }

  @Test func `is refused of whoever may not book after what they answered`() {
    var form = Self.right
    form.allowed = [.guardian]
    #expect(form.problems.map(\.field) == ["standing"] && form.seeker == nil)
    form.standing = "guardian"
    form.answers = ["Who is it for? A child"]
    #expect(form.seeker?.answers == form.answers)
  }

  @Test func `is refused whole when nothing was typed`() {
    #expect(SeekerForm().problems.map(\.field) == ["name", "email", "phone", "standing", "agree"])
  }
}

@Suite struct `What a practitioner types to offer a time` {
  private static let newtown = PracticeLocation(postcode: "2042", locality: "Newtown", state: "NSW")
  private static let right = SlotForm(
    when: "weekly-2", time: "09:00", minutes: "50", mode: "in-person", place: "Newtown NSW 2042")

  private func offer(_ form: SlotForm) throws(SlotForm.Problem) -> SlotOffer {
    // A Monday.
    try form.offer(
      id: Sample.id(1), of: Sample.id(2), places: [Self.newtown], zone: { _ in "Australia/Sydney" },
      today: BookingSample.day("2026-11-23"))
  }

  @Test func `makes an offer when all of it is right`() throws {
    let weekly = try offer(Self.right)
    #expect(weekly.firstDay.text == "2026-11-25" && weekly.isWeekly && weekly.minute == 540)
    #expect(weekly.place == Self.newtown && weekly.placeZone == "Australia/Sydney")
    var once = Self.right
    (once.when, once.day, once.time, once.mode) = ("once", "2026-12-24", "9.30", "phone")
    let single = try offer(once)
    #expect(single.firstDay.text == "2026-12-24" && !single.isWeekly && single.minute == 570)
    #expect(single.place == nil && single.placeZone == nil)
  }

  private static let wrongs: [(String, @Sendable (inout SlotForm) -> Void)] = [
    ("when", { $0.when = "" }), ("when", { $0.when = "weekly-7" }),
    ("day", { ($0.when, $0.day) = ("once", "2026-11-22") }),
    ("day", { ($0.when, $0.day) = ("once", "soon") }),
    ("time", { $0.time = "24:00" }), ("time", { $0.time = "nine" }), ("time", { $0.time = "9:5" }),
    ("minutes", { $0.minutes = "10" }), ("minutes", { $0.minutes = "241" }), ("mode", { $0.mode = "fax" }),
    ("place", { $0.place = "Elsewhere NSW 2000" }),
  ]

  @Test(arguments: wrongs.indices) func `is refused by the field that is wrong`(index: Int) {
    var form = Self.right
    Self.wrongs[index].1(&form)
    var field: String?
    do throws(SlotForm.Problem) { _ = try offer(form) } catch { field = error.field }
    #expect(field == Self.wrongs[index].0)
  }

  @Test func `is kept once, and not without end`() throws {
    let first = try offer(Self.right)
    #expect(SlotDecision.add(first, to: SlotBook()).outcome == .saved)
    #expect(SlotDecision.add(first, to: SlotBook(offers: [first])).outcome == .offeredAlready)
    var single = first
    (single.isWeekly, single.firstDay) = (false, first.firstDay.adding(7))
    #expect(SlotDecision.add(single, to: SlotBook(offers: [first])).outcome == .saved)
    let many = (0..<SlotOffer.most).map { number in
      var offer = first
      offer.minute = number
      return offer
    }
    #expect(SlotDecision.add(first, to: SlotBook(offers: many)).outcome == .tooMany)
  }
}
