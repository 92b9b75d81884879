import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The datagram socket of a service manager, as `$NOTIFY_SOCKET` names it (sd_notify(3)).
struct NotifySocket: Equatable, Sendable {
  /// Why a message did not leave, as a clause.
  struct Failure: Error, Equatable, CustomStringConvertible {
    let description: String
  }

  /// How long a busy manager is waited for; systemd reads within milliseconds except while it reloads its units.
  private static let patience = timeval(tv_sec: 5, tv_usec: 0)

  /// What goes into `sun_path`: a path with its final zero, or a zero and an abstract name.
  private let octets: [UInt8]

  /// A path, or `@` and an abstract name. Nil for anything else (systemd also knows `vsock:`, for virtual
  /// machines), and for a name that no socket can have.
  init?(_ text: String) {
    let name = Array(text.utf8)
    guard name.count > 1, !name.contains(0) else { return nil }
    switch name.first {
    case UInt8(ascii: "/"): octets = name + [0]
    case UInt8(ascii: "@"): octets = [0] + name.dropFirst()
    default: return nil
    }
    guard octets.count <= MemoryLayout.size(ofValue: sockaddr_un().sun_path) else { return nil }
  }

  /// Sends one message. Each has a socket of its own, so that a manager that was started anew hears the next one.
  func send(_ message: String) throws(Failure) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Self.failure }
    defer { close(descriptor) }
    var patience = Self.patience
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let text = Array(message.utf8)
    let sent = withAddress { address, length in
      sendto(descriptor, text, text.count, Int32(MSG_NOSIGNAL), address, length)
    }
    guard sent == text.count else { throw Self.failure }
  }

  private func withAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: octets) }
    // The length says where an abstract name ends: it may hold zeros, and none ends it (unix(7)).
    let length = MemoryLayout.offset(of: \sockaddr_un.sun_path).map { $0 + octets.count } ?? 0
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
    }
  }

  private static var failure: Failure { Failure(description: String(cString: strerror(errno))) }
}
