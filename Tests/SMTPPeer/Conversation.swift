import Foundation
import NIOCore
import NIOSSL

/// One connection: reads commands and bodies, and answers each as the script says.
final class Conversation: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private enum Expecting { case command, credentials, body, nothing }

  private let script: Script
  private let log: SharedLog
  private let tls: NIOSSLContext?
  private var expecting = Expecting.command
  private var unread = ByteBuffer()
  private var body: [UInt8] = []
  private var recipient = ""
  private var messages = 0

  init(_ script: Script, log: SharedLog, tls: NIOSSLContext?) {
    self.script = script
    self.log = log
    self.tls = tls
  }

  func channelActive(context: ChannelHandlerContext) {
    log.seen.withLock { $0.connections += 1 }
    take(.greeting, .reply(script.greeting), context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var arrived = unwrapInboundIn(data)
    unread.writeBuffer(&arrived)
    while context.channel.isActive, advance(context) {}
    unread.discardReadBytes()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  /// Handles one command or piece of a body; false when more must arrive first.
  private func advance(_ context: ChannelHandlerContext) -> Bool {
    switch expecting {
    case .nothing:
      unread.clear()
      return false
    case .body: return readBody(context)
    case .command, .credentials:
      guard let end = unread.readableBytesView.firstIndex(of: 0x0A),
        let line = unread.readString(length: end - unread.readerIndex + 1)
      else { return false }
      let text = line.trimmingCharacters(in: .newlines)
      if expecting == .credentials {
        expecting = .command
        take(.signIn, .reply(script.signIn), context)
      } else {
        log.seen.withLock { $0.commands.append(text) }
        answer(text, context)
      }
      return true
    }
  }

  private func answer(_ line: String, _ context: ChannelHandlerContext) {
    let word = String(line.prefix { $0 != " " }.uppercased())
    let reply = script.replies[word]
    switch word {
    case "EHLO": take(.hello, .reply(reply ?? hello), context)
    case "STARTTLS": startTLS(reply, context)
    case "AUTH":
      expecting = .credentials
      say("334 ", context.channel)
    case "MAIL": take(.mail, .reply(reply ?? "250 2.1.0 ok"), context)
    case "RCPT":
      recipient = String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
      take(.recipient, .reply(reply ?? "250 2.1.5 ok"), context)
    case "DATA": beginBody(reply ?? "354 go ahead", context)
    case "QUIT":
      take(.quit, .reply(reply ?? "221 bye"), context)
      context.close(promise: nil)
    default: say(reply ?? "250 2.0.0 ok", context.channel)
    }
  }

  private var hello: String {
    let lines = ["relay.example"] + script.capabilities + (tls == nil ? [] : ["STARTTLS"])
    return lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)" }.joined(separator: "\r\n")
  }

  private func startTLS(_ reply: String?, _ context: ChannelHandlerContext) {
    take(.startTLS, .reply(reply ?? "220 2.0.0 ready"), context)
    guard let tls, reply == nil, expecting == .command else { return }
    switch log.fault(.handshake, of: script) {
    case .drop: context.close(promise: nil)
    case nil:
      do {
        try context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls), position: .first)
      } catch { context.close(promise: nil) }
    default: expecting = .nothing
    }
  }

  private func beginBody(_ reply: String, _ context: ChannelHandlerContext) {
    script.watch(.data)
    let act = log.fault(.data, of: script) ?? .reply(reply)
    if act.words?.hasPrefix("354") == true { expecting = .body }
    body = Array("\r\n".utf8)
    take(act, context)
  }

  private func readBody(_ context: ChannelHandlerContext) -> Bool {
    guard unread.readableBytes > 0 else { return false }
    let from = max(0, body.count - 4)
    body += unread.readBytes(length: unread.readableBytes) ?? []
    if let most = script.dropsMidBody, body.count > most {
      context.close(promise: nil)
      return false
    }
    script.watch(.body)
    if let act = log.fault(.body, of: script) {
      take(act, context)
      return false
    }
    guard let end = Self.end(of: body, from: from) else { return false }
    unread = ByteBuffer(bytes: body[(end + 5)...])
    finish(Array(body[2..<end + 2]), context)
    return true
  }

  /// Where the line with a single dot begins, at the CRLF before it.
  private static func end(of body: [UInt8], from start: Int) -> Int? {
    let mark = Array("\r\n.\r\n".utf8)
    var index = start
    while index + mark.count <= body.count {
      if body[index] == mark[0], body[index..<index + mark.count] == mark[...] { return index }
      index += 1
    }
    return nil
  }

  private func finish(_ octets: [UInt8], _ context: ChannelHandlerContext) {
    expecting = .command
    let letter = ScriptedSMTPServer.Letter(
      recipient: recipient, messageID: Self.messageID(octets), body: octets)
    log.seen.withLock { $0.letters.append(letter) }
    messages += 1
    take(.end, script.afterBody, context)
    if messages == script.messagesPerConnection { context.close(promise: nil) }
  }

  private static func messageID(_ octets: [UInt8]) -> String {
    let head = String(decoding: octets.prefix(16_384), as: UTF8.self)
    guard let field = head.range(of: "Message-ID: <", options: .caseInsensitive) else { return "" }
    return String(head[field.upperBound...].prefix { $0 != ">" })
  }

  private func take(_ step: Script.Step, _ usual: Script.Act, _ context: ChannelHandlerContext) {
    script.watch(step)
    take(log.fault(step, of: script) ?? usual, context)
  }

  private func take(_ act: Script.Act, _ context: ChannelHandlerContext) {
    let channel = context.channel
    switch act {
    case .reply(let text): say(text, channel)
    case .drop: channel.close(promise: nil)
    case .silence: expecting = .nothing
    case .endless:
      expecting = .nothing
      Self.babble(channel)
    case .later(let pause, let text):
      channel.eventLoop.scheduleTask(in: TimeAmount(pause)) { Self.say(text, channel) }
    case .dribble(let text, let pause):
      for (number, octet) in "\(text)\r\n".utf8.enumerated() {
        channel.eventLoop.scheduleTask(in: TimeAmount(pause * number)) {
          channel.writeAndFlush(ByteBuffer(bytes: [octet]), promise: nil)
        }
      }
    }
  }

  private func say(_ text: String, _ channel: any Channel) { Self.say(text, channel) }

  private static func say(_ text: String, _ channel: any Channel) {
    channel.writeAndFlush(ByteBuffer(string: "\(text)\r\n"), promise: nil)
  }

  /// Goes on as fast as it is read.
  private static func babble(_ channel: any Channel) {
    let lines = String(repeating: "250-and another thing\r\n", count: 1_000)
    channel.writeAndFlush(ByteBuffer(string: lines)).whenSuccess { babble(channel) }
  }
}
