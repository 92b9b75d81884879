import Domain
import Foundation

/// Email → message: everything derives from the outbox row, so every attempt is the same message.
///
/// Promise: the same row, site, keys and templates give the same bytes; no clock is read. Nothing here decides
/// whether an email is still owed.
public struct MessageMaker: Sendable {
  private let site: MailSite
  private let keys: KeyRing
  private let templates: MailTemplates

  /// A maker of one site's messages.
  public init(site: MailSite, keys: KeyRing, templates: MailTemplates) {
    self.site = site
    self.keys = keys
    self.templates = templates
  }

  /// The same with another ring of keys.
  public func with(_ keys: KeyRing) -> MessageMaker {
    MessageMaker(site: site, keys: keys, templates: templates)
  }

  /// The same with other templates.
  public func with(_ templates: MailTemplates) -> MessageMaker {
    MessageMaker(site: site, keys: keys, templates: templates)
  }

  /// The message of `entry` to `address`, and the address that its bounces go to.
  public func message(
    for entry: OutboxEntry, to address: EmailAddress
  ) throws(MessageMakerError) -> (message: Message, envelopeSender: String) {
    let links = EmailLinks(entry: entry, site: site, keys: keys)
    let stream = entry.email.kind.stream
    let unsubscribe = try unsubscribeLink(links, stream)
    let rendered = templates.render(entry.email.kind, try view(links, unsubscribe: unsubscribe))
    let author = stream.isSubscribed ? site.fromRounds : site.from
    let message = Message(
      from: author, to: Message.Mailbox(name: entry.email.addressee, address: address.text),
      subject: rendered.subject, date: entry.createdAt, messageID: "\(entry.id)@\(site.host)",
      text: rendered.text, html: rendered.html, calendar: CalendarEntry(entry, to: address, site: site)?.part,
      headers: StreamHeaders(entry: entry, site: site).all(unsubscribe: unsubscribe))
    return (message, links.envelopeSender(author: author))
  }

  /// The link of a subscribed stream's mail, nil for other mail.
  private func unsubscribeLink(_ links: EmailLinks, _ stream: EmailStream) throws(MessageMakerError)
    -> String?
  {
    guard stream.isSubscribed else { return nil }
    guard case .practitioner(let id) = links.entry.recipient else { throw .notAMember(stream) }
    return links.unsubscribe(id, from: stream)
  }

  private func view(_ links: EmailLinks, unsubscribe: String?) throws(MessageMakerError) -> TemplateView {
    let own =
      switch links.entry.email {
      case .waitingPeriod(let facts):
        WaitingPeriodView.make(facts, links: links, unsubscribe: unsubscribe ?? "")
      case .waitingPeriodReminder(let facts):
        WaitingPeriodReminderView.make(facts, links: links, unsubscribe: unsubscribe ?? "")
      case .signInLink(let facts): try SignInLinkView.make(facts, links: links)
      case .invitation(let facts): try InvitationView.make(facts, links: links)
      case .alreadyAMember(let facts): AlreadyAMemberView.make(facts, links: links)
      case .noAccount: NoAccountView.make(links: links)
      case .passwordReset(let facts): try PasswordResetView.make(facts, links: links)
      case .accountNotice(let facts): AccountNoticeView.make(facts, links: links)
      case .addressChange(let facts): try AddressChangeView.make(facts, links: links)
      case .bookingConfirm(let facts): BookingConfirmView.make(facts, links: links)
      case .bookingNews(let facts): BookingNewsView.make(facts, links: links)
      case .bookingReminder(let facts): BookingReminderView.make(facts, links: links)
      case .referral(let facts): ReferralView.make(facts, links: links)
      case .referralReminder(let facts): ReferralReminderView.make(facts, links: links)
      case .referralYes(let facts): ReferralYesView.make(facts, links: links)
      case .referralClosed(let facts): ReferralClosedView.make(facts, links: links)
      case .requestConfirm(let facts): RequestConfirmView.make(facts, links: links)
      case .request(let facts): RequestView.make(facts, links: links)
      case .requestNews(let facts): RequestNewsView.make(facts, links: links)
      case .digest(let facts): DigestView.make(facts, links: links, unsubscribe: unsubscribe ?? "")
      }
    return own.adding(SiteView.names(site))
  }
}
