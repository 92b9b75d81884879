import Domain
import Synchronization

/// The fence before the relay, and the counter that tells a record from its copies.
public final class SendingFence: Sendable {
  private let fence: Mutex<Fence>
  private let keep: @Sendable (Int64) throws -> Void
  private let failed = Mutex<String?>(nil)

  /// A fence as it stands when the record is opened.
  ///
  /// - Parameter keep: writes the generation down outside the record, durably.
  public init(_ fence: Fence, keep: @escaping @Sendable (Int64) throws -> Void) {
    self.fence = Mutex(fence)
    self.keep = keep
  }

  /// A fence that is always open, for a record that is never copied.
  public static var none: SendingFence { SendingFence(.open) { _ in } }

  /// How it stands.
  public var state: Fence { fence.withLock { $0 } }

  /// Whether emails may go out.
  var isOpen: Bool { state == .open }

  /// The operator says that this record may send.
  public func release() { fence.withLock { $0 = .open } }

  /// Why the counter could not be written down; nil when it was.
  public var counterFailure: String? { failed.withLock { $0 } }

  /// Writes down that emails of this generation are about to go out. Returns what is wrong with the counter when that is
  /// news: it fails with every batch or with none.
  func passed(_ generation: Int64) -> String? {
    var failure: String?
    do { try keep(generation) } catch { failure = "\(error)" }
    return failed.withLock { known in
      defer { known = failure }
      return failure == known ? nil : failure
    }
  }
}
