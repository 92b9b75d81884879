import Foundation
import Synchronization

/// Clicks that come at their own pace, whatever becomes of those before: how long people wait, and not how much is possible.
///
/// Each of four threads has a connection that stays open; a click is timed from when it was due, so that one which waits for
/// another counts as waiting.
final class PacedClicks: Sendable {
  private struct Sample {
    let due: Double
    let seconds: Double
  }

  private let samples = Mutex<[Sample]>([])
  private let isOver = Mutex(false)
  private let threads = DispatchGroup()

  /// Begins at so many a second, over and over the same buttons.
  init(port: Int, buttons: [String], perSecond: Double) {
    let count = 4
    for number in 0..<count {
      let own = buttons.enumerated().filter { $0.offset % count == number }.map(\.element)
      threads.enter()
      Thread.detachNewThread { [self] in
        click(port: port, buttons: own, every: Double(count) / perSecond, offset: Double(number) / perSecond)
        threads.leave()
      }
    }
  }

  /// Clicks that have gone on for ten seconds while nothing else happened, and when those seconds began: what they waited then is
  /// what the rest is measured beside.
  static func atRest(port: Int, buttons: [String], perSecond: Double) -> (clicks: PacedClicks, since: Double)
  {
    let clicks = PacedClicks(port: port, buttons: buttons, perSecond: perSecond)
    usleep(3_000_000)
    let since = now
    usleep(10_000_000)
    return (clicks, since)
  }

  private func click(port: Int, buttons: [String], every pause: Double, offset: Double) {
    var connection = Connection(port: port)
    var due = Self.now + offset
    var turn = 0
    while !isOver.withLock({ $0 }) {
      let wait = due - Self.now
      if wait > 0 { usleep(UInt32(wait * 1e6)) }
      if !connection.post(buttons[turn % buttons.count], "waiting-period=now") {
        connection = Connection(port: port)
      }
      let (began, took) = (due, Self.now - due)
      samples.withLock { $0.append(Sample(due: began, seconds: took)) }
      due += pause
      turn += 1
    }
  }

  /// The 99th percentile of the waits of clicks that were due between two moments, in milliseconds.
  func p99(from start: Double, to end: Double) -> Double {
    let waits = samples.withLock { $0 }.filter { $0.due >= start && $0.due < end }.map(\.seconds).sorted()
    guard !waits.isEmpty else { return .nan }
    return waits[min(waits.count - 1, waits.count * 99 / 100)] * 1_000
  }

  func stop() {
    isOver.withLock { $0 = true }
    threads.wait()
  }

  /// Seconds on a clock that only goes forward.
  static var now: Double { Double(DispatchTime.now().uptimeNanoseconds) / 1e9 }
}

/// A kept-open connection that posts and reads answers, and nothing more.
private struct Connection {
  private let socket: Int32

  init(port: Int) {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// Whether it was answered; the connection is of no more use when not.
  func post(_ path: String, _ body: String) -> Bool {
    let request = Array(
      """
      POST \(path) HTTP/1.1\r\nHost: bench\r\nContent-Type: application/x-www-form-urlencoded\r\n\
      Content-Length: \(body.utf8.count)\r\n\r\n\(body)
      """.utf8)
    guard send(socket, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return close() }
    var answer: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = recv(socket, &piece, piece.count, 0)
      guard count > 0 else { return close() }
      answer += piece[..<count]
      let text = String(decoding: answer, as: UTF8.self)
      guard let head = text.range(of: "\r\n\r\n") else { continue }
      let length = text[..<head.lowerBound].lowercased().components(separatedBy: "content-length: ")
        .dropFirst()
        .first.flatMap { Int($0.prefix { $0.isNumber }) }
      if text[head.upperBound...].utf8.count >= length ?? 0 { return true }
    }
  }

  private func close() -> Bool {
    _ = Foundation.close(socket)
    return false
  }
}
