import Foundation

/// Somebody typed an address to be let in by email. Whoever it is, they are told the same, and one email goes out.
public struct WayInRequest: Sendable {
  /// What was typed.
  public var address: EmailAddress
  /// The member whose it is.
  public var practitioner: Practitioner?
  /// Links of the kind that were made for them lately.
  public var recentLinks: Int
  /// The day it is on the site.
  public var day: LocalDay

  /// A request.
  public init(address: EmailAddress, practitioner: Practitioner?, recentLinks: Int, day: LocalDay) {
    self.address = address
    self.practitioner = practitioner
    self.recentLinks = recentLinks
    self.day = day
  }

  /// The answer to somebody who is no member: one a day, whoever asks and however often.
  func answerToStranger(_ id: OutboxEntry.ID, now: Date) -> [NewEmail] {
    guard practitioner == nil else { return [] }
    return [
      NewEmail(
        id: id, email: .noAccount(NoAccountEmail(askedAt: now.inMilliseconds)), recipient: .address(address),
        period: day.text, notBefore: now, useBy: (now + 3_600).inMilliseconds)
    ]
  }
}
