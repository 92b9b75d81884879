import Foundation
import Hummingbird
import Logging
import ServiceLifecycle

/// The control socket: HTTP on a Unix socket that only the daemon's user and group may open. One address takes every request.
struct ControlServer: Service {
  let path: String
  let operations: Operations
  let logger: Logger

  /// A request of a command is bounded to 8 MiB: imports come in pieces.
  private static let largest = 8 << 20

  func run() async throws {
    // A socket left by a killed daemon is in the way; the lock says that no other daemon has it.
    try? FileManager.default.removeItem(atPath: path)
    let router = Router()
    let operations = operations
    router.post("/control") { request, _ in
      let body = try await request.body.collect(upTo: Self.largest)
      let asked = try JSONDecoder().decode(ControlRequest.self, from: Data(buffer: body))
      let answer = try JSONEncoder().encode(await operations.perform(asked))
      return Response(status: .ok, body: .init(byteBuffer: ByteBuffer(bytes: answer)))
    }
    let path = path
    let application = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .unixDomainSocket(path: path), serverName: nil),
      onServerRunning: { _ in chmod(path, 0o660) }, logger: logger)
    try await application.run()
    try? FileManager.default.removeItem(atPath: path)
  }
}
