import Foundation

/// Asks whoever typed an address whether they meant to ask for a time.
public struct RequestConfirmEmail: Hashable, Sendable, Codable {
  /// Which request.
  public var request: TimeRequest.ID
  /// Whom it asks, by name.
  public var practitioner: String
  /// Whether others are asked after them.
  public var asksNext: Bool
  /// When it was made.
  public var madeAt: Date

  /// The question about one request.
  public init(request: TimeRequest.ID, practitioner: String, asksNext: Bool, madeAt: Date) {
    self.request = request
    self.practitioner = practitioner
    self.asksNext = asksNext
    self.madeAt = madeAt
  }
}

/// Asks a practitioner for a time. Who asks, and what for, stands behind its link alone.
public struct RequestEmail: Hashable, Sendable, Codable {
  /// Which request.
  public var request: TimeRequest.ID
  /// Which part of it is theirs.
  public var number: Int
  /// How the practitioner is greeted.
  public var name: String
  /// Whether the time that they offered before did not suit.
  public var isAgain: Bool
  /// Until when they may answer.
  public var answerBy: Date
  /// IANA name of the zone that dates are written in.
  public var timeZone: String

  /// The question of one request to one practitioner.
  public init(
    request: TimeRequest.ID, number: Int, name: String, isAgain: Bool, answerBy: Date, timeZone: String
  ) {
    self.request = request
    self.number = number
    self.name = name
    self.isAgain = isAgain
    self.answerBy = answerBy
    self.timeZone = timeZone
  }
}

/// Tells a seeker how their request goes on without an appointment.
public struct RequestNewsEmail: Hashable, Sendable, Codable {
  /// What happened.
  public enum News: String, Sendable, Codable, CaseIterable {
    /// The next is asked, as they wished.
    case passedOn = "passed-on"
    /// Nobody who was asked could.
    case over
  }

  /// Which request.
  public var request: TimeRequest.ID
  /// What happened.
  public var news: News
  /// Who is asked now, by name; empty when nobody is.
  public var practitioner: String
  /// When it happened.
  public var at: Date

  /// The news of one request.
  public init(request: TimeRequest.ID, news: News, practitioner: String, at: Date) {
    self.request = request
    self.news = news
    self.practitioner = practitioner
    self.at = at
  }
}

extension Email {
  /// The request that it is about, if it is about one.
  public var request: TimeRequest.ID? {
    switch self {
    case .requestConfirm(let facts): facts.request
    case .request(let facts): facts.request
    case .requestNews(let facts): facts.request
    default: nil
    }
  }

  /// Whether what an email says of a request is still so at `now`; one that is about none is as true as ever.
  func isTrue(of request: TimeRequest?, now: Date) -> Bool {
    switch self {
    case .requestConfirm: request?.state == .unconfirmed
    case .request(let facts): request?.isOpen(to: facts.number, now: now) ?? false
    case .requestNews(let facts):
      facts.news == .over ? request?.state == .over : request?.state == .asked
    default: true
    }
  }
}
