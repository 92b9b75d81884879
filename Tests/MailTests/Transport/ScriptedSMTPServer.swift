import Foundation
import Synchronization

/// A server that says what its script tells it to, on a loopback port, one connection after another.
final class ScriptedSMTPServer: Sendable {
  /// What a test may ask for. Replies are whole, without the last line's CRLF.
  struct Script: Sendable {
    var greeting = "220 relay.example ESMTP"
    var capabilities = ["SIZE 10240000", "8BITMIME"]
    /// Replies by the first word of a command, in upper case; 250 for what is not named.
    var replies: [String: String] = ["DATA": "354 go ahead", "QUIT": "221 bye"]
    /// The answer to a user and a password.
    var signIn = "235 2.7.0 welcome"
    var afterBody = End.reply("250 2.0.0 taken")
    /// Close the connection when this many octets of a body have arrived.
    var dropsMidBody: Int?
    /// Close the connection after this many messages.
    var messagesPerConnection: Int?
  }

  /// What follows the final dot.
  enum End: Sendable { case reply(String), silence, drop }

  /// What the server has seen.
  struct Seen: Sendable {
    var connections = 0
    var commands: [String] = []
    /// Each body as it came, dots still stuffed, without the line that ends it.
    var bodies: [[UInt8]] = []
  }

  let port: UInt16
  private let listener: Int32
  private let log = Mutex(Seen())

  var url: String { "smtp://127.0.0.1:\(port)" }
  var seen: Seen { log.withLock { $0 } }

  init(_ script: Script = Script()) throws {
    (listener, port) = try LoopbackSocket.listen()
    let thread = Thread { [self] in serve(script) }
    thread.start()
  }

  /// Ends `accept`, and with it the thread.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ script: Script) {
    while true {
      let socket = accept(listener, nil, nil)
      guard socket >= 0 else { break }
      log.withLock { $0.connections += 1 }
      converse(LoopbackSocket(socket), script)
      close(socket)
    }
    close(listener)
  }

  private func converse(_ socket: LoopbackSocket, _ script: Script) {
    var messages = 0
    socket.say(script.greeting)
    while let line = socket.line() {
      log.withLock { $0.commands.append(line) }
      let word = String(line.prefix { $0 != " " }.uppercased())
      let reply = script.replies[word] ?? answer(word, socket, script)
      socket.say(reply)
      if word == "QUIT" { return }
      guard reply.hasPrefix("354") else { continue }
      guard takeBody(socket, script) else { return }
      messages += 1
      if messages == script.messagesPerConnection { return }
    }
  }

  private func answer(_ word: String, _ socket: LoopbackSocket, _ script: Script) -> String {
    switch word {
    case "EHLO": return Self.hello(script)
    case "AUTH":
      socket.say("334 ")
      return socket.line() == nil ? "" : script.signIn
    default: return "250 2.0.0 ok"
    }
  }

  private static func hello(_ script: Script) -> String {
    let lines = ["relay.example"] + script.capabilities
    return lines.enumerated().map { "250\($0 == lines.count - 1 ? " " : "-")\($1)" }.joined(separator: "\r\n")
  }

  /// Reads a body and answers it; false when the connection is to be closed.
  private func takeBody(_ socket: LoopbackSocket, _ script: Script) -> Bool {
    guard let body = socket.body(atMost: script.dropsMidBody) else { return false }
    log.withLock { $0.bodies.append(body) }
    switch script.afterBody {
    case .reply(let reply): socket.say(reply)
    case .silence: while socket.line() != nil {}
    case .drop: return false
    }
    return true
  }
}
