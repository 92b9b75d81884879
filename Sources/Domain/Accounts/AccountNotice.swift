import Foundation

/// What is prepared to tell a member of a change to their account, before the transaction: the email, and the line of the trail.
public struct AccountNotice: Hashable, Sendable {
  /// A notice that could not be sent within five days is not sent.
  public static let lasts: TimeInterval = 5 * 86_400

  /// The email that would go out.
  public var id: OutboxEntry.ID
  /// The line of the trail.
  public var line: SecurityEvent.ID
  /// What the browser says it is that the change is made in; empty when no browser makes it.
  public var browser: String
  /// The zone of members who named none.
  public var siteZone: TimeZone

  /// A notice that may be sent.
  public init(id: OutboxEntry.ID, line: SecurityEvent.ID, browser: String, siteZone: TimeZone) {
    self.id = id
    self.line = line
    self.browser = browser
    self.siteZone = siteZone
  }

  /// The email that tells a member; at another address than theirs when one is given.
  public func email(
    _ news: AccountNews, to practitioner: Practitioner, at address: EmailAddress? = nil, now: Date
  ) -> NewEmail {
    let facts = AccountNoticeEmail(
      name: practitioner.name, news: news, at: now.inMilliseconds, browser: browser,
      timeZone: practitioner.zone(orSite: siteZone).identifier)
    return NewEmail(
      id: id, email: .accountNotice(facts),
      recipient: address.map(Recipient.address) ?? .practitioner(practitioner.id),
      about: address == nil ? nil : practitioner.id, period: id.text, notBefore: now,
      useBy: (now + Self.lasts).inMilliseconds)
  }

  /// The line of the trail.
  public func event(_ kind: SecurityEvent.Kind, of practitioner: Practitioner, now: Date) -> Change {
    .securityEvent(
      SecurityEvent(id: line, practitioner: practitioner.id, kind: kind, at: now, detail: browser))
  }
}
