import Hummingbird
import Logging
import ServiceLifecycle

@testable import Web

/// A server that runs as the daemon runs it.
struct ServerUnderTest: Sendable {
  let port: Int
  let gate: Gate
  private let services: ServiceGroup

  static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  /// Asks the server to stop, as SIGTERM does.
  func stop() async { await services.triggerGracefulShutdown() }

  /// Runs a server while `work` runs, then stops it; throws what the server throws.
  static func at(
    _ listener: Listener, limits: ConnectionLimits = ConnectionLimits(), patience: Duration = .seconds(600),
    _ work: @escaping @Sendable (ServerUnderTest) async throws -> Void
  ) async throws {
    let gate = Gate()
    try await running(router(gate), at: listener, limits: limits, patience: patience, gate: gate, work)
  }

  static func running<Routes: HTTPResponderBuilder>(
    _ routes: Routes, at listener: Listener, limits: ConnectionLimits = ConnectionLimits(),
    patience: Duration = .seconds(600), gate: Gate = Gate(),
    _ work: @escaping @Sendable (ServerUnderTest) async throws -> Void
  ) async throws where Routes.Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let (ports, began) = AsyncStream.makeStream(of: Int.self)
    let server = Server(routes, at: listener, limits: limits, logger: quiet, patience: patience) {
      began.yield($0)
    }
    let services = ServiceGroup(configuration: .init(services: [server], logger: quiet))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { began.finish() }
        try await services.run()
      }
      for await port in ports {
        try await work(ServerUnderTest(port: port, gate: gate, services: services))
        break
      }
      await services.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  private struct Unexpected: Error {}

  private static func router(_ gate: Gate) -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/word") { _, _ in "word" }
    router.get("/slow") { _, _ in
      await gate.pass()
      return "slow"
    }
    router.get("/broken") { _, _ -> String in throw Unexpected() }
    router.post("/echo") { request, _ in
      gate.reach()
      return Response(status: .ok, body: .init(byteBuffer: try await request.body.collect(upTo: 1_024)))
    }
    router.get("/endless") { _, _ in
      Response(
        status: .ok,
        body: .init { writer in
          gate.reach()
          while true { try await writer.write(ByteBuffer(repeating: 0, count: 65_536)) }
        })
    }
    return router
  }
}
