import Foundation
import Hummingbird
import Logging
import NIOCore
import Web

/// The control socket: HTTP on a Unix socket that only the daemon's user and group may open. One address takes every request.
enum ControlServer {
  /// A request of a command is bounded to 8 MiB: imports come in pieces.
  private static let largest = 8 << 20

  /// Who may open the socket: its user and its group.
  static let mode: mode_t = 0o660

  static func make(
    at place: Listener.Place, operations: Operations, logger: Logger,
    running: @escaping @Sendable (Int) -> Void
  ) -> Server {
    let router = Router()
    router.post("/control") { request, _ in
      let body = try await request.body.collect(upTo: largest)
      let asked = try JSONDecoder().decode(ControlRequest.self, from: Data(buffer: body))
      let answer = try JSONEncoder().encode(await operations.perform(asked))
      return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(bytes: answer)))
    }
    // An import or a round of 100,000 is answered when it is done.
    let limits = ConnectionLimits(most: 128, request: .hours(1), reading: .minutes(5), idle: .minutes(10))
    return Server(router, at: Listener(place), limits: limits, logger: logger, running: running)
  }
}
