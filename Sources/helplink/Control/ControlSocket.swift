import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat

/// The way to a running daemon.
struct ControlSocket: Sendable {
  let path: String

  /// Whether somebody listens behind it.
  var answers: Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard path.utf8.count < room else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  /// Asks the daemon.
  func ask(_ request: ControlRequest, over client: HTTPClient) async throws -> Report {
    guard let url = URL(httpURLWithSocketPath: path, uri: "/control") else {
      throw Failure.configuration("control: \(path) is not a path")
    }
    var asked = HTTPClientRequest(url: url.absoluteString)
    asked.method = .POST
    asked.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(request)))
    do {
      let response = try await client.execute(asked, timeout: .minutes(10))
      let body = try await response.body.collect(upTo: 64 << 20)
      return try JSONDecoder().decode(Report.self, from: Data(buffer: body))
    } catch {
      throw Failure("the daemon behind \(path) does not answer: \(error)")
    }
  }
}
