import Foundation

/// An email that is owed, as it rests in the outbox.
public struct OutboxEntry: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<OutboxEntry>

  /// `queued → claimed (a lease) → sending → sent | failed | uncertain`; `cancelled` when no longer owed.
  public enum State: String, Sendable, Codable, CaseIterable {
    case queued, claimed, sending, sent, failed, uncertain, cancelled
  }

  /// Its identifier.
  public var id: ID
  /// What is to be said.
  public var email: Email
  /// For whom.
  public var recipient: Recipient
  /// What makes it one of a kind: a round's month, a sign-in's record. Unique with kind and recipient.
  public var period: String
  /// When it was made.
  public var createdAt: Date
  /// Not sent after this.
  public var useBy: Date
  /// How far it has come.
  public var state: State
  /// Attempts begun.
  public var attempts: Int
  /// How often a reply was lost after the final dot, or the process died while sending.
  public var uncertainties: Int
  /// The last reply, or why it was cancelled.
  public var lastReply: String?
  /// When the first attempt was due: giving up counts from here.
  public var firstDue: Date

  /// A row of the outbox.
  public init(
    id: ID, email: Email, recipient: Recipient, period: String, createdAt: Date, useBy: Date,
    state: State = .queued,
    attempts: Int = 0, uncertainties: Int = 0, lastReply: String? = nil, firstDue: Date? = nil
  ) {
    self.id = id
    self.email = email
    self.recipient = recipient
    self.period = period
    self.createdAt = createdAt
    self.useBy = useBy
    self.state = state
    self.attempts = attempts
    self.uncertainties = uncertainties
    self.lastReply = lastReply
    self.firstDue = firstDue ?? createdAt
  }
}

/// Whom an email is for.
public enum Recipient: Hashable, Sendable {
  /// A member, at the address they have when it is sent.
  case practitioner(Practitioner.ID)
  /// Somebody who is not one.
  case address(EmailAddress)

  /// What makes two recipients one: a member's identifier, or the address whatever its case.
  public var key: String {
    switch self {
    case .practitioner(let id): id.text
    case .address(let address): address.key
    }
  }
}

/// An email that a decision wants queued.
public struct NewEmail: Hashable, Sendable {
  /// Its identifier.
  public var id: OutboxEntry.ID
  /// What is to be said.
  public var email: Email
  /// For whom.
  public var recipient: Recipient
  /// A member whom it names without going to them, and with whom it is erased.
  public var about: Practitioner.ID?
  /// What makes it one of a kind: see `OutboxEntry.period`.
  public var period: String
  /// Sent no earlier.
  public var notBefore: Date
  /// Not sent after this.
  public var useBy: Date

  /// An email for the outbox.
  public init(
    id: OutboxEntry.ID, email: Email, recipient: Recipient, about: Practitioner.ID? = nil, period: String,
    notBefore: Date, useBy: Date
  ) {
    self.id = id
    self.email = email
    self.recipient = recipient
    self.about = about
    self.period = period
    self.notBefore = notBefore
    self.useBy = useBy
  }
}
