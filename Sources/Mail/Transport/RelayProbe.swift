import CCurl
import Domain

/// Whether the relay would take mail from us: connects, begins TLS and signs in as a courier does, says NOOP and QUIT, and
/// speaks of no message.
public enum RelayProbe {
  /// What came of it.
  public enum Finding: Sendable, Hashable {
    /// Everything that comes before a message was accepted.
    case well
    /// Why not, on one line, and what it is about.
    case trouble(Cause, reason: String)
  }

  /// What a trouble is about, as far as it says what to do.
  public enum Cause: Sendable, Hashable {
    /// No such host.
    case name
    /// Nobody answers there, or not in time.
    case connection
    /// The relay offers no STARTTLS.
    case noEncryption
    /// The relay's certificate is not one that we trust, or is another host's.
    case certificate
    /// The relay offers neither PLAIN nor LOGIN.
    case noSignIn
    /// The relay refused the user or the password.
    case signIn
    /// The settings cannot be used.
    case settings
    /// Anything else.
    case other
  }

  /// Blocks until the relay has answered, or the settings' timeouts have passed: never call it on Swift's cooperative
  /// threads. Two minutes per reply are enough for a look.
  public static func run(_ settings: SMTPSettings) -> Finding {
    var settings = settings
    settings.responseTimeout = min(settings.responseTimeout, .seconds(120))
    do {
      let exchange = SMTPExchange(needsAuthentication: settings.user != nil)
      let handle = try CurlHandle()
      try handle.apply(settings)
      try handle.connect(to: exchange)
      return converse(handle, exchange)
    } catch { return .trouble(.settings, reason: error.description) }
  }

  private static func converse(_ handle: CurlHandle, _ exchange: SMTPExchange) -> Finding {
    exchange.begin(UnsafeBufferPointer(start: nil, count: 0))
    let code = handle.perform(command: "NOOP")
    if code == CURLE_OK { return .well }
    let detail = handle.detail(of: code)
    let reason = exchange.reply.map { "\(detail) (the server's last reply: \($0.line))" } ?? detail
    return .trouble(
      cause(code), reason: code == CURLE_ABORTED_BY_CALLBACK ? "it offers no way to sign in" : reason)
  }

  private static func cause(_ code: CURLcode) -> Cause {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: .name
    case CURLE_COULDNT_CONNECT, CURLE_OPERATION_TIMEDOUT: .connection
    case CURLE_USE_SSL_FAILED: .noEncryption
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR: .certificate
    case CURLE_ABORTED_BY_CALLBACK: .noSignIn
    case CURLE_LOGIN_DENIED: .signIn
    default: .other
    }
  }
}
