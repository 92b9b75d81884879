import Domain
import Foundation
import Logging
import ServiceLifecycle
import Store

/// Fires schedules when they are due and queues their emails, a chunk a transaction.
///
/// Promise: a firing is a unique row and so are its emails, so a crash, a restart or a clock set back sends nothing twice.
/// Stops: after the chunk in hand; the rest goes on from where it was. Never: sends mail.
public struct Scheduler: Service {
  /// Recipients queued in one transaction: clicks go on being answered in between.
  public static let chunk = 500

  let store: Store
  let schedules: [Schedule]
  let siteZone: TimeZone
  let time: TimeSource
  let logger: Logger
  /// Says that there may be mail to send.
  let queued: @Sendable () -> Void

  /// A scheduler of these schedules.
  public init(
    store: Store, schedules: [Schedule], siteZone: TimeZone, time: TimeSource, logger: Logger,
    queued: @escaping @Sendable () -> Void
  ) {
    self.store = store
    self.schedules = schedules
    self.siteZone = siteZone
    self.time = time
    self.logger = logger
    self.queued = queued
  }

  /// Looks at the clock once a second until asked to stop.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          while try await step(), !Task.isCancelled {}
          try await time.pause(1)
        } catch is CancellationError {
          return
        } catch {
          if Task.isCancelled { return }
          logger.error("schedule not looked at", metadata: ["why": "\(error)"])
          try? await time.pause(10)
        }
      }
    }
  }

  /// Fires what is due and queues one chunk; says whether there was work.
  public func step() async throws -> Bool {
    try await fire()
    guard let open = try await store.unfinishedFiring() else { return false }
    var chance = SystemRandomNumberGenerator()
    let ids = (0..<Self.chunk).map { _ in OutboxEntry.ID(using: &chance) }
    let added = try await store.advance(open, ids: ids, siteZone: siteZone, now: time.now())
    if let added, added > 0 { queued() }
    if added == nil {
      logger.notice(
        "round queued", metadata: ["schedule": "\(open.firing.schedule)", "zone": "\(open.firing.zone)"])
    }
    return true
  }

  /// Records the firings that are due now.
  private func fire() async throws {
    let now = time.now()
    for zone in try await zones() {
      for schedule in schedules where try await isDue(schedule, zone: zone, now: now) {
        if let firing = try await store.tick(schedule, zone: zone, now: now) {
          logger.notice(
            "schedule fired",
            metadata: ["schedule": "\(firing.schedule)", "zone": "\(firing.zone)", "at": "\(firing.instant)"])
        }
      }
    }
  }

  /// Asked by reading alone, so that an idle daemon writes nothing.
  private func isDue(_ schedule: Schedule, zone: TimeZone, now: Date) async throws -> Bool {
    guard let last = try await store.lastTick(of: schedule.name, zone: zone.identifier) else { return true }
    guard let next = schedule.next(after: last, recipientZone: zone) else { return false }
    return next <= now
  }

  /// The site's zone, then those that members named.
  private func zones() async throws -> [TimeZone] {
    let named = try await store.read { try $0.zonesInUse() }
    return [siteZone]
      + named.compactMap(TimeZone.init(identifier:)).filter { $0.identifier != siteZone.identifier }
  }

  /// Fires a schedule now for everyone, whatever the hour is where they live.
  public static func fireNow(_ schedule: Schedule, store: Store, siteZone: TimeZone, now: Date) async throws {
    let zones = Set(try await store.read { try $0.zonesInUse() } + [siteZone.identifier])
    let firings = zones.sorted().map { Firing(schedule: schedule.name, zone: $0, instant: now) }
    try await store.open(firings, kind: schedule.emails)
  }
}
