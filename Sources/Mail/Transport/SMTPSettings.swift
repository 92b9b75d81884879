/// How to reach the relay.
public struct SMTPSettings: Sendable, Hashable {
  /// Whether the conversation must be encrypted.
  public enum Encryption: String, Sendable, Hashable {
    /// TLS from the start (`smtps`) or STARTTLS, with a certificate that verifies; otherwise nothing is
    /// sent.
    case required
    /// Whatever `url` says, without STARTTLS: only for a relay on this machine.
    case none
  }

  /// `smtp://host:port` or `smtps://host:port`; an IPv6 address stands in brackets.
  public var url: String
  /// Whom to sign in as. When set, nothing is sent to a server that does not offer PLAIN or LOGIN.
  public var user: String?
  /// The password that belongs to `user`.
  public var password: String?
  /// Whether the conversation must be encrypted.
  public var tls: Encryption
  /// A PEM file of the authorities to trust instead of the system's.
  public var caFile: String?
  /// What to say after EHLO; this machine's name without it.
  public var helloName: String?
  /// How long connecting, TLS and signing in may take together.
  public var connectTimeout: Duration
  /// How long each reply may take, in whole seconds, at least one. RFC 5321 (section 4.5.3.2.6) asks for
  /// ten minutes after the final dot: giving up sooner makes duplicates.
  public var responseTimeout: Duration

  /// Collects the values; `SMTPTransport` checks them.
  public init(
    url: String, user: String? = nil, password: String? = nil, tls: Encryption = .required,
    caFile: String? = nil, helloName: String? = nil, connectTimeout: Duration = .seconds(30),
    responseTimeout: Duration = .seconds(600)
  ) {
    self.url = url
    self.user = user
    self.password = password
    self.tls = tls
    self.caFile = caFile
    self.helloName = helloName
    self.connectTimeout = connectTimeout
    self.responseTimeout = responseTimeout
  }
}

extension SMTPSettings: CustomStringConvertible, CustomReflectable {
  /// The address alone: no setting that is secret reaches a log.
  public var description: String { url }

  /// The same for `dump` and for failing tests.
  public var customMirror: Mirror { Mirror(self, children: ["url": url, "tls": tls.rawValue]) }
}
