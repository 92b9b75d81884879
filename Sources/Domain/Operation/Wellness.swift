import Foundation

/// Whether a daemon is well, for `status` and for those who watch over it.
public struct Wellness: Sendable {
  /// Whether a daemon runs.
  public var isRunning: Bool
  /// What the relay has against us.
  public var relayTrouble: String?
  /// Since when the oldest email that could go out has been due.
  public var oldestDue: Date?
  /// Why nothing is sent.
  public var fence: Fence
  /// Streams that the relay refused by policy.
  public var streamPauses: [StreamPause]
  /// What the disk has against the record.
  public var storageFault: StorageFault?
  /// Why the counter that tells a record from its copies is not written down.
  public var counterFailure: String?
  /// When the scheduler last looked at the clock.
  public var scheduledAt: Date?
  /// When the site's certificate expires; nil without one.
  public var certificateExpiry: Date?
  /// Zones whose rules differ between this program and the system, a line each.
  public var zoneDisagreements: [String]
  /// Octets that may still be written where the database is.
  public var diskLeft: Int64?
  /// Why the last reload changed nothing.
  public var failedReload: String?

  /// Mail that has waited for an hour is a sign that something is wrong, in seconds.
  public static let mailPatience: TimeInterval = 3_600
  /// The scheduler looks once a second; a chunk of a round takes less than this, in seconds.
  public static let schedulerPatience: TimeInterval = 30
  /// A certificate is renewed a month before it expires; a week before is late, in seconds.
  public static let certificatePatience: TimeInterval = 7 * 86_400
  /// 256 MiB: a round of 100,000 writes less.
  public static let leastDisk: Int64 = 256 << 20

  /// A daemon of which nothing bad is known.
  public init(isRunning: Bool) {
    self.isRunning = isRunning
    fence = .open
    streamPauses = []
    zoneDisagreements = []
  }

  /// What is wrong, the worst first, each with what to do; empty when all is well.
  public func complaints(now: Date) -> [String] {
    guard isRunning else { return ["no daemon runs; start it with: systemctl start helplink"] + others(now) }
    return others(now)
  }

  private func others(_ now: Date) -> [String] {
    var complaints: [String] = []
    if let storageFault { complaints.append("nothing is saved and nothing is sent: \(storageFault)") }
    if case .closed(let reason) = fence {
      complaints.append(
        "nothing is sent: \(reason.rawValue); when it may send: helplink queue release --fence")
    }
    if let scheduledAt, now.timeIntervalSince(scheduledAt) > Self.schedulerPatience {
      complaints.append("schedules have not been looked at since \(scheduledAt.formatted(.iso8601))")
    }
    for pause in streamPauses {
      complaints.append(
        "\(pause.stream.words) wait until \(pause.until.formatted(.iso8601)), refused by policy since "
          + "\(pause.since.formatted(.iso8601)): \(pause.reply); when that is mended: "
          + "helplink queue release --stream \(pause.stream.rawValue)")
    }
    if let counterFailure {
      complaints.append("an older copy of the database would not be noticed: \(counterFailure)")
    }
    if let relayTrouble { complaints.append("mail does not leave: \(relayTrouble)") }
    if let oldestDue, now.timeIntervalSince(oldestDue) > Self.mailPatience {
      complaints.append("mail has waited since \(oldestDue.formatted(.iso8601))")
    }
    if let expiry = certificateExpiry, expiry.timeIntervalSince(now) < Self.certificatePatience {
      complaints.append("the certificate expires on \(expiry.formatted(.iso8601)): renew it")
    }
    if let diskLeft, diskLeft < Self.leastDisk {
      complaints.append("only \(diskLeft >> 20) MiB are left on the disk of the state folder")
    }
    if let failedReload {
      complaints.append("the last reload failed, the old settings stay: \(failedReload)")
    }
    return complaints + zoneDisagreements
  }
}
