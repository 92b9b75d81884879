import AsyncHTTPClient
import Automation
import Foundation
import Store

/// Whoever owns the record: a running daemon, asked through its socket, or this command, which holds the lock meanwhile.
enum Owner {
  case daemon(ControlSocket, client: HTTPClient)
  case ourselves(Operations, StateFolder.Opened)

  /// A daemon that is starting listens within this time, and a command is done, in seconds.
  private static let patience: TimeInterval = 10

  /// Finds the owner for some work, and gives the record or the connection back whatever comes of it.
  static func using<Result>(_ configuration: Configuration, _ work: (Owner) async throws -> Result)
    async throws
    -> Result
  {
    let owner = try await find(configuration)
    let result: Result
    do { result = try await work(owner) } catch {
      try? await owner.leave()
      throw error
    }
    try await owner.leave()
    return result
  }

  /// Finds the daemon, or takes the lock when there is none. The daemon's socket decides who may ask it; the state folder
  /// is for its owner alone.
  private static func find(_ configuration: Configuration) async throws -> Owner {
    let socket = ControlSocket(path: configuration.control)
    let deadline = Date() + patience
    while true {
      if socket.answers { return .daemon(socket, client: HTTPClient(eventLoopGroupProvider: .singleton)) }
      let state = try StateFolder(configuration.state)
      // Before the database: on first start it is what says that a first key may be made.
      let materials = try Materials.load(configuration)
      if let opened = try state.open(for: .command, keys: materials.keys) {
        return .ourselves(operations(configuration, materials, state, opened), opened)
      }
      guard Date() < deadline else {
        let holder = StateLock.holder(folder: configuration.state)
        throw Failure.owned(configuration.state, by: holder, control: socket.path)
      }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  private static func operations(
    _ configuration: Configuration, _ materials: Materials, _ state: StateFolder, _ opened: StateFolder.Opened
  ) -> Operations {
    Operations(
      configuration: configuration, live: Live(materials), store: opened.store, time: .system,
      fence: RecordFence(state: state, keys: configuration.keys), finder: ListingFinder(), daemon: nil)
  }

  /// Asks; the answer is the same either way.
  func ask(_ request: ControlRequest) async throws -> Report {
    switch self {
    case .ourselves(let operations, _): return await operations.perform(request)
    case .daemon(let socket, let client): return try await socket.ask(request, over: client)
    }
  }

  /// Nothing is lost when the disk does not take what closing writes: it is in the log beside the file.
  private func leave() async throws {
    switch self {
    case .ourselves(let operations, _): try? operations.store.close()
    case .daemon(_, let client): try await client.shutdown()
    }
  }
}

extension Failure {
  /// Somebody else has the record, and is not there to be asked.
  static func owned(_ folder: String, by holder: StateLock.Holder, control: String) -> Failure {
    let silence = holder.purpose == .daemon ? ", and does not answer on \(control)" : ""
    return Failure("\(holder.words) owns \(folder)\(silence)")
  }
}
