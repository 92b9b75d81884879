import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A service manager's end of the notification socket.
final class NotifyListener: Sendable {
  private let descriptor: CInt

  /// Listens at a path, or at an abstract name that begins with `@`.
  init(at name: String) throws {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let octets = name.hasPrefix("@") ? [0] + Array(name.utf8.dropFirst()) : Array(name.utf8) + [0]
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: octets) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + octets.count)
    descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
    }
    guard isBound else { throw GaveUp(description: "\(name): \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  /// What was sent and not read yet: a datagram is there as soon as it was sent.
  func messages() -> [String] {
    var messages: [String] = []
    var octets = [UInt8](repeating: 0, count: 8_192)
    while case let count = recv(descriptor, &octets, octets.count, Int32(MSG_DONTWAIT)), count >= 0 {
      messages.append(String(decoding: octets.prefix(count), as: UTF8.self))
    }
    return messages
  }
}
