import Domain
import Foundation
import HummingbirdTesting
import Store
import Testing

@testable import Web

extension SiteFixture {
  /// Opens the fixture's member to seekers, at nine on every day by phone.
  func openToSeekers() async throws {
    let id = member.id
    let facts = ListingFacts(
      isOpenToSeekers: true, verification: .init(number: "PSY0000000001", at: Self.start))
    var chance = Chance()
    let offers = (0..<7).map { weekday in
      Change.slotOffered(
        SlotOffer(
          id: SlotOffer.ID(using: &chance), practitioner: id,
          firstDay: LocalDay(Self.start, in: .gmt).adding(weekday), isWeekly: true, minute: 540, minutes: 50,
          mode: .phone))
    }
    try await store.perform({ _ in }) { Decision((), changes: [.listingFactsSaved(id, facts)] + offers) }
  }

  var choosing: String { "/bookings/new?practitioner=\(member.id)" }

  /// The values of the free times on a page.
  static func times(in page: String) -> [String] {
    page.matches(of: /name="slot" value="([0-9]+)"/).map { String($0.1) }
  }

  /// What is said to whom about bookings, the oldest first.
  func bookingEmails() async throws -> [OutboxEntry] {
    try await store.read { try $0.emails(in: nil, limit: 500) }.filter { $0.email.appointment != nil }
      .sorted { $0.createdAt < $1.createdAt }
  }

  /// The page of a booking for one side, as an email links to it.
  func bookingLink(_ side: BookingSide = .seeker) async throws -> String {
    let booking = try #require(try await bookingEmails().first?.email.appointment).booking
    let token = LinkToken(
      .booking, subject: booking, choice: side.code, expiresAt: Self.start + 400 * 86_400)
    return "/b/" + keys.seal(token)
  }
}

extension Browser {
  static let details = "name=Sam+Lee&email=sam%40example.org&phone=0412+345+678&standing=adult&agree=yes"

  /// Chooses the free time of a number.
  mutating func hold(_ number: Int = 0, _ fixture: SiteFixture) async throws -> Answer {
    let times = SiteFixture.times(in: try await get(fixture.choosing).text)
    return try await post("/bookings/new", "practitioner=\(fixture.member.id)&slot=\(times[number])")
  }

  /// Books the free time of a number, and returns the page of the booking.
  mutating func book(_ number: Int = 0, _ fixture: SiteFixture) async throws -> String {
    _ = try await hold(number, fixture)
    _ = try await post("/bookings/details", Self.details)
    let link = try await fixture.bookingLink()
    _ = try await post(link, "choice=confirm")
    return link
  }
}
