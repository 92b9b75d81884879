import Domain
import Foundation

extension EmailLinks {
  /// The page of a booking for one side: there it is confirmed, moved and cancelled.
  func booking(_ id: Booking.ID, for side: BookingSide) -> String {
    let token = LinkToken(
      .booking, subject: id, choice: side.code, expiresAt: entry.createdAt + LinkLifetimes.booking)
    return "\(site.siteURL)/b/\(keys.seal(token))"
  }

  /// Where a practitioner sees what is booked, and with whom.
  var appointmentsPage: String { "\(site.siteURL)/profile/appointments" }

  /// Where the member that it goes to offers times to help seekers; where somebody signs in for what goes to an address.
  var offering: String {
    guard case .practitioner(let id) = entry.recipient else { return signInPage }
    let token = LinkToken(.offering, subject: id, expiresAt: entry.createdAt + LinkLifetimes.offering)
    return "\(site.siteURL)/t/\(keys.seal(token))"
  }
}
