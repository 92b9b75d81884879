import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// What a service manager may pass, right or wrong, by address family.
enum PassedSocket: Sendable {
  case listening(CInt)
  /// A stream socket that does not listen.
  case idle(CInt)
  case datagram(CInt)
  case file
  case closed
}

/// Descriptors one after the other, as a service manager passes them: open in programs that are started.
final class PassedSockets: Sendable {
  let descriptors: [CInt]
  let first: CInt

  init(_ sockets: [PassedSocket]) throws {
    // Tests run beside each other: none takes the numbers of another.
    let first = Self.unused.withLock { unused in
      defer { unused += CInt(sockets.count) }
      return unused
    }
    self.first = first
    descriptors = sockets.indices.map { first + CInt($0) }
    for (descriptor, socket) in zip(descriptors, sockets) {
      guard let made = try Self.make(socket) else { continue }
      // Refuses a number that is in use, which dup2 would take away from whoever uses it.
      let given = fcntl(made, F_DUPFD, descriptor)
      guard given == descriptor else {
        let why = given < 0 ? String(cString: strerror(errno)) : "in use"
        throw GaveUp(description: "descriptor \(descriptor): \(why)")
      }
      close(made)
    }
  }

  /// Far behind the descriptors that the tests beside us open and close.
  private static let unused = Mutex<CInt>(farthest - 500)

  /// The most that this process may have, and never more than systems allow by default.
  private static var farthest: CInt {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return CInt(min(limit.rlim_cur, 500_000))
  }

  deinit { for descriptor in descriptors { close(descriptor) } }

  /// Whether no program that is started will have any of them.
  var areClosedInPrograms: Bool {
    descriptors.map { fcntl($0, F_GETFD) }.allSatisfy { $0 < 0 || $0 & FD_CLOEXEC != 0 }
  }

  private static func make(_ kind: PassedSocket) throws -> CInt? {
    switch kind {
    case .listening(let family):
      let made = socket(family, CInt(SOCK_STREAM.rawValue), 0)
      // IPv4 and IPv6 are bound to a free port by listen(2) itself; Unix sockets to a name of the kernel's by bind(2).
      if family == AF_UNIX { bindToAnyName(made) } else { try bindToLoopback(made, family) }
      guard listen(made, 4) == 0 else { throw GaveUp(description: String(cString: strerror(errno))) }
      return made
    case .idle(let family): return socket(family, CInt(SOCK_STREAM.rawValue), 0)
    case .datagram(let family): return socket(family, CInt(SOCK_DGRAM.rawValue), 0)
    case .file: return open("/dev/null", O_RDONLY)
    case .closed: return nil
    }
  }

  /// A family alone asks the kernel for an abstract name (unix(7), autobind).
  private static func bindToAnyName(_ descriptor: CInt) {
    var family = sockaddr(sa_family: sa_family_t(AF_UNIX), sa_data: sockaddr().sa_data)
    bind(descriptor, &family, socklen_t(MemoryLayout<sa_family_t>.size))
  }

  private static func bindToLoopback(_ descriptor: CInt, _ family: CInt) throws {
    guard family == AF_INET else { return }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound else { throw GaveUp(description: String(cString: strerror(errno))) }
  }
}
