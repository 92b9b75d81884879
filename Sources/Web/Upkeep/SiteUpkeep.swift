import Foundation
import ServiceLifecycle

/// Puts on record, every few minutes and once more at the end, what the site noted while it answered GETs and refused.
public struct SiteUpkeep: Service {
  /// Between two times, in seconds.
  static let interval: TimeInterval = 300

  private let site: Site
  private let pause: @Sendable (TimeInterval) async throws -> Void

  /// The upkeep of a site; `pause` lets so many seconds pass, and ends early when its task is cancelled.
  public init(site: Site, pause: @escaping @Sendable (TimeInterval) async throws -> Void) {
    self.site = site
    self.pause = pause
  }

  /// Works until asked to stop. What the disk refuses is tried again the next time; nothing depends on it.
  ///
  /// At first it makes the index of the listings, so that no reader waits for it: on a thread of its own, since that takes
  /// seconds with 100,000 and there is one cooperative thread a core.
  public func run() async throws {
    let site = site
    Thread.detachNewThread { _ = site.index }
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled, (try? await pause(Self.interval)) != nil { try? await site.putOnRecord() }
    }
    try? await site.putOnRecord()
  }
}
