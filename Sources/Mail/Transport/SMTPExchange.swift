/// What is known of the message in hand, gathered from libcurl's callbacks.
///
/// How far it came decides what a lost connection means, so each stage is entered at the one moment that
/// proves it.
final class SMTPExchange {
  /// How far the conversation about one message came.
  enum Stage: Sendable {
    /// Before MAIL: greeting, EHLO, STARTTLS, AUTH. Nothing about the message was said.
    case connecting
    /// From MAIL to the last octet: the final dot has not been sent.
    case transaction
    /// libcurl has been told that the body ended, and may have sent the final dot.
    case ended
  }

  private(set) var stage = Stage.connecting
  /// The last complete reply of this stage; a refusal stays.
  private(set) var reply: SMTPReply?
  /// Whether a connection was opened for this message rather than kept from the last.
  private(set) var hasOpened = false
  /// Whether the server has accepted credentials on the open connection (235, RFC 4954, section 6).
  private var isAuthenticated = false
  private let needsAuthentication: Bool
  private var reader = SMTPReplyReader()
  private var unsent = UnsafeBufferPointer<UInt8>(start: nil, count: 0)[...]

  init(needsAuthentication: Bool) { self.needsAuthentication = needsAuthentication }

  /// Begins the next message; `body` must stay in place until the exchange is over.
  func begin(_ body: UnsafeBufferPointer<UInt8>) {
    enter(.connecting)
    hasOpened = false
    unsent = body[...]
  }

  /// A socket was made: whatever the last connection had earned is gone.
  func opened() {
    hasOpened = true
    isAuthenticated = false
  }

  /// The connection stands and MAIL comes next; false when it must not.
  ///
  /// libcurl goes on without credentials when the server offers no AUTH, so this is the place to stop
  /// it.
  func mayBegin() -> Bool {
    guard isAuthenticated || !needsAuthentication else { return false }
    enter(.transaction)
    return true
  }

  /// One line of a reply, as it arrives.
  func read(_ line: UnsafeBufferPointer<UInt8>) {
    guard let complete = reader.read(line), !isDecided else { return }
    reply = complete
    if stage == .connecting && complete.code == 235 { isAuthenticated = true }
  }

  /// Whether the reply that counts is here already: what follows a refusal, or the answer to the dot,
  /// answers libcurl's QUIT.
  private var isDecided: Bool {
    guard let reply else { return false }
    return stage == .ended || reply.code >= 400
  }

  /// Copies the next octets of the body; 0 says that it has ended.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    let piece = unsent.prefix(buffer.count)
    guard !piece.isEmpty else {
      enter(.ended)
      return 0
    }
    buffer.copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: piece)))
    unsent = unsent.dropFirst(piece.count)
    return piece.count
  }

  private func enter(_ stage: Stage) {
    self.stage = stage
    reply = nil
    reader = SMTPReplyReader()
  }
}
