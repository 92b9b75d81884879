import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A client that sees what is on the wire: one connection, whose own side stays open also when the server has ended its.
actor TestConnection {
  private let channel: any Channel
  private var received: AsyncStream<ByteBuffer>.Iterator
  private var unread = ""
  private nonisolated let presented: Presented

  struct Answer: Equatable {
    var status: Int
    var fields: [String: String]
    var body: String
  }

  /// The connection ended before the answer did.
  struct Ended: Error {}

  private final class Presented: Sendable { let certificate = Mutex<[UInt8]?>(nil) }

  static func port(_ port: Int, reads: Bool = true) async throws -> TestConnection {
    try await to(try SocketAddress(ipAddress: "127.0.0.1", port: port), tls: nil, reads: reads)
  }

  static func path(_ path: String) async throws -> TestConnection {
    try await to(try SocketAddress(unixDomainSocketPath: path), tls: nil)
  }

  /// Accepts any certificate, and remembers it.
  static func secure(_ port: Int, atMost version: TLSVersion? = nil) async throws -> TestConnection {
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .noHostnameVerification
    tls.trustRoots = .certificates([])
    tls.minimumTLSVersion = .tlsv1
    tls.maximumTLSVersion = version
    return try await to(
      try SocketAddress(ipAddress: "127.0.0.1", port: port), tls: try NIOSSLContext(configuration: tls))
  }

  private static func to(_ address: SocketAddress, tls: NIOSSLContext?, reads: Bool = true) async throws
    -> TestConnection
  {
    let (received, continuation) = AsyncStream.makeStream(of: ByteBuffer.self)
    let presented = Presented()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelOption(.autoRead, value: reads)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let tls { try pipeline.addHandler(try client(tls, presented)) }
          try pipeline.addHandler(Collector(continuation))
        }
      }.connect(to: address).get()
    return TestConnection(channel, received, presented)
  }

  private static func client(_ tls: NIOSSLContext, _ presented: Presented) throws -> NIOSSLClientHandler {
    try NIOSSLClientHandler(
      context: tls, serverHostname: nil,
      customVerificationCallback: { certificates, verified in
        presented.certificate.withLock { $0 = try? certificates.first?.toDERBytes() }
        verified.succeed(.certificateVerified)
      })
  }

  private init(_ channel: any Channel, _ received: AsyncStream<ByteBuffer>, _ presented: Presented) {
    self.channel = channel
    self.received = received.makeAsyncIterator()
    self.presented = presented
  }

  /// What the server showed; nil before the first answer and without TLS.
  nonisolated var certificate: [UInt8]? { presented.certificate.withLock { $0 } }

  func send(_ text: String) async throws { try await channel.writeAndFlush(ByteBuffer(string: text)).get() }

  /// Says that nothing more will be asked.
  func endAsking() async throws { try await channel.close(mode: .output).get() }

  func close() async { try? await channel.close().get() }

  /// Takes what the server sends, from now on.
  func beginReading() async { try? await channel.setOption(.autoRead, value: true).get() }

  func get(_ path: String, fields: String = "") async throws -> Answer {
    try await send("GET \(path) HTTP/1.1\r\nhost: test\r\n\(fields)\r\n")
    return try await answer()
  }

  /// The next answer, whose length must be stated.
  func answer() async throws -> Answer {
    let lines = try await take { $0.range(of: "\r\n\r\n").map(\.upperBound) }.split(separator: "\r\n")
    let pairs = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1) }
    let fields = Dictionary(
      pairs.map { ($0[0].lowercased(), String($0[1].dropFirst())) }, uniquingKeysWith: { $0 + ", " + $1 })
    let length = fields["content-length"].flatMap { Int($0) } ?? 0
    let body = try await take { $0.utf8.index($0.startIndex, offsetBy: length, limitedBy: $0.endIndex) }
    return Answer(status: Int(lines[0].split(separator: " ")[1]) ?? 0, fields: fields, body: body)
  }

  /// Waits until the server ends the connection; what it sent before that.
  func rest() async -> String {
    while await receive() {}
    return unread
  }

  private func take(upTo end: (String) -> String.Index?) async throws -> String {
    while true {
      if let index = end(unread) {
        defer { unread = String(unread[index...]) }
        return String(unread[..<index])
      }
      guard await receive() else { throw Ended() }
    }
  }

  private func receive() async -> Bool {
    var iterator = received
    let buffer = await iterator.next(isolation: self)
    received = iterator
    unread += buffer.map { String(buffer: $0) } ?? ""
    return buffer != nil
  }

  private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let continuation: AsyncStream<ByteBuffer>.Continuation

    init(_ continuation: AsyncStream<ByteBuffer>.Continuation) { self.continuation = continuation }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      continuation.yield(unwrapInboundIn(data))
    }

    func channelInactive(context: ChannelHandlerContext) { continuation.finish() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
      if case ChannelEvent.inputClosed? = event as? ChannelEvent { continuation.finish() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }
}
