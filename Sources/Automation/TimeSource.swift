import Foundation

/// The time, as the services are given it: the machine's in the daemon, a test's own in a test.
public struct TimeSource: Sendable {
  /// The moment it is.
  public var now: @Sendable () -> Date
  /// Lets so many seconds pass; ends early with `CancellationError` when its task is cancelled.
  public var pause: @Sendable (TimeInterval) async throws -> Void

  /// A source of time.
  public init(
    now: @escaping @Sendable () -> Date, pause: @escaping @Sendable (TimeInterval) async throws -> Void
  ) {
    self.now = now
    self.pause = pause
  }

  /// The machine's clock.
  public static let system = TimeSource(
    now: { Date() }, pause: { try await Task.sleep(for: .seconds($0)) })
}
