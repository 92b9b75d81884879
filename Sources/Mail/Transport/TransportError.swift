/// Why a transport cannot be used as it is configured.
public enum TransportError: Error, Sendable, Hashable {
  /// The relay's address is not `smtp://host:port` or `smtps://host:port`.
  case url
  /// The name to say hello with is not a host name or an address literal in brackets.
  case helloName
  /// The file of trusted certificates cannot be read.
  case trustFile(path: String)
  /// libcurl refused an option; the text is its own.
  case curl(reason: String)
  /// The Maildir cannot be made or opened.
  case folder(path: String, reason: String)
}

extension TransportError: CustomStringConvertible {
  /// One line for the operator.
  public var description: String {
    switch self {
    case .url: "the relay's address must be smtp://host:port or smtps://host:port"
    case .helloName: "the name to say hello with must be a host name"
    case .trustFile(let path): "the certificates in \(path) cannot be read"
    case .curl(let reason): "libcurl: \(reason)"
    case .folder(let path, let reason): "the Maildir \(path) cannot be used: \(reason)"
    }
  }
}
