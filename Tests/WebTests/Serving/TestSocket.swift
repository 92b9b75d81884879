import Foundation
import NIOCore

/// A stream socket on loopback as somebody else makes it: bound, and listening unless told otherwise.
struct TestSocket {
  let descriptor: CInt

  struct Failed: Error { let code = errno }

  init(listens: Bool = true) throws {
    try self.init(try SocketAddress(ipAddress: "127.0.0.1", port: 0), listens: listens)
  }

  /// A Unix socket of a path.
  init(path: String) throws { try self.init(try SocketAddress(unixDomainSocketPath: path), listens: true) }

  private init(_ address: SocketAddress, listens: Bool) throws {
    descriptor = socket(address.protocol == .unix ? AF_UNIX : AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    let bound = address.withSockAddr { bind(descriptor, $0, socklen_t($1)) }
    guard descriptor >= 0, bound == 0, !listens || listen(descriptor, 8) == 0 else { throw Failed() }
  }

  var port: Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
