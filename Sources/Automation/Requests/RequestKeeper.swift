import Domain
import Foundation
import Logging
import ServiceLifecycle
import Store

/// Passes requests for a time on whose practitioner said nothing in time, or is gone.
///
/// Promise: each is settled once, whatever a crash cuts short. Stops: between two requests.
public struct RequestKeeper: Service {
  /// How often it looks, in seconds.
  static let interval: TimeInterval = 300
  /// Requests looked for at a time.
  static let batch = 100

  let store: Store
  let bookings: BookingTerms
  let siteZone: TimeZone
  let time: TimeSource
  let logger: Logger
  /// Says that there may be mail to send.
  let queued: @Sendable () -> Void

  /// The keeper of a record's requests.
  public init(
    store: Store, bookings: BookingTerms, siteZone: TimeZone, time: TimeSource, logger: Logger,
    queued: @escaping @Sendable () -> Void
  ) {
    self.store = store
    self.bookings = bookings
    self.siteZone = siteZone
    self.time = time
    self.logger = logger
    self.queued = queued
  }

  /// Looks at the start and every five minutes until asked to stop. What the disk refuses is tried again the next time.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await look() } catch is CancellationError { return } catch is StorageFault {
          // Who watches the disk has said so.
        } catch {
          logger.warning("requests wait for the next look", metadata: ["why": "\(error)"])
        }
        do { try await time.pause(Self.interval) } catch { return }
      }
    }
  }

  /// Does all that is due. Asked by reading alone, so that an idle daemon writes nothing.
  public func look() async throws {
    let now = time.now().inMilliseconds
    while true {
      let due = try await store.read { try $0.requestsDue(now: now, limit: Self.batch) }
      for id in due {
        try Task.checkCancellation()
        try await settle(id, now: now)
      }
      guard due.count == Self.batch else { return }
    }
  }

  private func settle(_ id: TimeRequest.ID, now: Date) async throws {
    let (means, zone) = (Self.means(bookings, now: now), siteZone)
    let outcome = try await store.perform({ try $0.requestFacts(id, siteZone: zone, now: now) }) {
      RequestDecision.lapse($0, means)
    }
    if outcome == .done { queued() }
  }

  /// Not made where it is awaited: see `Scheduler`.
  private static func means(_ terms: BookingTerms, now: Date) -> RequestDecision.Means {
    var chance = Chance()
    return RequestDecision.Means(terms, now: now, using: &chance)
  }
}
