/// Who a message is from and for, as SMTP is told (RFC 5321, section 2.3.1); headers play no part.
public struct Envelope: Sendable, Hashable {
  /// Where bounces go; empty for the null sender.
  public let sender: String
  /// The one mailbox that the message is for.
  public let recipient: String

  /// Checks both addresses once more: libcurl passes CR, LF and non-ASCII octets on to the wire.
  public init(sender: String, recipient: String) throws(MessageError) {
    self.sender = sender.isEmpty ? "" : try AddressRule.checked(sender, field: "the envelope's sender")
    self.recipient = try AddressRule.checked(recipient, field: "the envelope's recipient")
  }
}
