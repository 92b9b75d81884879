import Domain

/// A way for messages to leave: SMTP to a relay, or a Maildir.
///
/// The value may be shared; each thread that sends asks it for a connection of its own.
public protocol Transport: Sendable {
  /// Prepares a sender for one thread. Nothing is connected before the first message.
  ///
  /// Throws when the settings cannot be used at all: a malformed address, an unreadable file or folder.
  func makeConnection() throws(TransportError) -> any TransportConnection
}

/// Sends one message after another, from one thread only, and keeps what it can open between them.
///
/// Not `Sendable`: make it on the thread that uses it. Letting go of it says goodbye to the server.
public protocol TransportConnection {
  /// Hands one message to one recipient and waits for the answer: it blocks, so never call it on Swift's
  /// cooperative threads.
  ///
  /// `bytes` is a whole message with CRLF line ends. Whatever happens is a value; nothing is sent twice.
  func send(_ bytes: [UInt8], envelope: Envelope) -> SendReply
}
