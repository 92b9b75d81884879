import Foundation

/// One email as it will be written: who, what, when, in plain values.
///
/// `bytes()` makes the RFC 5322 message of it. Nothing is read from outside: the same value gives the
/// same bytes on every attempt, so a message that is sent a second time is recognised by its Message-ID.
public struct Message: Sendable, Hashable {
  /// The author, in `From`.
  public var from: Mailbox
  /// The one recipient, in `To`.
  public var to: Mailbox
  /// Where answers go when that is not the author.
  public var replyTo: Mailbox?
  /// The subject as a reader sees it; any Unicode, any length. Control characters become spaces.
  public var subject: String
  /// When it was written, in `Date`, whole seconds; years 1900...9999.
  public var date: Date
  /// `left@right` without angle brackets (RFC 5322, section 3.6.4); unique, stable over attempts.
  public var messageID: String
  /// The plain text part. Line ends may be LF or CRLF.
  public var text: String
  /// The HTML part, a full document; without it the message is plain text only.
  public var html: String?
  /// An entry for the reader's calendar, the last of the parts: for programs that know what to do with one.
  public var calendar: Calendar?
  /// Further fields, written in this order, each name at most once.
  public var headers: [Header]

  /// Collects the values; they are checked when the message is written.
  public init(
    from: Mailbox, to: Mailbox, replyTo: Mailbox? = nil, subject: String, date: Date, messageID: String,
    text: String, html: String? = nil, calendar: Calendar? = nil, headers: [Header] = []
  ) {
    self.calendar = calendar
    self.from = from
    self.to = to
    self.replyTo = replyTo
    self.subject = subject
    self.date = date
    self.messageID = messageID
    self.text = text
    self.html = html
    self.headers = headers
  }

  /// A calendar's entry and what it is sent for (RFC 6047).
  public struct Calendar: Sendable, Hashable {
    /// `REQUEST` or `CANCEL`; the same as in the text.
    public var method: String
    /// An iCalendar object.
    public var text: String

    /// An entry that is sent for a purpose.
    public init(method: String, text: String) {
      self.method = method
      self.text = text
    }
  }
}
