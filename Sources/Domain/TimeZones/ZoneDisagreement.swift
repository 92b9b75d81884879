import Foundation

/// A zone for which this program's time-zone data and the system's say different things.
public struct ZoneDisagreement: Sendable, Equatable {
  /// IANA's name.
  public let zone: String
  /// The first second, of those compared, at which they differ.
  public let instant: Date
  /// What Foundation reckons from then on: seconds east of UTC.
  public let program: Int
  /// What the system's file reckons: seconds east of UTC.
  public let system: Int

  /// One line for the operator: what differs from when on, and what to do. The releases say whose data is
  /// older; nil is one that is not known.
  public func explanation(programVersion: ZoneDataVersion?, systemVersion: ZoneDataVersion?) -> String {
    let since = instant.formatted(.iso8601)
    return "\(zone): from \(since) this program reckons \(Self.written(program)) and the system's tzdata "
      + "\(Self.written(system)); " + Self.advice(program: programVersion, system: systemVersion)
  }

  private static func advice(program: ZoneDataVersion?, system: ZoneDataVersion?) -> String {
    guard let program, let system, program != system else {
      let versions = [program.map { "helplink has \($0)" }, system.map { "the system has \($0)" }]
        .compactMap { $0 }.joined(separator: ", ")
      return "update whichever is older, helplink or the system's tzdata package"
        + (versions.isEmpty ? "" : " (\(versions))")
    }
    if program < system {
      return
        "the system's data is newer (\(system), helplink has \(program)): update helplink; until then it "
        + "sends by the old rules"
    }
    return
      "helplink's data is newer (\(program), the system has \(system)): update the system's tzdata package "
      + "(apt-get install --only-upgrade tzdata); until then helplink is right and other programs are not"
  }

  /// `UTC+10:30`, with seconds where there are any.
  static func written(_ offset: Int) -> String {
    let size = offset.magnitude
    let parts = [size / 3600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
    let digits = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "UTC" + (offset < 0 ? "-" : "+") + digits.joined(separator: ":")
  }
}
