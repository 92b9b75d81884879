import Foundation

/// Where a server listens, and with which certificate.
public struct Listener: Sendable {
  /// Where people and programs connect to.
  public var place: Place
  /// Nil for plain HTTP.
  public var certificate: ServerCertificate?

  /// A place to listen.
  public init(_ place: Place, certificate: ServerCertificate? = nil) {
    self.place = place
    self.certificate = certificate
  }

  /// What can be connected to.
  public enum Place: Sendable, Equatable, CustomStringConvertible {
    /// An address or a name, and a TCP port; port 0 lets the system choose one.
    case host(String, port: Int)
    /// A stream socket that somebody else bound and that listens already, such as systemd's (sd_listen_fds(3)). It becomes
    /// the server's, which closes its descriptor in the end; the socket itself goes on for whoever holds another.
    case descriptor(CInt)
    /// A Unix socket, made new with these permissions and removed in the end.
    case path(String, mode: mode_t)

    /// As it stands in messages.
    public var description: String {
      switch self {
      case .host(let host, let port): "port \(port) of \(host)"
      case .descriptor(let descriptor): "the inherited descriptor \(descriptor)"
      case .path(let path, _): path
      }
    }
  }
}
