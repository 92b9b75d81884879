import Domain
import Foundation
import Logging
import Mail
import ServiceLifecycle
import Store

/// Sends what the outbox owes.
///
/// Promise: nothing is lost; doubled at most what was in flight, and then listed as `uncertain`.
/// Stops: after the replies in hand. Never: decides who gets an email.
public actor QueueManager: Service {
  /// Claimed at a time, in one transaction that clicks wait for; what is claimed waits in memory under a lease.
  static let batch = 20
  /// Seconds that a claim lasts: longer than a batch takes at the slowest pace that is sensible.
  static let lease: TimeInterval = 1_800

  private let store: Store
  private let couriers: Couriers
  private let connections: Int
  private let perMinute: Int
  private let policy: DeliveryPolicy
  private let time: TimeSource
  private let chance: @Sendable () -> Double
  private let fence: SendingFence
  private let logger: Logger
  private let signal: AsyncStream<Void>
  private let wakeUp: AsyncStream<Void>.Continuation

  private var claimed: [OutboxEntry.ID] = []
  /// Ends of attempts that the record has not taken yet: kept until it does, or they would be sent again.
  private var unsettled: [SettledAttempt] = []
  private var inFlight = 0
  private var pace: Pace
  private var trouble = RelayTrouble()
  private var firstClaimAt: Date?
  /// The latest time that was seen.
  private var latest: Date
  /// Since the last idle moment, for the log.
  private var settledSinceIdle = 0

  /// A manager of so many connections and messages a minute (0: no limit).
  public init(
    store: Store, transport: any Transport, maker: @escaping @Sendable () -> MessageMaker, connections: Int,
    perMinute: Int, policy: DeliveryPolicy = DeliveryPolicy(), fence: SendingFence = .none, time: TimeSource,
    chance: @escaping @Sendable () -> Double, logger: Logger
  ) {
    self.store = store
    self.connections = connections
    self.policy = policy
    self.time = time
    self.chance = chance
    self.fence = fence
    self.logger = logger
    self.perMinute = perMinute
    latest = time.now()
    pace = Pace(perMinute: perMinute, start: latest)
    let (signal, wakeUp) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.signal = signal
    self.wakeUp = wakeUp
    couriers = Couriers(count: connections, transport: transport, maker: maker) { wakeUp.yield() }
  }

  /// Says that there may be mail to send.
  public nonisolated func wake() { wakeUp.yield() }

  /// What the relay last had against us, for `status`.
  public var lastTrouble: String? { trouble.last }

  /// Brings back what an earlier process left, then sends until asked to stop.
  public func run() async throws {
    let uncertain = try await store.recoverDeliveries(policy: policy, spread: chance(), now: time.now())
    if uncertain > 0 { logger.warning("sending was interrupted", metadata: ["uncertain": "\(uncertain)"]) }
    let pause = time.pause
    await withTaskGroup(of: Void.self) { group in
      group.addTask { [wakeUp] in
        try? await cancelWhenGracefulShutdown {
          while !Task.isCancelled {
            wakeUp.yield()
            try await pause(1)
          }
        }
        wakeUp.yield()
      }
      await loop()
      group.cancelAll()
    }
    couriers.close()
  }

  private func loop() async {
    for await _ in signal {
      do {
        while try await step(accepting: !Task.isShuttingDownGracefully) {}
      } catch {
        // Cancelled while it waited for the record: a stop, no trouble.
        if Task.isCancelled { return }
        // What the disk refuses is logged by who watches it, once and not once a second.
        if !(error is StorageFault) {
          logger.error("outbox not looked at", metadata: ["why": "\(error)"])
        }
        try? await time.pause(1)
      }
      if Task.isShuttingDownGracefully || Task.isCancelled, inFlight == 0 { return }
    }
  }

  /// Settles what arrived, starts what may start, claims more; one transaction. Says whether there was work.
  public func step(accepting: Bool = true) async throws -> Bool {
    let now = time.now()
    try await noticeClock(now)
    let reports = couriers.collect()
    let recalled = accepting ? [] : couriers.recall()
    inFlight -= reports.count + recalled.count
    unsettled += reports.map { settle($0, now: now) } + recalled.map { putBack($0, now: now) }
    let mayStart = accepting && fence.isOpen && !trouble.isPaused(now: now)
    let start = mayStart ? takeNext(now: now) : []
    do { return try await exchange(start: start, mayClaim: mayStart, now: now) } catch {
      // What the record did not take stays as it was, to be tried again.
      claimed = start + claimed
      throw error
    }
  }

  private func exchange(start: [OutboxEntry.ID], mayClaim: Bool, now: Date) async throws -> Bool {
    let settled = unsettled
    let claim = mayClaim && claimed.count < connections ? try await claimable(now: now) : 0
    guard !settled.isEmpty || !start.isEmpty || claim > 0 else { return false }
    let exchange = try await store.exchange(
      settled: settled, start: start, claim: claim, lease: Self.lease, now: now)
    unsettled.removeFirst(settled.count)
    note(exchange, settled: settled.count, now: now)
    if let generation = exchange.generation { keep(generation) }
    couriers.send(exchange.started)
    return true
  }

  /// What was put off while the clock was ahead does not wait until it is there again.
  private func noticeClock(_ now: Date) async throws {
    defer { latest = now }
    let back = latest.timeIntervalSince(now)
    guard back > 60 else { return }
    logger.warning("the clock was set back", metadata: ["seconds": "\(Int(back))"])
    trouble = RelayTrouble()
    pace = Pace(perMinute: perMinute, start: now)
    try await store.clockWasSetBack(policy: policy, now: now)
  }

  /// A silent month is worse than a copy that goes unnoticed: what is on record as sending goes out all the same.
  private func keep(_ generation: Int64) {
    guard let failure = fence.passed(generation) else { return }
    logger.error("the generation of the record is not written down", metadata: ["why": "\(failure)"])
  }

  /// A daemon that stops waits for replies in hand alone; what had not begun is due again at once.
  private func putBack(_ attempt: StartedAttempt, now: Date) -> SettledAttempt {
    SettledAttempt(
      id: attempt.entry.id, settlement: .deferred(until: now), reply: "not begun: the daemon stopped",
      messageHash: nil)
  }

  /// Two for each connection: one on the wire and one ready, so that no connection waits for the disk.
  private func takeNext(now: Date) -> [OutboxEntry.ID] {
    let free = max(0, connections * 2 - inFlight)
    let count = pace.take(min(free, claimed.count), now: now)
    let next = Array(claimed.prefix(count))
    claimed.removeFirst(count)
    return next
  }

  /// Asked by reading alone, so that an idle daemon writes nothing.
  private func claimable(now: Date) async throws -> Int {
    guard let due = try await store.nextDue(), due <= now else { return 0 }
    return Self.batch
  }

  private func settle(_ report: CourierReport, now: Date) -> SettledAttempt {
    let entry = report.entry
    let settlement = Settlement.of(
      report.reply, attempt: entry.attempts, uncertainties: entry.uncertainties, firstDue: entry.firstDue,
      useBy: entry.useBy, policy: policy, spread: chance(), now: now)
    trouble.heard(report.reply, now: now)
    let reply = report.reply.words.withoutAddresses(orNameOf: report.address)
    if settlement != .sent {
      logger.warning(
        "not sent", metadata: ["email": "\(entry.id)", "then": "\(settlement)", "reply": "\(reply)"])
    } else {
      logger.info("sent", metadata: ["email": "\(entry.id)", "reply": "\(reply)"])
    }
    return SettledAttempt(
      id: entry.id, settlement: settlement, reply: reply, messageHash: report.messageHash,
      consequence: .of(report.reply, stream: entry.email.kind.stream, address: report.address))
  }

  private func note(_ exchange: DeliveryExchange, settled: Int, now: Date) {
    for pause in exchange.paused {
      logger.error(
        "stream paused",
        metadata: [
          "stream": "\(pause.stream.rawValue)", "reply": "\(pause.reply)",
          "until": "\(pause.until.formatted(.iso8601))",
        ])
    }
    for stream in exchange.resumed {
      logger.notice("stream goes on", metadata: ["stream": "\(stream.rawValue)"])
    }
    inFlight += exchange.started.count
    for attempt in exchange.started {
      logger.info(
        "sending", metadata: ["email": "\(attempt.entry.id)", "attempt": "\(attempt.entry.attempts)"])
    }
    claimed += exchange.claimed
    settledSinceIdle += settled
    if firstClaimAt == nil, !exchange.claimed.isEmpty { firstClaimAt = now }
    guard inFlight == 0, claimed.isEmpty, exchange.claimed.isEmpty, let began = firstClaimAt else { return }
    let seconds = time.now().timeIntervalSince(began)
    logger.notice(
      "outbox emptied",
      metadata: ["settled": "\(settledSinceIdle)", "seconds": "\((seconds * 1000).rounded() / 1000)"])
    firstClaimAt = nil
    settledSinceIdle = 0
  }
}
