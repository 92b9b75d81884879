import AsyncHTTPClient
import Automation
import Foundation
import NIOCore
import NIOFoundationCompat
import Store

/// Whoever owns the record: a running daemon, asked through its socket, or this command, which holds the lock meanwhile.
enum Owner {
  case daemon(socket: String, client: HTTPClient)
  case ourselves(Operations, lock: StateLock)

  /// Takes the lock, or finds the daemon that has it.
  static func find(_ configuration: Configuration) async throws -> Owner {
    if let (store, lock) = try StateFolder(configuration.state).openStore() {
      let operations = Operations(
        configuration: configuration, materials: try Materials.load(configuration), store: store,
        time: .system, queue: nil)
      return .ourselves(operations, lock: lock)
    }
    return .daemon(socket: configuration.control, client: HTTPClient(eventLoopGroupProvider: .singleton))
  }

  /// Asks; the answer is the same either way.
  func ask(_ request: ControlRequest) async throws -> Report {
    switch self {
    case .ourselves(let operations, _): return await operations.perform(request)
    case .daemon(let socket, let client): return try await Self.ask(request, socket: socket, client: client)
    }
  }

  /// Gives the record or the connection back.
  func leave() async throws {
    switch self {
    case .ourselves(let operations, _): try operations.store.close()
    case .daemon(_, let client): try await client.shutdown()
    }
  }

  private static func ask(_ request: ControlRequest, socket: String, client: HTTPClient) async throws
    -> Report
  {
    guard let url = URL(httpURLWithSocketPath: socket, uri: "/control") else {
      throw Failure.configuration("control: \(socket) is not a path")
    }
    var asked = HTTPClientRequest(url: url.absoluteString)
    asked.method = .POST
    asked.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(request)))
    do {
      let response = try await client.execute(asked, timeout: .minutes(10))
      let body = try await response.body.collect(upTo: 64 << 20)
      return try JSONDecoder().decode(Report.self, from: Data(buffer: body))
    } catch {
      throw Failure("a daemon owns the state folder but does not answer on \(socket): \(error)")
    }
  }
}
