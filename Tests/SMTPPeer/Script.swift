import Foundation

/// What a scripted server does. Without a word about it every step goes as a healthy relay's would.
public struct Script: Sendable {
  /// The steps of a conversation, in their order.
  public enum Step: String, Sendable, CaseIterable, CustomStringConvertible {
    case greeting, hello, startTLS, handshake, signIn, mail, recipient, data
    /// In the middle of the body.
    case body
    /// After the final dot.
    case end
    case quit

    /// Its name.
    public var description: String { rawValue }
  }

  /// What may be done at a step.
  public enum Act: Sendable, Hashable {
    /// A reply, whole, without the last line's CRLF.
    case reply(String)
    /// The connection is closed.
    case drop
    /// Nothing more is said.
    case silence
    /// A reply, one octet at a time.
    case dribble(String, every: Duration)
    /// A reply that begins and never ends.
    case endless
    /// A reply that is long in coming.
    case later(Duration, String)

    /// The whole reply, if it has an end.
    var words: String? {
      switch self {
      case .reply(let text), .dribble(let text, _), .later(_, let text): text
      case .drop, .silence, .endless: nil
      }
    }
  }

  /// The first line that is said.
  public var greeting = "220 relay.example ESMTP"
  /// What is offered after EHLO; STARTTLS is added when there is a certificate.
  public var capabilities = ["SIZE 10240000", "8BITMIME"]
  /// Replies by the first word of a command, in upper case; 250 for what is not named.
  public var replies: [String: String] = ["DATA": "354 go ahead", "QUIT": "221 bye"]
  /// The answer to a user and a password.
  public var signIn = "235 2.7.0 welcome"
  /// What follows the final dot.
  public var afterBody = Act.reply("250 2.0.0 taken")
  /// Close the connection when this many octets of a body have arrived.
  public var dropsMidBody: Int?
  /// Close the connection after this many messages.
  public var messagesPerConnection: Int?
  /// What is done otherwise than a healthy relay would.
  public var faults: [Step: Act] = [:]
  /// How often each fault happens before the step goes well; nil for always.
  public var timesEach: Int?
  /// Told of each step of each conversation just before it is answered.
  public var watch: @Sendable (Step) -> Void = { _ in }

  /// A healthy relay.
  public init() {}

  /// A healthy relay but for one step.
  public init(_ step: Step, _ act: Act, times: Int? = nil) {
    faults = [step: act]
    timesEach = times
  }
}
