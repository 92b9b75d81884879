import Foundation

/// By what a record is known for the one that last sent: kept in it, and told anew from outside it.
public struct RecordMarks: Hashable, Sendable {
  /// A digest of the machine's identifier.
  public var machine: String
  /// The inode of the database's file.
  public var inode: Int64
  /// Grows whenever emails are taken out of the outbox to be sent; outside, it rests in the folder of the keys.
  public var generation: Int64

  /// The marks of a record.
  public init(machine: String, inode: Int64, generation: Int64) {
    self.machine = machine
    self.inode = inode
    self.generation = generation
  }
}

/// Whether a record may send. One that was copied or restored would send again what the other has sent since: it waits
/// until the operator says that it may. (A whole machine that was rolled back cannot be told from one that was not.)
public enum Fence: Hashable, Sendable {
  case open
  case closed(Reason)

  /// What gives a copy away.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case otherMachine = "the database was copied from another machine"
    case otherFile = "the database is another file than the one that last sent: a copy, or a restored backup"
    case olderRecord = "the database is older than the last sending: a backup was restored"
  }

  /// Compares what the record says of itself with what is true outside. A record without marks has never sent; beside keys
  /// that have, it is in the place of one that was lost.
  public static func decide(inRecord: RecordMarks?, outside: RecordMarks) -> Fence {
    guard let inRecord else { return outside.generation > 0 ? .closed(.olderRecord) : .open }
    if inRecord.machine != outside.machine { return .closed(.otherMachine) }
    if inRecord.inode != outside.inode { return .closed(.otherFile) }
    if inRecord.generation < outside.generation { return .closed(.olderRecord) }
    // The counter outside may lag behind, after a loss of power or with keys that were restored: nothing was sent that
    // the record does not know of.
    return .open
  }
}
