import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Load from outside, on the real binary.
@Suite(.timeLimit(.minutes(3)))
struct ManyConnectionsTests {
  /// Plain sockets, so that thousands cost the test nothing.
  private final class Crowd {
    private var sockets: [Int32] = []

    /// Connects once more and says something; false when it was not let in.
    func join(port: Int, saying text: String) -> Bool {
      let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      guard socket >= 0 else { return false }
      sockets.append(socket)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = UInt16(port).bigEndian
      address.sin_addr = in_addr(s_addr: UInt32(0x7f00_0001).bigEndian)
      let connected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      guard connected else { return false }
      let octets = Array(text.utf8)
      return octets.isEmpty || send(socket, octets, octets.count, Int32(MSG_NOSIGNAL)) == octets.count
    }

    func leave() {
      for socket in sockets { close(socket) }
      sockets = []
    }
  }

  /// What each of the crowd says: nothing, half a request, a body that never comes, and what is no HTTP at all.
  private static let sayings = [
    "", "GET / HTTP/1.1\r\nhost: a\r\n",
    "POST /sign-in HTTP/1.1\r\nhost: a\r\ncontent-length: 60000\r\n\r\nemail=",
    "\u{16}\u{3}\u{1}",
  ]

  @Test func `two thousand connections at once leave the site ready and its memory bounded`() async throws {
    try await Scratch.using { scratch in
      Self.raiseOpenFiles()
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let daemon = try await site.serve()
      try await site.sendRound()
      let message = try await site.maildir.message(to: "mei.chan@example.com", linkingTo: "/w/")
      let button = try #require(message.link(below: "Within 2 weeks"))
      let port = try #require(Int(site.url.split(separator: ":").last ?? ""))
      let (memory, files) = (try Self.memory(daemon.number), try Self.openFiles(daemon.number))

      let crowd = Crowd()
      var refused = 0
      for number in 0..<2_000
      where !crowd.join(port: port, saying: Self.sayings[number % Self.sayings.count]) { refused += 1 }
      #expect(refused == 0)
      let clock = ContinuousClock()
      let began = clock.now
      for path in ["/readyz", "/healthz", "/"] {
        let answer = try await Visitor.get(site.url + path)
        #expect(answer.status == 200)
      }
      let pressed = try await Visitor.post(button, form: ["waiting-period": "2-weeks"])
      #expect(pressed.status == 303)
      #expect(try await site.status().facts.isWell)
      let took = clock.now - began
      #expect(took < .seconds(10), "\(took)")
      #expect(try await site.member("mei.chan@example.com").waitingPeriod == "2-weeks")
      let grown = try Self.memory(daemon.number) - memory
      #expect(grown < 200 << 10, "\(grown) KiB for 2,000 connections")

      crowd.leave()
      _ = try await eventually("the connections to be gone") {
        try Self.openFiles(daemon.number) <= files + 20 ? true : nil
      }
      #expect(try await Visitor.get(site.url + "/readyz").status == 200)
    }
  }

  /// Descriptors for both ends; the daemon raises its own limit. Never lowered: tests beside this one hold descriptors that
  /// a lower limit would take from them.
  private static func raiseOpenFiles() {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    guard limit.rlim_cur < 8_192 else { return }
    limit.rlim_cur = min(limit.rlim_max, 8_192)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// KiB in memory.
  private static func memory(_ process: Int32) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    return status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }.flatMap {
      Int($0.filter(\.isNumber))
    } ?? 0
  }

  private static func openFiles(_ process: Int32) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
  }
}
