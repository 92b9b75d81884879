import Foundation

/// A signed capability in a URL: what for, about what, which choice, until when.
///
/// On the wire 40 octets as 64 characters of base32, the most that the local part of an address may have:
/// version 1, key id 1, purpose 1, subject 16, choice 1, expiry 4 (seconds since 1970), HMAC-SHA-256 cut to 16.
public struct LinkToken: Hashable, Sendable {
  /// What a link lets its holder do.
  public enum Purpose: UInt8, Sendable, CaseIterable {
    /// Say a waiting period; the subject is the email, the choice a band.
    case waitingPeriod = 1
    /// Change or undo an answer, from its result page only; the subject is the email.
    case waitingPeriodResult = 2
    /// Stop a stream; the subject is the practitioner, the choice a stream.
    case unsubscribe = 3
    /// The envelope sender of an email (VERP); the subject is the email.
    case bounce = 4
    /// Show, confirm, move or cancel a booking; the subject is the booking, the choice a side.
    case booking = 8
    /// Answer a referral; the subject is the email that asked, the choice an answer.
    case referral = 5
    /// Change or take back that answer, from its result page only; the subject is the email that asked.
    case referralResult = 6
    /// See, confirm, answer or withdraw a request for a time; the subject is the request, the choice whose link it is.
    case request = 9
    /// Offer times to help seekers; the subject is the practitioner.
    case offering = 10
    /// Take back a time that was offered so, from its result page only; the subject is the offer.
    case offeringResult = 11
  }

  /// What for.
  public var purpose: Purpose
  /// 16 octets: an identifier.
  public var subject: [UInt8]
  /// Which of the choices that the purpose knows; 0 for none.
  public var choice: UInt8
  /// In whole seconds.
  public var expiresAt: Date

  /// A capability, not yet signed.
  public init<Subject>(_ purpose: Purpose, subject: Identifier<Subject>, choice: UInt8 = 0, expiresAt: Date) {
    self.purpose = purpose
    self.subject = subject.bytes
    self.choice = choice
    self.expiresAt = Date(timeIntervalSince1970: expiresAt.timeIntervalSince1970.rounded(.down))
  }

  /// The subject as an identifier of what the purpose says.
  public func subjectID<Subject>(_: Subject.Type = Subject.self) -> Identifier<Subject>? {
    Identifier(bytes: subject)
  }
}

/// Why a text is no link token that may be acted on.
public enum LinkTokenError: Error, Equatable, Sendable {
  /// Not one of ours, altered, for another purpose, or signed with a key we no longer have.
  case invalid
  /// Genuine, and past its time.
  case expired(LinkToken)
}

extension KeyRing {
  private static let version: UInt8 = 1
  private static let signedLength = 24

  /// The 64 characters of a token, signed with the current key.
  public func seal(_ token: LinkToken) -> String {
    let seconds = UInt32(clamping: Int64(token.expiresAt.timeIntervalSince1970))
    let expiry = withUnsafeBytes(of: seconds.bigEndian) { Array($0) }
    let signed = [Self.version, currentID, token.purpose.rawValue] + token.subject + [token.choice] + expiry
    // The current key is always in the ring.
    let code = code(signed, for: .linkToken, keyID: currentID) ?? []
    return Base32.encode(signed + code.prefix(16))
  }

  /// The token written as `text`, when it is ours, is for `purpose` and has not expired at `now`.
  public func open(_ text: some StringProtocol, for purpose: LinkToken.Purpose, now: Date)
    throws(LinkTokenError) -> LinkToken
  {
    guard text.utf8.count == 64, let octets = Base32.decode(text), octets.count == Self.signedLength + 16
    else {
      throw .invalid
    }
    let signed = Array(octets.prefix(Self.signedLength))
    let code = Array(octets.suffix(16))
    guard signed[0] == Self.version, isValid(code, of: signed, for: .linkToken, keyID: signed[1]),
      signed[2] == purpose.rawValue, let subject = Identifier<LinkToken>(bytes: Array(signed[3..<19]))
    else { throw .invalid }
    let seconds = signed[20..<24].reduce(UInt32(0)) { ($0 << 8) | UInt32($1) }
    let token = LinkToken(
      purpose, subject: subject, choice: signed[19], expiresAt: Date(timeIntervalSince1970: Double(seconds)))
    guard now < token.expiresAt else { throw .expired(token) }
    return token
  }
}
