import Foundation

/// A blocking socket that reads lines, for the scripted server's one thread.
final class LoopbackSocket {
  struct Failure: Error { var call: String }

  private let socket: Int32
  private var buffer: [UInt8] = []
  private var next = 0

  init(_ socket: Int32) { self.socket = socket }

  /// Listens on a free port of 127.0.0.1.
  static func listen() throws -> (socket: Int32, port: UInt16) {
    let listener = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard bound, Foundation.listen(listener, 16) == 0 else { throw Failure(call: "listen") }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  func say(_ text: String) {
    let octets = Array("\(text)\r\n".utf8)
    _ = Foundation.send(socket, octets, octets.count, Int32(MSG_NOSIGNAL))
  }

  /// The next line without its CRLF; nil at the end.
  func line() -> String? {
    var line: [UInt8] = []
    while let octet = octet() {
      if octet == 0x0A && line.last == 0x0D { return String(decoding: line.dropLast(), as: UTF8.self) }
      line.append(octet)
    }
    return nil
  }

  /// A body up to the line with a single dot, without it; nil when it ends early or reaches `limit`.
  func body(atMost limit: Int?) -> [UInt8]? {
    var body: [UInt8] = Array("\r\n".utf8)
    let end = Array("\r\n.\r\n".utf8)
    while let octet = octet() {
      body.append(octet)
      if octet == 0x0A && body.suffix(5) == end[...] { return Array(body.dropFirst(2).dropLast(3)) }
      if let limit, body.count > limit { return nil }
    }
    return nil
  }

  private func octet() -> UInt8? {
    if next == buffer.count {
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = recv(socket, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      buffer = Array(piece[..<count])
      next = 0
    }
    defer { next += 1 }
    return buffer[next]
  }
}
