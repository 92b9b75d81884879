import CCurl
import Domain
import Foundation

/// One libcurl handle and the connection that it keeps open, for one thread.
final class SMTPConnection: TransportConnection {
  private let handle: CurlHandle
  private let exchange: SMTPExchange

  init(_ settings: SMTPSettings) throws(TransportError) {
    exchange = SMTPExchange(needsAuthentication: settings.user != nil)
    handle = try CurlHandle()
    try handle.apply(settings)
    try handle.connect(to: exchange)
  }

  /// Sends one message. A connection that the server closed while it was idle is replaced once: that is
  /// safe as long as the server has answered nothing about this message.
  func send(_ bytes: [UInt8], envelope: Envelope) -> SendReply {
    guard !LineEnds.areBare(in: bytes) else {
      return .refused(code: 554, enhanced: "5.6.0", text: "not sent: the message holds a bare CR or LF")
    }
    let first = attempt(bytes, envelope)
    let wasStale = first.stage == .transaction && first.reply == nil && !exchange.hasOpened
    return (wasStale ? attempt(bytes, envelope) : first).sendReply
  }

  private func attempt(_ bytes: [UInt8], _ envelope: Envelope) -> SMTPOutcome {
    bytes.withUnsafeBufferPointer { body in
      exchange.begin(body)
      let code = handle.perform(sender: envelope.sender, recipient: envelope.recipient)
      return SMTPOutcome(
        stage: exchange.stage, reply: exchange.reply, code: code, detail: handle.detail(of: code))
    }
  }
}
