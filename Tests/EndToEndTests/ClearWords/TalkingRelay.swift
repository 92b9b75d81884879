import Foundation
import Synchronization
import Testing

/// The least of a relay: answers EHLO with what it is told to offer, AUTH with one reply, all else with 250, and remembers what
/// it was told.
final class TalkingRelay: Sendable {
  let port: Int
  private let listener: CInt
  private let heard = Mutex<[String]>([])

  /// The first words of what it was told, in order.
  var commands: [String] { heard.withLock { $0 } }

  init(offering capabilities: [String] = [], toCredentials reply: String = "235 2.7.0 welcome") throws {
    port = try FreePort.find()
    listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(bound == 0 && listen(listener, 8) == 0)
    let hello = (["250-relay.example"] + capabilities.map { "250-\($0)" } + ["250 HELP"]).joined(
      separator: "\r\n")
    Thread.detachNewThread { [self] in serve(hello: hello, sign: reply) }
  }

  /// Ends `accept`, and with it the thread.
  func stop() { shutdown(listener, CInt(SHUT_RDWR)) }

  private func serve(hello: String, sign: String) {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { break }
      converse(client, hello, sign)
      close(client)
    }
    close(listener)
  }

  private func converse(_ client: CInt, _ hello: String, _ sign: String) {
    guard let stream = fdopen(dup(client), "r") else { return }
    defer { fclose(stream) }
    say("220 relay.example ESMTP", client)
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while getline(&line, &room, stream) > 0, let line {
      let command = String(cString: line).trimmingCharacters(in: .whitespacesAndNewlines)
      let word = command.split(separator: " ").first.map(String.init) ?? ""
      heard.withLock { $0.append(word) }
      switch word {
      case "EHLO": say(hello, client)
      case "AUTH": say(command.split(separator: " ").count > 2 ? sign : "334 ", client)
      case "NOOP", "QUIT": say("250 ok", client)
      default: say(sign, client)
      }
      if word == "QUIT" { return }
    }
  }

  private func say(_ text: String, _ client: CInt) {
    let octets = Array((text + "\r\n").utf8)
    _ = send(client, octets, octets.count, CInt(MSG_NOSIGNAL))
  }
}
