import Domain
import Foundation
import Testing

@testable import Mail

@Suite struct `Emails about a booking` {
  /// The news to one side, of a sample.
  static func entry(
    _ news: BookingNewsEmail.News, to reader: BookingSide, by side: BookingSide = .seeker, sequence: Int = 0,
    change: (inout Appointment) -> Void = { _ in }
  ) throws -> OutboxEntry {
    var entry = try EmailFixture.entry(.bookingNews)
    guard case .bookingNews(var facts) = entry.email else { throw EmailFixture.Missing() }
    (facts.news, facts.reader, facts.by) = (news, reader, side)
    facts.appointment.sequence = sequence
    change(&facts.appointment)
    entry.email = .bookingNews(facts)
    return entry
  }

  static func message(_ entry: OutboxEntry) throws -> Message {
    try EmailFixture.maker().message(for: entry, to: EmailFixture.wanted(EmailFixture.address)).message
  }

  private func shortened(_ text: String) -> String {
    text.replacing(/\/b\/[a-z2-7]{64}/, with: "/b/…")
  }

  @Test func `the one to confirm reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.bookingConfirm).text) == """
        Hello,

        Somebody gave this address to ask for an appointment:

        Wednesday 2 December 2026
        10:00 am to 10:50 am (Sydney time)
        In person, Newtown NSW 2042
        With Dr Amelia Gunn

        It is not booked yet. If it was you, confirm it:
        https://helplink.example/b/…

        The time is kept for you until 9:50 am (Sydney time). After that the link
        works for a day, as long as nobody else has taken the time.

        If it was not you, ignore this email: nothing is booked, and we do not
        write again.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `the news to a seeker reads well`() throws {
    #expect(
      shortened(try Self.message(Self.entry(.booked, to: .seeker)).text) == """
        Hello,

        Your appointment is booked:

        Wednesday 2 December 2026
        10:00 am to 10:50 am (Sydney time)
        In person, Newtown NSW 2042
        With Dr Amelia Gunn

        Thank you: the time is yours.

        Cancel it or move it until Tuesday 1 December 2026, 10:00 am (Sydney time).

        To move it:
        https://helplink.example/b/…/move

        To cancel it:
        https://helplink.example/b/…/cancel

        The links are for you alone, so please do not forward this email.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `the news of a cancellation to a practitioner reads well, and leads where they see whom`() throws
  {
    #expect(
      shortened(try Self.message(Self.entry(.cancelled, to: .practitioner, sequence: 1)).text) == """
        Hello Dr Amelia Gunn,

        An appointment is cancelled:

        Wednesday 2 December 2026
        10:00 am to 10:50 am (Sydney time)
        In person, Newtown NSW 2042

        Whoever booked it cannot come. The time is free again.

        Sign in to see who it is, and how to reach them:
        https://helplink.example/profile/appointments

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test(arguments: BookingNewsEmail.News.allCases, BookingSide.allCases)
  func `every piece of news has its entry for the calendar, which says the same time`(
    news: BookingNewsEmail.News, reader: BookingSide
  ) throws {
    let message = try Self.message(Self.entry(news, to: reader, sequence: 3))
    let calendar = try #require(message.calendar)
    #expect(calendar.method == (news == .cancelled ? "CANCEL" : "REQUEST"))
    let lines = calendar.text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    #expect(lines.contains("METHOD:\(calendar.method)"))
    #expect(lines.contains("SEQUENCE:3"))
    #expect(lines.contains("DTSTART;TZID=Australia/Sydney:20261202T100000"))
    #expect(lines.contains("DTEND;TZID=Australia/Sydney:20261202T105000"))
    #expect(lines.contains("STATUS:\(news == .cancelled ? "CANCELLED" : "CONFIRMED")"))
    #expect(lines.filter { $0.hasPrefix("UID:") } == ["UID:ifbegrcfizduqskkjnge2tspka@helplink.example"])
    #expect(
      lines.filter { $0.hasPrefix("ATTENDEE") }.allSatisfy { $0.hasSuffix("mailto:amelia@example.com") })
    let description = lines.first { $0.hasPrefix("DESCRIPTION:") } ?? ""
    #expect(description.replacing("\\,", with: ",").contains("10:00 am to 10:50 am (Sydney time)"))
    #expect(message.text.contains("10:00 am to 10:50 am (Sydney time)"))
    #expect(
      String(decoding: try message.bytes(), as: UTF8.self).contains("text/calendar; charset=utf-8; method="))
  }

  @Test func `no entry goes with what is not booked yet, or stands as it did`() throws {
    #expect(try EmailFixture.message(.bookingConfirm).calendar == nil)
    #expect(try EmailFixture.message(.bookingReminder).calendar == nil)
  }

  @Test(arguments: BookingNewsEmail.News.allCases, BookingSide.allCases)
  func `no word of the news is clinical, whoever did it`(news: BookingNewsEmail.News, by: BookingSide) throws
  {
    for reader in BookingSide.allCases {
      let message = try Self.message(Self.entry(news, to: reader, by: by))
      let words = (message.subject + message.text + (message.html ?? "") + (message.calendar?.text ?? ""))
        .lowercased()
      for word in ["patient", "therap", "psych", "mental", "health", "treat", "clinic", "session", "client"] {
        #expect(!words.contains(word), "\(word)")
      }
    }
  }
}
