import Domain
import Foundation
import Mail
import Store
import Synchronization

/// What came of handing one message to the relay.
struct CourierReport: Sendable {
  let entry: OutboxEntry
  let address: EmailAddress
  let reply: SendReply
  let messageHash: String?
}

/// Renders and sends on threads of its own, each with one connection that stays open: libcurl blocks, and Swift's
/// cooperative threads must not be.
final class Couriers: Sendable {
  private struct Bench {
    var waiting: [StartedAttempt] = []
    var reports: [CourierReport] = []
    var isClosing = false
  }

  private let bench = Mutex(Bench())
  /// Counts what waits, so that idle threads sleep.
  private let waiting = DispatchSemaphore(value: 0)
  private let transport: any Transport
  /// Asked for every message, so that reloaded templates count at once.
  private let maker: @Sendable () -> MessageMaker
  private let reported: @Sendable () -> Void
  private let count: Int

  init(
    count: Int, transport: any Transport, maker: @escaping @Sendable () -> MessageMaker,
    reported: @escaping @Sendable () -> Void
  ) {
    self.count = count
    self.transport = transport
    self.maker = maker
    self.reported = reported
    for number in 1...count {
      let thread = Thread { [self] in work() }
      thread.name = "courier \(number)"
      thread.start()
    }
  }

  /// Hands over emails whose `sending` is on disk.
  func send(_ attempts: [StartedAttempt]) {
    guard !attempts.isEmpty else { return }
    bench.withLock { $0.waiting += attempts }
    for _ in attempts { waiting.signal() }
  }

  /// Takes the reports that have arrived.
  func collect() -> [CourierReport] {
    bench.withLock { bench in
      defer { bench.reports = [] }
      return bench.reports
    }
  }

  /// Takes back what no courier has begun with.
  func recall() -> [StartedAttempt] {
    bench.withLock { bench in
      defer { bench.waiting = [] }
      return bench.waiting
    }
  }

  /// Ends the threads once nothing waits.
  func close() {
    bench.withLock { $0.isClosing = true }
    for _ in 0..<count { waiting.signal() }
  }

  private func work() {
    var connection: (any TransportConnection)?
    while true {
      waiting.wait()
      let (next, isClosing) = bench.withLock { bench in
        (bench.waiting.isEmpty ? nil : bench.waiting.removeFirst(), bench.isClosing)
      }
      guard let next else {
        if isClosing { return }
        continue
      }
      let report = deliver(next, over: &connection)
      bench.withLock { $0.reports.append(report) }
      reported()
    }
  }

  private func deliver(_ attempt: StartedAttempt, over connection: inout (any TransportConnection)?)
    -> CourierReport
  {
    do {
      let (message, sender) = try maker().message(for: attempt.entry, to: attempt.address)
      let bytes = try message.bytes()
      if connection == nil { connection = try transport.makeConnection() }
      let envelope = try Envelope(sender: sender, recipient: attempt.address.text)
      let reply = connection?.send(bytes, envelope: envelope) ?? .unreachable(reason: "no connection")
      return CourierReport(
        entry: attempt.entry, address: attempt.address, reply: reply,
        messageHash: SecretDigest(ofBytes: bytes).text)
    } catch {
      // A message that cannot be made was not sent; the operator mends the template and the next attempt succeeds.
      return CourierReport(
        entry: attempt.entry, address: attempt.address, reply: .notMade(reason: "\(error)"), messageHash: nil)
    }
  }
}
