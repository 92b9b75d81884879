import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server that says what its script tells it to, on a loopback port, to as many connections as come.
public final class ScriptedSMTPServer: Sendable {
  /// A message whose final dot arrived, whatever was answered.
  public struct Letter: Sendable, Hashable {
    /// As RCPT named it.
    public var recipient: String
    /// Without angle brackets; empty when there was none.
    public var messageID: String
    /// The body as it came, dots still stuffed, without the line that ends it.
    public var body: [UInt8]
  }

  /// What the server has seen.
  public struct Seen: Sendable {
    /// Connections that were made.
    public var connections = 0
    /// Every command, in the order they came.
    public var commands: [String] = []
    /// Every message whose final dot arrived.
    public var letters: [Letter] = []
    /// Their bodies.
    public var bodies: [[UInt8]] { letters.map(\.body) }
    var faults: [Script.Step: Int] = [:]
  }

  /// On 127.0.0.1.
  public let port: Int
  private let channel: any Channel
  private let log: SharedLog

  /// As the configuration names a relay.
  public var url: String { "smtp://127.0.0.1:\(port)" }
  /// What it has seen so far.
  public var seen: Seen { log.seen.withLock { $0 } }

  /// Listens at once; `tls` is what STARTTLS offers.
  public init(_ script: Script = Script(), tls: NIOSSLContext? = nil) throws {
    let log = SharedLog()
    channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelOption(.backlog, value: 256)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Conversation(script, log: log, tls: tls))
        }
      }
      .bind(host: "127.0.0.1", port: 0).wait()
    self.log = log
    port = channel.localAddress?.port ?? 0
  }

  deinit { stop() }

  /// Lets nobody new in.
  public func stop() { channel.close(promise: nil) }
}

/// What all conversations of a server write into.
final class SharedLog: Sendable {
  let seen = Mutex(ScriptedSMTPServer.Seen())

  /// The fault of a step, while it still happens.
  func fault(_ step: Script.Step, of script: Script) -> Script.Act? {
    guard let act = script.faults[step] else { return nil }
    return seen.withLock { seen in
      let times = seen.faults[step, default: 0]
      if let most = script.timesEach, times >= most { return nil }
      seen.faults[step] = times + 1
      return act
    }
  }
}
