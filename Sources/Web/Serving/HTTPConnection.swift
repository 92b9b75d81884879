import HummingbirdCore
import Logging
import NIOCore
import NIOSSL

/// How a connection is spoken: HTTP/1.1, within TLS when there is a certificate, the one of the moment when it is made.
struct HTTPConnection: Sendable {
  typealias Value = HTTP1Channel.Value

  let http: HTTP1Channel
  let certificate: ServerCertificate?
  let logger: Logger
  private let limits: ConnectionLimits
  private let connections: OpenConnections

  init(
    certificate: ServerCertificate?, limits: ConnectionLimits, logger: Logger,
    responder: @escaping HTTPChannelHandler.Responder
  ) {
    self.limits = limits
    connections = OpenConnections(most: limits.most)
    http = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(
        idleTimeout: limits.idle,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8_192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100)))
    self.certificate = certificate
    self.logger = logger
  }

  /// Prepares a connection that was just accepted.
  @Sendable func begin(_ channel: any Channel) -> EventLoopFuture<Value> {
    connections.admit(channel)
    return channel.eventLoop.makeCompletedFuture {
      let pipeline = channel.pipeline.syncOperations
      if let certificate { try pipeline.addHandler(NIOSSLServerHandler(context: certificate.context)) }
      try pipeline.addHandler(ConnectionPatience(limits, connections))
    }.flatMap { http.setup(channel: channel, logger: logger) }
  }

  /// Answers its requests until it ends, which it does when the task is cancelled, whatever its client does not do.
  func answer(_ value: Value) async {
    await withTaskCancellationHandler {
      await http.handle(value: value, logger: logger)
    } onCancel: {
      value.channel.close(promise: nil)
    }
  }
}
