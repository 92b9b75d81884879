import Foundation

/// A member of the network: who they are to us. How colleagues see them is their `Listing`.
public struct Practitioner: Hashable, Sendable {
  /// The identifier of a practitioner.
  public typealias ID = Identifier<Practitioner>

  /// Whether a member takes part.
  public enum Standing: String, Sendable, Codable, CaseIterable {
    /// Gets emails, is listed, may sign in.
    case active
    /// Set aside by the operator: none of the three.
    case suspended
    /// Has left: no longer listed, gets no rounds; may sign in and come back until their data are erased.
    case leaving
    /// Left, and erased: a pseudonym that others' records rest on.
    case erased
  }

  /// Its identifier.
  public var id: ID
  /// With title, as the practitioner writes it: "Dr Amelia Gunn". 1 to 200 characters.
  public var name: String
  /// The address.
  public var email: EmailAddress
  /// Whether they take part.
  public var standing: Standing
  /// The name of their zone as Foundation has it, or nil for the site's: `UTC` becomes `GMT` here, and what is no zone nil.
  /// Firings are recorded by such names, so any other would keep a member from every round.
  public var timeZone: String? { didSet { timeZone = Self.known(timeZone) } }
  /// Streams the practitioner has turned off.
  public var stoppedStreams: Set<EmailStream>
  /// How often they want what they have not turned off.
  public var preferences = EmailPreferences()
  /// When they joined.
  public var joinedAt: Date
  /// Until when they said to be away, also after that has passed; nil when they never did, or came back sooner.
  public var awayUntil: Date?
  /// When their listing was published; nil until it is, and colleagues see nothing of them.
  public var publishedAt: Date?
  /// When they said that they leave; nil while they stay.
  public var leftAt: Date?

  /// The name of their photo's file: SHA-256 of its bytes in hexadecimal. Nil without one. They may have it before a listing.
  public var photo: String?

  /// A member with these particulars, listed since they joined unless `isListed` says otherwise; `timeZone` may be any name.
  public init(
    id: ID, name: String, email: EmailAddress, standing: Standing = .active, timeZone: String? = nil,
    stoppedStreams: Set<EmailStream> = [], joinedAt: Date, awayUntil: Date? = nil, isListed: Bool = true
  ) {
    self.id = id
    self.name = name
    self.email = email
    self.standing = standing
    self.timeZone = Self.known(timeZone)
    self.stoppedStreams = stoppedStreams
    self.joinedAt = joinedAt
    self.awayUntil = awayUntil
    publishedAt = isListed ? joinedAt : nil
  }

  /// Whether they are part of the network: asked, listed once published, and free to act for themselves.
  public var takesPart: Bool { standing == .active }

  /// Whether they may sign in: who has left may, to come back or to take their data along.
  public var maySignIn: Bool { standing == .active || standing == .leaving }

  /// Whether colleagues see their listing, and rounds ask for it.
  public var isListed: Bool { takesPart && publishedAt != nil }

  private static func known(_ name: String?) -> String? {
    name.flatMap(TimeZone.init(identifier:))?.identifier
  }

  /// Whether they are away at a moment: closed, and asked nothing.
  public func isAway(at moment: Date) -> Bool { awayUntil.map { moment < $0 } ?? false }

  /// The zone their clocks run by: their own, or the site's when they named none (or one unknown here).
  public func zone(orSite siteZone: TimeZone) -> TimeZone {
    timeZone.flatMap(TimeZone.init(identifier:)) ?? siteZone
  }
}
