/// Sends through a relay by SMTP (RFC 5321) with libcurl.
///
/// Promise: one recipient a transaction, one transaction at a time a connection; when TLS or credentials
/// are required and cannot be used, not even an address is told to the server.
public struct SMTPTransport: Transport {
  private let settings: SMTPSettings

  /// A transport to the relay that `settings` name.
  public init(_ settings: SMTPSettings) { self.settings = settings }

  /// A sender whose connection opens with its first message and stays open.
  public func makeConnection() throws(TransportError) -> any TransportConnection {
    try SMTPConnection(settings)
  }
}
