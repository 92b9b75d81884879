import Foundation

/// What the disk has against the record, and when to say so: a line when it begins and one when it is over, not one for
/// everybody who asked meanwhile.
public struct StorageTrouble: Sendable {
  /// How a trouble went by.
  public struct Recovery: Hashable, Sendable {
    /// How long it lasted.
    public var seconds: TimeInterval
    /// How often something was not saved or not read.
    public var refused: Int
  }

  /// What is wrong now; nil when nothing is.
  public private(set) var fault: StorageFault?
  private var since = Date.distantPast
  private var refused = 0
  private var isSaid = false
  private var said: (kind: StorageFault.Kind, at: Date)?

  /// What lasts is said again after so long, in seconds.
  public static let repetition: TimeInterval = 600
  /// A disk that now takes a write and now refuses one is spoken of once in so many seconds.
  public static let calm: TimeInterval = 60

  /// A disk that nothing is known of.
  public init() {}

  /// Takes note of a fault; true when it should be said.
  public mutating func heard(_ new: StorageFault, now: Date) -> Bool {
    if fault == nil { (since, refused, isSaid) = (now, 0, false) }
    fault = new
    refused += 1
    if let said, said.kind == new.kind {
      let patience = isSaid ? Self.repetition : Self.calm
      // A clock that was set back does not make it silent.
      guard !(0..<patience).contains(now.timeIntervalSince(said.at)) else { return false }
    }
    said = (new.kind, now)
    isSaid = true
    return true
  }

  /// Takes note of a write that succeeded; returns what is to be said of it, if the trouble was spoken of.
  public mutating func recovered(now: Date) -> Recovery? {
    guard fault != nil else { return nil }
    fault = nil
    return isSaid ? Recovery(seconds: max(0, now.timeIntervalSince(since)), refused: refused) : nil
  }
}
