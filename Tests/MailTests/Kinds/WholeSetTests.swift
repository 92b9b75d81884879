import Domain
import Foundation
import Testing

@testable import Mail

/// An email is a set: case, folder, sample, rendering. None is without one.
@Suite struct `The set of emails` {
  @Test(arguments: Email.Kind.allCases)
  func `every kind has its folder, and renders its sample`(kind: Email.Kind) throws {
    let folder = TemplateFolderOnDisk.shipped.appending(path: kind.rawValue)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(files) == ["subject.mustache", "text.mustache", "html.mustache", "sample.json"])
    let message = try EmailFixture.message(kind)
    #expect(try EmailFixture.templates().sample(kind).kind == kind)
    #expect(try !message.bytes().isEmpty)
    #expect(!message.subject.isEmpty && message.subject.count < 60)
  }

  @Test(arguments: Email.Kind.allCases)
  func `what a template may name is what its view has`(kind: Email.Kind) throws {
    let entry = try EmailFixture.entry(kind)
    let links = EmailLinks(entry: entry, site: try EmailFixture.site(), keys: try EmailFixture.keys(1))
    switch entry.email {
    case .waitingPeriod(var facts):
      #expect(WaitingPeriodView.make(facts, links: links, unsubscribe: "").shape == WaitingPeriodView.shape)
      facts.present = nil
      #expect(WaitingPeriodView.make(facts, links: links, unsubscribe: "").shape == WaitingPeriodView.shape)
    case .waitingPeriodReminder(let facts):
      #expect(
        WaitingPeriodReminderView.make(facts, links: links, unsubscribe: "").shape
          == WaitingPeriodReminderView.shape)
    case .signInLink(let facts):
      #expect(try SignInLinkView.make(facts, links: links).shape == SignInLinkView.shape)
    case .invitation(let facts):
      #expect(try InvitationView.make(facts, links: links).shape == InvitationView.shape)
    case .alreadyAMember(let facts):
      #expect(AlreadyAMemberView.make(facts, links: links).shape == AlreadyAMemberView.shape)
    case .noAccount: #expect(NoAccountView.make(links: links).shape == NoAccountView.shape)
    case .passwordReset(let facts):
      #expect(try PasswordResetView.make(facts, links: links).shape == PasswordResetView.shape)
    case .accountNotice(let facts):
      #expect(AccountNoticeView.make(facts, links: links).shape == AccountNoticeView.shape)
    case .addressChange(let facts):
      #expect(try AddressChangeView.make(facts, links: links).shape == AddressChangeView.shape)
    case .bookingConfirm(let facts):
      #expect(BookingConfirmView.make(facts, links: links).shape == BookingConfirmView.shape)
    case .bookingNews(let facts):
      #expect(BookingNewsView.make(facts, links: links).shape == BookingNewsView.shape)
    case .bookingReminder(let facts):
      #expect(BookingReminderView.make(facts, links: links).shape == BookingReminderView.shape)
    case .referral(let facts):
      #expect(ReferralView.make(facts, links: links).shape == ReferralView.shape)
    case .referralReminder(let facts):
      #expect(ReferralReminderView.make(facts, links: links).shape == ReferralReminderView.shape)
    case .referralYes(let facts):
      #expect(ReferralYesView.make(facts, links: links).shape == ReferralYesView.shape)
    case .referralClosed(let facts):
      #expect(ReferralClosedView.make(facts, links: links).shape == ReferralClosedView.shape)
    case .requestConfirm(let facts):
      #expect(RequestConfirmView.make(facts, links: links).shape == RequestConfirmView.shape)
    case .request(let facts):
      #expect(RequestView.make(facts, links: links).shape == RequestView.shape)
    case .requestNews(let facts):
      #expect(RequestNewsView.make(facts, links: links).shape == RequestNewsView.shape)
    case .digest(let facts):
      #expect(DigestView.make(facts, links: links, unsubscribe: "").shape == DigestView.shape)
    }
    #expect(TemplateView(SiteView.names(links.site)).shape == ViewShape(SiteView.shape))
  }

  @Test(arguments: Email.Kind.allCases)
  func `every link of the HTML is in the text, on a line of its own`(kind: Email.Kind) throws {
    let message = try EmailFixture.message(kind)
    let lines = message.text.split(separator: "\n").map(String.init)
    let links = EmailFixture.links(try #require(message.html))
    #expect(!links.isEmpty)
    for link in links { #expect(lines.contains(link)) }
    #expect(EmailFixture.links(message.text).count == Set(links).count)
  }

  @Test(arguments: Email.Kind.allCases)
  func `the sender's legal name and contact are in both parts`(kind: Email.Kind) throws {
    let message = try EmailFixture.message(kind)
    for part in [message.text, message.html ?? ""] {
      #expect(part.contains("Example Practice Pty Ltd") && part.contains("hello@helplink.example"))
    }
  }

  @Test(arguments: Email.Kind.allCases)
  func `the HTML is small, loads nothing, and says its language and title`(kind: Email.Kind) throws {
    let html = try #require(try EmailFixture.message(kind).html)
    #expect(html.utf8.count < 20_000)
    for remote in ["<img", "url(", "@import", "<link", "<script", "<iframe", "src="] {
      #expect(!html.contains(remote))
    }
    #expect(
      html.contains("<html lang=\"en-AU\"") && html.contains("<title>") && !html.contains("<title></title>"))
    #expect(html.split(separator: "<h1").count == 2)
    #expect(html.matches(of: /<table/).count == html.matches(of: /<table role="presentation"/).count)
  }

  @Test(arguments: Email.Kind.allCases)
  func `no word of it is clinical`(kind: Email.Kind) throws {
    let message = try EmailFixture.message(kind)
    let words = try
      (message.subject + message.text + (message.html ?? "")
      + String(decoding: message.bytes(), as: UTF8.self))
      .lowercased()
    for word in [
      "patient", "therap", "psych", "mental", "health", "treat", "diagnos", "counsel", "clinic", "depress",
    ] {
      #expect(!words.contains(word), "\(word)")
    }
  }
}
