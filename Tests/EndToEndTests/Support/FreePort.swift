import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A port on 127.0.0.1 that nobody listens on. Below those that the system gives to whoever asks for any (32768 and up), so
/// that no other program of a test is given it meanwhile; and none twice.
enum FreePort {
  private static let given = Mutex<Set<UInt16>>([])

  static func find() throws -> Int {
    for _ in 0..<1_000 {
      let port = UInt16.random(in: 15_000..<32_000)
      if given.withLock({ $0.insert(port).inserted }), try isFree(port) { return Int(port) }
    }
    throw GaveUp(description: "no free port")
  }

  private static func isFree(_ port: UInt16) throws -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw GaveUp(description: "no socket: \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
