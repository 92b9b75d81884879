import CCurl
import Domain

/// Decides what became of a message: by the server's reply first, by libcurl's code only without one.
struct SMTPOutcome {
  /// How far the conversation came.
  var stage: SMTPExchange.Stage
  /// The last complete reply of that stage.
  var reply: SMTPReply?
  /// What libcurl returned.
  var code: CURLcode
  /// libcurl's own words about it.
  var detail: String

  /// The same in the words that decisions are made in.
  var sendReply: SendReply {
    switch (stage, reply) {
    case (.connecting, _): beforeMail
    case (.transaction, let reply?) where reply.code >= 400, (.ended, let reply?) where reply.code >= 400:
      .refused(code: reply.code, enhanced: reply.enhanced, text: reply.text)
    case (.ended, let reply?) where reply.code < 300: .accepted(code: reply.code, text: reply.text)
    case (.transaction, _): .unreachable(reason: reason)
    case (.ended, _): .lostAfterDot(reason: reason)
    }
  }

  /// Nothing was said about the message: a matter for the operator, or for another try.
  ///
  /// A 4xx reply (RFC 5321, section 4.2.1) always is: a server short of resources refuses TLS and AUTH
  /// like this.
  private var beforeMail: SendReply {
    if let reply, (400...499).contains(reply.code) { return .unreachable(reason: reason) }
    switch code {
    case CURLE_ABORTED_BY_CALLBACK:
      return .misconfigured(reason: "a user is set, but the server offers no way to sign in")
    case CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED, CURLE_USE_SSL_FAILED, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
      return .misconfigured(reason: reason)
    default:
      return .unreachable(reason: reason)
    }
  }

  private var reason: String {
    guard let reply else { return detail }
    return "\(detail) (the server's last reply: \(reply.line))"
  }
}
