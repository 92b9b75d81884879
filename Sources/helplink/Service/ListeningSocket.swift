import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A stream socket that somebody has made to listen.
struct ListeningSocket: Equatable, Sendable {
  let descriptor: CInt
  /// `AF_INET`, `AF_INET6`, `AF_UNIX`, ….
  let family: CInt

  /// Nil when the descriptor is closed, no socket, not of streams, or not listening.
  init?(_ descriptor: CInt) {
    guard Self.option(SO_TYPE, of: descriptor) == CInt(SOCK_STREAM.rawValue),
      Self.option(SO_ACCEPTCONN, of: descriptor) == 1, let family = Self.option(SO_DOMAIN, of: descriptor)
    else { return nil }
    self.descriptor = descriptor
    self.family = family
  }

  /// Where it listens; nil for a socket that has a path instead.
  var address: ListenAddress? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    var port = [CChar](repeating: 0, count: Int(NI_MAXSERV))
    let flags = NI_NUMERICHOST | NI_NUMERICSERV
    let isKnown = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length) == 0
          && getnameinfo(
            $0, length, &host, socklen_t(host.count), &port, socklen_t(port.count), CInt(flags)) == 0
      }
    }
    guard isKnown, [AF_INET, AF_INET6].contains(family), let number = Int(Self.text(port)) else { return nil }
    return ListenAddress(host: Self.text(host), port: number)
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// `getsockopt` of a number; a descriptor that is no socket has none.
  private static func option(_ name: CInt, of descriptor: CInt) -> CInt? {
    var value: CInt = 0
    var length = socklen_t(MemoryLayout<CInt>.size)
    return getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 ? value : nil
  }
}
