import Foundation

/// What listings said of their waits before they said something else, from a moment on.
public struct WaitHistory: Sendable {
  /// Something was said of a wait.
  public struct Line: Hashable, Sendable {
    /// When.
    public var at: Date
    /// Of whose.
    public var member: Practitioner.ID
    /// What stood before; nil when nothing did.
    public var before: WaitingPeriod?

    /// A line of the history.
    public init(at: Date, member: Practitioner.ID, before: WaitingPeriod?) {
      self.at = at
      self.member = member
      self.before = before
    }
  }

  private let lines: [Practitioner.ID: [Line]]

  /// Lines in the order of time.
  public init(_ lines: [Line]) { self.lines = Dictionary(grouping: lines, by: \.member) }

  /// Whose wait was said anew.
  var members: some Sequence<Practitioner.ID> { lines.keys }

  /// What stood at a moment; nil when nothing was said after it, so that it stands still.
  func standing(of member: Practitioner.ID, at moment: Date) -> WaitingPeriod?? {
    guard let lines = lines[member] else { return nil }
    let first = lines.partitioningIndex { $0.at > moment }
    return first < lines.count ? .some(lines[first].before) : nil
  }
}
