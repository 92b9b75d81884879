import Domain
import Foundation

/// The streams that wait, as one exchange finds and leaves them.
struct StreamNews {
  private var waiting: [EmailStream: StreamPause]
  /// Paused anew or for longer.
  private(set) var paused: [StreamPause] = []
  /// Opened again by a probe.
  private(set) var resumed: [EmailStream] = []

  init(_ pauses: [StreamPause]) {
    waiting = Dictionary(pauses.map { ($0.stream, $0) }) { first, _ in first }
  }

  fileprivate subscript(stream: EmailStream) -> StreamPause? { waiting[stream] }

  fileprivate mutating func pause(_ pause: StreamPause) {
    if waiting[pause.stream]?.refusals != pause.refusals { paused.append(pause) }
    waiting[pause.stream] = pause
  }

  fileprivate mutating func probe(_ pause: StreamPause) { waiting[pause.stream] = pause }

  fileprivate mutating func resume(_ stream: EmailStream) {
    waiting[stream] = nil
    resumed.append(stream)
  }
}

extension Record {
  /// Draws the consequence of an attempt that has ended.
  func draw(_ attempt: SettledAttempt, _ streams: inout StreamNews, now: Date) throws {
    switch attempt.consequence {
    case .suppress(let address): try suppress(address, reply: attempt.reply, now: now)
    case .pause(let stream):
      let pause = StreamPause.after(attempt.reply, of: stream, before: streams[stream], now: now)
      try put(pause)
      streams.pause(pause)
    case .accepted(let stream):
      guard let pause = streams[stream], pause.afterAcceptance() == nil else { return }
      try resume(pause, now: now)
      streams.resume(stream)
    case nil: break
    }
  }

  /// Whether an email may begin; one whose stream waits is put back until the pause is over.
  func mayBegin(_ entry: OutboxEntry, _ streams: inout StreamNews, now: Date) throws -> Bool {
    guard let pause = streams[entry.email.kind.stream] else { return true }
    if let probe = pause.probing(now: now) {
      try put(probe)
      streams.probe(probe)
      return true
    }
    try run(
      "UPDATE outbox SET state = 'queued', lease_until = NULL, due_at = ? WHERE id = ?",
      [pause.until.milliseconds, entry.id.text])
    return false
  }
}
