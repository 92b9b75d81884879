import Domain
import Foundation
import Logging
import ServiceLifecycle
import Store

/// Lets go of what is no longer to be kept: members whose grace is over, strangers and seekers of long ago, photos that nobody has, and
/// the traces of them.
///
/// Promise: what a crash cut short is finished at the next look; whoever came back before it is not touched. Stops: between two
/// members. Never: erases one who has not left.
public struct Housekeeping: Service {
  /// How often it looks, in seconds.
  static let interval: TimeInterval = 3_600
  /// A photo that nobody has is on its way to the record for no longer than this, in seconds.
  static let photosArrive: TimeInterval = 3_600
  /// Members looked for at a time.
  static let batch = 100

  let store: Store
  let bookings: BookingTerms
  let time: TimeSource
  let logger: Logger

  /// The housekeeping of a record.
  public init(
    store: Store, bookings: BookingTerms = BookingTerms(), time: TimeSource, logger: Logger
  ) {
    self.store = store
    self.bookings = bookings
    self.time = time
    self.logger = logger
  }

  /// Looks at the start and once an hour until asked to stop. What the disk refuses is tried again the next time.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await look() } catch is CancellationError { return } catch is StorageFault {
          // Who watches the disk has said so.
        } catch {
          logger.warning("not everything was let go, once more in an hour", metadata: ["why": "\(error)"])
        }
        do { try await time.pause(Self.interval) } catch { return }
      }
    }
  }

  /// Does all that is due.
  public func look() async throws {
    let erased = try await eraseMembers()
    if erased > 0 { logger.notice("members erased", metadata: ["count": "\(erased)"]) }
    try await forgetStrangers()
    try await forgetSeekers()
    try await removePhotos()
    try await store.sweep()
  }

  private func eraseMembers() async throws -> Int {
    let now = time.now().inMilliseconds
    var erased = 0
    while true {
      let due = try await store.read { try $0.left(before: now - LeavingDecision.grace, limit: Self.batch) }
      guard !due.isEmpty else { return erased }
      for id in due {
        try Task.checkCancellation()
        let event = Self.newEvent()
        let outcome = try await store.erase(id) {
          ErasureDecision.decide(.graceIsOver, facts: $0, event: event, now: now)
        }
        if case .erased = outcome { erased += 1 }
      }
    }
  }

  /// Asked by reading alone, so that an idle daemon writes nothing.
  private func forgetStrangers() async throws {
    let now = time.now().inMilliseconds
    guard try await store.read({ try $0.holdsStrangers(before: StrangersDecision.end(now: now)) }) else {
      return
    }
    try await store.perform({ _ in }) { StrangersDecision.decide(now: now) }
  }

  private func forgetSeekers() async throws {
    let (now, terms) = (time.now().inMilliseconds, bookings)
    let ends = SeekersDecision.ends(terms, now: now)
    guard try await store.read({ try $0.holdsSeekers(ends) }) else { return }
    try await store.perform({ _ in }) { SeekersDecision.decide(terms, now: now) }
  }

  private func removePhotos() async throws {
    let names = try await store.read { try $0.photoNames() }
    let removed = store.photos.sweep(keeping: names, unchangedSince: time.now() - Self.photosArrive)
    if removed > 0 { logger.notice("photos that nobody has removed", metadata: ["count": "\(removed)"]) }
  }

  /// Not made where it is awaited: see `Scheduler`.
  private static func newEvent() -> SecurityEvent.ID {
    var chance = Chance()
    return SecurityEvent.ID(using: &chance)
  }
}
