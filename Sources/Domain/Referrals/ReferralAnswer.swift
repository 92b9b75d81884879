/// What a colleague says to a referral.
public enum ReferralAnswer: Hashable, Sendable {
  /// They take it: the enquirer may call at once (nil), or comes to a place within a wait.
  case yes(from: WaitingPeriod?)
  case no
  /// They have no room at all, and their listing is to say so.
  case full

  /// The state that it leads to.
  public var state: Asking.State {
    switch self {
    case .yes(let from): .yes(from: from)
    case .no: .no
    case .full: .full
    }
  }

  /// Waits that a place can be offered within: those that are open, and are a wait.
  public static let waits = WaitingPeriod.allCases.filter { $0.isOpen && $0 != .now }

  /// The wait that an email offers a place within: that of the listing, or the shortest.
  public static func wait(of listing: StatedWait?) -> WaitingPeriod {
    listing.flatMap { waits.contains($0.period) ? $0.period : nil } ?? .twoWeeks
  }
}

extension ReferralAnswer {
  /// In forms, links and tables: `yes`, `no`, `full`.
  public var word: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .full: "full"
    }
  }

  /// The wait of a place that is offered later.
  public var from: WaitingPeriod? {
    if case .yes(let from) = self { from } else { nil }
  }

  /// The answer of a word and, for a yes, a wait; nil for any other word, and for a wait that no place can be offered within.
  public init?(word: String, from: WaitingPeriod? = nil) {
    switch word {
    case "yes":
      guard from.map(Self.waits.contains) ?? true else { return nil }
      self = .yes(from: from)
    case "no": self = .no
    case "full": self = .full
    default: return nil
    }
  }

  /// The octet that a link token carries, from 1; 0 stands for no answer.
  public var code: UInt8 {
    switch self {
    case .yes(nil): 1
    case .no: 2
    case .full: 3
    case .yes(let from?): 10 + UInt8(from.rank)
    }
  }

  /// The answer of an octet.
  public init?(code: UInt8) {
    switch code {
    case 1: self = .yes(from: nil)
    case 2: self = .no
    case 3: self = .full
    default:
      guard code >= 10, let wait = WaitingPeriod(rank: Int(code) - 10), Self.waits.contains(wait) else {
        return nil
      }
      self = .yes(from: wait)
    }
  }
}

extension ReferralAnswer {
  /// As it stands on a button: "Yes, within a month".
  public var label: String {
    switch self {
    case .yes(nil): "Yes, have them call me"
    case .yes(.overSixMonths): "Yes, in more than 6 months"
    case .yes(let from?): "Yes, \(from.label.lowercased())"
    case .no: "Not now"
    case .full: "I'm full"
    }
  }
}

extension ReferralAnswer {
  /// The value in forms: `yes-1-month`.
  public var slug: String { from.map { "\(word)-\($0.slug)" } ?? word }

  /// The answer of a value.
  public init?(slug: String) {
    let all: [ReferralAnswer] = [.yes(from: nil), .no, .full] + Self.waits.map { .yes(from: $0) }
    guard let answer = all.first(where: { $0.slug == slug }) else { return nil }
    self = answer
  }
}

/// As it rests in the outbox: its value in forms.
extension ReferralAnswer: Codable {
  /// Throws where there is no such answer.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let slug = try container.decode(String.self)
    guard let answer = ReferralAnswer(slug: slug) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no answer to a referral: \(slug)")
    }
    self = answer
  }

  /// The value in forms.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(slug)
  }
}
