/// What a refusal for good says beyond its one message.
public enum Blame: Hashable, Sendable {
  /// There is no such mailbox, or it takes no mail: nothing more goes to that address.
  case address
  /// The server does not trust us or what we send: the stream waits, and nobody is suppressed.
  case policy
}

extension SendReply {
  /// Whom a 5xx refusal blames, by its enhanced status alone (RFC 3463, section 3, and IANA's registry of them); nil when it
  /// blames neither, gave no such status, or is for now.
  public var blame: Blame? {
    guard case .refused(500..., let enhanced?, _) = self else { return nil }
    if enhanced.hasPrefix("5.7.") { return .policy }
    return Self.aboutTheAddress.contains(enhanced) ? .address : nil
  }

  /// Bad mailbox, bad host, bad syntax, ambiguous, moved, null MX (RFC 7505), mailbox disabled. Not 5.1.0, which says
  /// nothing, nor 5.1.7 and 5.1.8, which are about the sender, nor 5.2.2: a full mailbox is emptied.
  private static let aboutTheAddress: Set<String> = [
    "5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.6", "5.1.10", "5.2.1",
  ]
}

/// What the end of an attempt means for others that wait.
public enum Consequence: Hashable, Sendable {
  /// Nothing more goes to this address.
  case suppress(EmailAddress)
  /// The server refused the stream by its policy.
  case pause(EmailStream)
  /// A message of the stream was accepted.
  case accepted(EmailStream)

  /// The consequence of a reply, if it has one.
  public static func of(_ reply: SendReply, stream: EmailStream, address: EmailAddress) -> Consequence? {
    if case .accepted = reply { return .accepted(stream) }
    switch reply.blame {
    case .address: return .suppress(address)
    case .policy: return .pause(stream)
    case nil: return nil
    }
  }
}
