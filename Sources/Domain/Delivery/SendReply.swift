/// What a server made of one message for one recipient.
///
/// Every expected outcome of handing a message over is a value to switch over, never a thrown error.
/// What separates the cases is what is known about delivery: the message was taken, it was surely
/// not taken, or nobody can tell.
public enum SendReply: Sendable, Hashable {
  /// The server answered the end of the message with 2xx and is responsible for it now
  /// (RFC 5321, section 4.2.5).
  case accepted(code: Int, text: String)

  /// The server answered 4xx or 5xx to MAIL, RCPT, DATA or the end of the message: not sent.
  ///
  /// `code` is 400...599. `enhanced` is the RFC 3463 status such as `5.1.1`, when the server gave one.
  /// `text` is the rest of the reply on one line, printable, of bounded length.
  case refused(code: Int, enhanced: String?, text: String)

  /// No connection, no conversation, or a connection lost before the message's end: not sent, and
  /// worth another try. It says nothing about the recipient.
  case unreachable(reason: String)

  /// The relay is not what the configuration says (no TLS where it is required, a certificate that
  /// does not verify, credentials that are refused or cannot be used): nothing was sent, and trying
  /// again will not help until the operator acts. It says nothing about the recipient.
  case misconfigured(reason: String)

  /// The whole message went out and its reply never came: it may or may not have been taken.
  case lostAfterDot(reason: String)

  /// The message could not be made, so nothing was sent; the next attempt may find the template mended.
  /// It says nothing about the relay.
  case notMade(reason: String)
}
