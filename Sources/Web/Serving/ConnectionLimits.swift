import NIOCore

/// How much of itself the server gives to connections. Headers are bounded to 16 KiB in 100 fields; routes bound their bodies, to
/// 64 KiB but for a photo.
public struct ConnectionLimits: Sendable {
  /// Open at a time. One more closes the one that has waited longest since it came or was last answered, so that whoever
  /// holds connections and asks nothing shuts nobody out.
  public var most: Int
  /// From the first octet of a request to the first of its answer: a request that takes longer is being dribbled.
  public var request: TimeAmount
  /// How long an answer may wait for its reader to take any of it.
  public var reading: TimeAmount
  /// How long a connection may say nothing.
  public var idle: TimeAmount

  /// The defaults are the site's.
  public init(
    most: Int = 4_096, request: TimeAmount = .seconds(30), reading: TimeAmount = .seconds(30),
    idle: TimeAmount = .seconds(60)
  ) {
    self.most = max(most, 1)
    self.request = request
    self.reading = reading
    self.idle = idle
  }
}
