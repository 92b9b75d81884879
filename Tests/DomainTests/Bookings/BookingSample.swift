import Foundation

@testable import Domain

/// A practitioner in Sydney who sees people on Mondays and Wednesdays at nine, ten and eleven, and a seeker.
enum BookingSample {
  /// Monday 23 November 2026, 12:13:20 UTC; in Sydney it is 23:13.
  static let now = Sample.now
  static let sydney = "Australia/Sydney"
  static let browser = SecretDigest(of: "a browser")
  static let other = SecretDigest(of: "another browser")
  static let terms = BookingTerms()

  static func zone(_ name: String) -> TimeZone { TimeZone(identifier: name) ?? .gmt }

  static func day(_ text: String) -> LocalDay { LocalDay(text) ?? LocalDay(number: 0) }

  static func offer(_ number: Int, _ day: String, minute: Int, isWeekly: Bool = true, minutes: Int = 50)
    -> SlotOffer
  {
    SlotOffer(
      id: Sample.id(100 + number), practitioner: Sample.id(1), firstDay: self.day(day), isWeekly: isWeekly,
      minute: minute, minutes: minutes, mode: .video)
  }

  static var book: SlotBook {
    SlotBook(
      offers: [
        offer(1, "2026-11-02", minute: 540), offer(2, "2026-11-02", minute: 600),
        offer(3, "2026-11-04", minute: 660),
      ])
  }

  static func facts(
    _ bookings: [Booking] = [], book: SlotBook = book, change: (inout Listing) -> Void = { _ in },
    who: (inout Practitioner) -> Void = { _ in }
  ) throws -> BookingFacts {
    var practitioner = try Sample.practitioner()
    practitioner.timeZone = sydney
    who(&practitioner)
    var listing = Listing(
      of: practitioner,
      profile: Profile(profession: "psychologist", registrationNumber: "PSY0000000001"),
      wait: Sample.wait(.now),
      facts: ListingFacts(
        isOpenToSeekers: true, verification: .init(number: "PSY0000000001", at: now)))
    change(&listing)
    return BookingFacts(
      practitioner: practitioner, listing: listing, book: book, bookings: bookings, siteZone: .gmt)
  }

  /// The free times, the first first.
  static func slots() throws -> [Slot] { try facts().free(for: .anybody, now: now) }

  static func seeker() throws -> Seeker {
    Seeker(
      name: "Sam Lee", email: try EmailAddress("sam@example.org"), phone: "0412 345 678", standing: .adult)
  }

  /// A booking of the free time of a number, as far as a state.
  static func booking(
    _ state: Booking.State, number: Int = 1, slot: Int = 0, in browser: SecretDigest = browser
  ) throws -> Booking {
    var booking = Booking(
      id: Sample.id(200 + number), practitioner: Sample.id(1), slot: try slots()[slot], state: state,
      browser: browser, keptUntil: now + 600)
    if state != .held {
      booking.seeker = try seeker()
      booking.askedAt = now - 60
    }
    if state == .lapsed { booking.keptUntil = now - 1 }
    if state == .booked { booking.bookedAt = now - 30 }
    return booking
  }

  static func means(_ now: Date = now) -> BookingDecision.Means {
    BookingDecision.Means(
      toSeeker: Sample.id(301), toPractitioner: Sample.id(302), reminder: Sample.id(303), terms: terms,
      now: now)
  }
}
