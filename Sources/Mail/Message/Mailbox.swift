extension Message {
  /// A display name and an address (RFC 5322, section 3.4).
  public struct Mailbox: Sendable, Hashable {
    /// What a reader sees; any Unicode, any length. Control characters become spaces.
    public var name: String?
    /// An ASCII `local@domain`, already validated; checked once more when the message is written.
    public var address: String

    /// A mailbox with or without a name.
    public init(name: String? = nil, address: String) {
      self.name = name
      self.address = address
    }
  }
}
