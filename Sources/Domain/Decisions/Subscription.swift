import Foundation

/// Stopping and resuming a stream.
public enum Subscription: Sendable {
  case stop, resume

  /// What a wish changes: nothing when it is so already, when the stream cannot be stopped, or when nobody is left to write to.
  public static func decide(
    _ wish: Subscription, stream: EmailStream, practitioner: Practitioner?, now: Date
  ) -> Decision<Void> {
    guard let practitioner, practitioner.standing != .erased, stream.isSubscribed else { return Decision(()) }
    let isStopped = practitioner.stoppedStreams.contains(stream)
    switch wish {
    case .stop:
      return Decision((), changes: isStopped ? [] : [.streamStopped(practitioner.id, stream, at: now)])
    case .resume: return Decision((), changes: isStopped ? [.streamResumed(practitioner.id, stream)] : [])
    }
  }
}
