import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Serves a router over HTTP or HTTPS on a place of its own or on a socket it was handed.
/// Stops: after the requests in hand, whose connections then end; idle connections end at once, and nobody new is let in.
/// Never: waits longer than its patience, so a client that reads or writes one byte a minute cannot hold it.
public struct Server: Service {
  private typealias Listening = NIOAsyncChannel<HTTPConnection.Value, Never>

  private let listener: Listener
  private let connection: HTTPConnection
  private let patience: Duration
  private let running: @Sendable (Int) -> Void
  private let group = MultiThreadedEventLoopGroup.singleton

  /// How many connections may wait to be accepted.
  static let backlog: CInt = 1_024

  /// A server of a router of any context. `running` is called once with the port when it listens, with 0 for a Unix socket.
  /// When asked to stop it gives the requests in hand as long as its `patience`, then ends their connections.
  public init<Routes: HTTPResponderBuilder>(
    _ router: Routes, at listener: Listener, limits: ConnectionLimits = ConnectionLimits(), logger: Logger,
    patience: Duration = .seconds(30),
    running: @escaping @Sendable (Int) -> Void
  ) where Routes.Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
    let answering = Answering(responder: router.buildResponder(), logger: logger)
    self.listener = listener
    self.patience = patience
    self.running = running
    connection = HTTPConnection(
      certificate: listener.certificate, limits: limits, logger: logger, responder: answering.answer)
  }

  /// Serves until asked to stop; throws a `ListenerError` when it cannot begin.
  public func run() async throws {
    let quiescing = ServerQuiescingHelper(group: group)
    let bootstrap = bootstrap(quiescing)
    switch listener.place {
    case .host(let host, let port):
      try await serve(try await bind(bootstrap, host, port), quiescing)
    case .descriptor(let descriptor):
      try InheritedSocket.check(descriptor)
      try await serve(
        try await bootstrap.bind(descriptor, childChannelInitializer: connection.begin), quiescing)
    case .path(let path, let mode):
      let socket = try UnixSocket(path: path, mode: mode)
      defer { socket.remove() }
      try await serve(
        try await bootstrap.bind(socket.descriptor, childChannelInitializer: connection.begin), quiescing)
    }
  }

  private func bootstrap(_ quiescing: ServerQuiescingHelper) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: Self.backlog)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      // A client may end its side when it has asked; it still gets its answer.
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .serverChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(quiescing.makeServerChannelHandler(channel: channel))
        }
      }
  }

  private func bind(_ bootstrap: ServerBootstrap, _ host: String, _ port: Int) async throws -> Listening {
    do {
      return try await bootstrap.bind(host: host, port: port, childChannelInitializer: connection.begin)
    } catch let error as IOError {
      throw error.errnoCode == EADDRINUSE
        ? ListenerError.portInUse(host: host, port: port)
        : ListenerError.refused(listener.place, error.errnoCode)
    }
  }

  /// Whichever ends first ends the other: the last connection, or the patience after being asked to stop.
  private func serve(_ listening: Listening, _ quiescing: ServerQuiescingHelper) async throws {
    running(listening.channel.localAddress?.port ?? 0)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await accept(listening) }
      tasks.addTask {
        do { try await gracefulShutdown() } catch { return }
        quiescing.initiateShutdown(promise: nil)
        try? await Task.sleep(for: patience)
      }
      defer { tasks.cancelAll() }
      try await tasks.next()
    }
  }

  private func accept(_ listening: Listening) async throws {
    try await withThrowingDiscardingTaskGroup { connections in
      try await listening.executeThenClose { accepted in
        for try await value in accepted { connections.addTask { await connection.answer(value) } }
      }
    }
  }
}
