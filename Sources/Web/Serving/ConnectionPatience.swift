import NIOCore

/// Ends a connection whose client dribbles its request or does not read its answer. Sees the octets of HTTP, within TLS.
final class ConnectionPatience: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer

  private let limits: ConnectionLimits
  private let connections: OpenConnections
  private var asking: Scheduled<Void>?
  private var reading: Scheduled<Void>?
  /// Pieces of answers that nobody has taken yet.
  private var untaken = 0

  init(_ limits: ConnectionLimits, _ connections: OpenConnections) {
    self.limits = limits
    self.connections = connections
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if asking == nil, untaken == 0 { asking = deadline(limits.request, context) }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if let asking {
      asking.cancel()
      self.asking = nil
      connections.answered(context.channel)
    }
    untaken += 1
    if reading == nil { reading = deadline(limits.reading, context) }
    let written = promise ?? context.eventLoop.makePromise()
    let (bound, boundContext) = (
      NIOLoopBound(self, eventLoop: context.eventLoop), NIOLoopBound(context, eventLoop: context.eventLoop)
    )
    written.futureResult.whenComplete { _ in bound.value.taken(boundContext.value) }
    context.write(data, promise: written)
  }

  func channelInactive(context: ChannelHandlerContext) {
    asking?.cancel()
    reading?.cancel()
    context.fireChannelInactive()
  }

  private func taken(_ context: ChannelHandlerContext) {
    untaken -= 1
    reading?.cancel()
    reading = untaken > 0 && context.channel.isActive ? deadline(limits.reading, context) : nil
  }

  private func deadline(_ amount: TimeAmount, _ context: ChannelHandlerContext) -> Scheduled<Void> {
    let channel = context.channel
    return context.eventLoop.scheduleTask(in: amount) { channel.close(promise: nil) }
  }
}
