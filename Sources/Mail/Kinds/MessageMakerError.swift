import Domain

/// Why no message can be made of an outbox row. Trying again does not help.
public enum MessageMakerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The key that a secret was derived from is no longer in the ring.
  case unknownKey(UInt8)
  /// Mail that one subscribes to, for somebody who is no member and so could not stop it.
  case notAMember(EmailStream)

  /// One line for the operator, without any value of a person's.
  public var description: String {
    switch self {
    case .unknownKey(let id): "key \(id), which its link derives from, is not in the key ring"
    case .notAMember(let stream): "\(stream.rawValue) go to members only"
    }
  }
}
