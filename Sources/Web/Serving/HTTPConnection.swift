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

  /// Headers are bounded to 16 KiB in 100 fields, and an idle connection to a minute.
  init(
    certificate: ServerCertificate?, logger: Logger, responder: @escaping HTTPChannelHandler.Responder
  ) {
    http = HTTP1Channel(
      responder: responder,
      configuration: HTTP1Channel.Configuration(
        idleTimeout: .seconds(60),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8_192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100)))
    self.certificate = certificate
    self.logger = logger
  }

  /// Prepares a connection that was just accepted.
  @Sendable func begin(_ channel: any Channel) -> EventLoopFuture<Value> {
    channel.eventLoop.makeCompletedFuture {
      guard let certificate else { return }
      try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: certificate.context))
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
