import Foundation

/// A stream that waits because the relay refused it by policy (5.7.x): sending on would only harden the refusal.
///
/// When the pause is over one email goes out as a probe. Accepted, the stream goes on; refused, the pause is twice as long.
public struct StreamPause: Hashable, Sendable {
  /// Which stream.
  public var stream: EmailStream
  /// When it was first refused.
  public var since: Date
  /// Nothing of the stream begins before this.
  public var until: Date
  /// Refusals that counted: the first, and those of probes.
  public var refusals: Int
  /// Whether a probe is on its way.
  public var isProbing: Bool
  /// The server's words, without addresses.
  public var reply: String

  /// A pause as it is on record.
  public init(
    stream: EmailStream, since: Date, until: Date, refusals: Int, isProbing: Bool, reply: String
  ) {
    self.stream = stream
    self.since = since
    self.until = until
    self.refusals = refusals
    self.isProbing = isProbing
    self.reply = reply
  }

  /// Seconds of the first pause and of the longest: Postfix's for a message.
  public static let shortest: TimeInterval = 300
  /// The longest pause, in seconds.
  public static let longest: TimeInterval = 4_000
  /// Seconds after which another probe goes out when the first has not been answered.
  public static let probePatience: TimeInterval = 60

  /// The pause after a refusal. Refusals of what was already on its way when it began do not lengthen it.
  public static func after(_ reply: String, of stream: EmailStream, before: StreamPause?, now: Date)
    -> StreamPause
  {
    guard var pause = before else {
      return StreamPause(
        stream: stream, since: now, until: now + shortest, refusals: 1, isProbing: false, reply: reply)
    }
    pause.reply = reply
    guard pause.isProbing else { return pause }
    pause.isProbing = false
    pause.refusals += 1
    pause.until = now + min(shortest * Double(1 << min(pause.refusals - 1, 10)), longest)
    return pause
  }

  /// What is left of the pause after a message of the stream was accepted: nothing, when that was the probe.
  public func afterAcceptance() -> StreamPause? { isProbing ? nil : self }

  /// Whether an email of the stream may begin now, as a probe; if so, the pause that the others then wait for.
  public func probing(now: Date) -> StreamPause? {
    guard now >= until else { return nil }
    var pause = self
    pause.isProbing = true
    pause.until = now + Self.probePatience
    return pause
  }
}
