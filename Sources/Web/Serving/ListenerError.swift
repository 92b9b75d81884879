import Foundation

/// Why a server cannot listen where it was told to.
public enum ListenerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Another program has the port.
  case portInUse(host: String, port: Int)
  /// Another program answers on the Unix socket.
  case pathInUse(String)
  /// Something that is not a socket stands at the path; it is left alone.
  case notASocket(String)
  /// A Unix socket's path has 102 bytes at most: unix(7) has room for 107, NIO and other systems for 103, and one is taken by the
  /// name it is made under.
  case pathTooLong(String)
  /// An inherited descriptor is not a stream socket that listens.
  case notListening(CInt)
  /// The system said no, with this errno.
  case refused(Listener.Place, CInt)

  /// One line for the operator.
  public var description: String {
    switch self {
    case .portInUse(let host, let port): "port \(port) of \(host) is in use by another program"
    case .pathInUse(let path): "\(path) is in use by another program"
    case .notASocket(let path): "\(path) is in the way: it is not a socket"
    case .pathTooLong(let path): "\(path) is too long for a socket: 102 bytes at most"
    case .notListening(let descriptor): "the inherited descriptor \(descriptor) is not a socket that listens"
    case .refused(let place, let code): "cannot listen on \(place): \(String(cString: strerror(code)))"
    }
  }
}
