import Foundation

/// What a decision calls for: an outcome to tell the asker, changes to the record, and emails for the outbox.
/// Applied in the transaction that loaded its facts, whole or not at all.
public struct Decision<Outcome: Sendable>: Sendable {
  /// What the asker is told.
  public var outcome: Outcome
  /// What changes, in order.
  public var changes: [Change]
  /// What it sends.
  public var emails: [NewEmail]

  /// A decision.
  public init(_ outcome: Outcome, changes: [Change] = [], emails: [NewEmail] = []) {
    self.outcome = outcome
    self.changes = changes
    self.emails = emails
  }
}

/// A change to the record. The record applies each as it is; it decides nothing.
public enum Change: Hashable, Sendable {
  /// A practitioner joins, with a listing and what the source says of their wait.
  case joined(Practitioner, Profile, StatedWait?)
  /// A practitioner's particulars are replaced.
  case revised(Practitioner, Profile)
  /// The listing's wait becomes this, and the history gets a line.
  case waitSaid(Practitioner.ID, StatedWait?, WaitEvent)
  /// What is known of the answer to one email.
  case answered(WaitAnswer)
  /// They are away until then, or back (nil); their history gets a line.
  case awaySaid(Practitioner.ID, until: Date?, AwayEvent)
  case streamStopped(Practitioner.ID, EmailStream, at: Date)
  case streamResumed(Practitioner.ID, EmailStream)
  /// How often a member wants what is subscribed to.
  case preferencesSaved(Practitioner.ID, EmailPreferences)
  case signInLinkMade(SignInLink)
  case signInLinkUsed(SignInLink.ID, at: Date)
  case sessionOpened(Session)
  case sessionClosed(SecretDigest)
  /// Every session of a member but one, if any.
  case sessionsClosed(Practitioner.ID, except: SecretDigest?)
  /// They have left since then, or came back (nil).
  case left(Practitioner.ID, at: Date?)
  /// All that is personal goes, and a pseudonym stays.
  case erased(Practitioner.ID, at: Date)
  /// What was kept of people who are no members goes, where it came to its end before a moment.
  case strangersForgotten(before: Date)
  /// What the operator sets: active or suspended.
  case standingSet(Practitioner.ID, Practitioner.Standing)
  /// A session was last used then, and ends then.
  case sessionSeen(SecretDigest, at: Date, expiresAt: Date)
  /// A code that belongs to a link was tried, and was wrong.
  case signInCodeTried(SignInLink.ID)
  case accountLinkMade(AccountLink)
  case accountLinkUsed(AccountLink.ID, at: Date)
  /// No link that signs a member in or changes their account, and was not used yet, works from then on.
  case linksEnded(Practitioner.ID, at: Date)
  /// Another address in the place of the one before.
  case addressChanged(Practitioner.ID, EmailAddress)
  /// An account without a listing.
  case accountOpened(Practitioner)
  /// The profile of a listing, in the place of the one before.
  case profileSaved(Practitioner.ID, Profile)
  /// Seekers and verification of a listing; the photo is the member's and has a change of its own.
  case listingFactsSaved(Practitioner.ID, ListingFacts)
  /// The photo in the place of the one before; nil takes it away.
  case photoSaved(Practitioner.ID, String?)
  /// A recommendation, or another sentence to one that stands.
  case recommended(Recommendation)
  case recommendationWithdrawn(by: Practitioner.ID, of: Practitioner.ID)
  /// A search that a member keeps, new or with another name or content.
  case searchSaved(SavedSearch)
  case searchForgotten(SavedSearch.ID, of: Practitioner.ID)
  /// A referral, with those whom it asks.
  case referralMade(Referral)
  /// What a colleague said, or took back, in the place of what they said before.
  case referralAnswered(Asking)
  case referralClosed(Referral.ID, Referral.Closing, at: Date)
  /// Colleagues see the listing from now on (nil: no longer).
  case published(Practitioner.ID, at: Date?)
  /// What was typed into the forms of a listing; a draft that is empty goes.
  case draftSaved(Practitioner.ID, ListingDraft, at: Date)
  /// The trail of what concerned security gets a line.
  case securityEvent(SecurityEvent)
  /// A password in the place of the one before; nil takes it away.
  case passwordSaved(Practitioner.ID, StoredPassword?, at: Date)
  /// The newest link of an invitation, new or sent anew, goes out in an email.
  case invitationSent(Invitation, email: OutboxEntry.ID)
  case invitationRevoked(Invitation.ID, at: Date)
  case invitationRedeemed(Invitation.ID, by: Practitioner.ID, at: Date)
  /// A provider's identity opens a member's account from now on.
  case identityLinked(LinkedIdentity)
  /// And no longer.
  case identityUnlinked(ProviderIdentity)
  /// The same password, stretched as new ones are.
  case passwordRestretched(Practitioner.ID, StoredPassword)
  /// Practitioners were shown to a help seeker on a day; counts of days before another are let go.
  case matchesShown([Practitioner.ID], on: LocalDay, countedFrom: LocalDay)
  /// The operator wants an email tried now; it gets as long as a new one of its kind.
  case emailRetried(OutboxEntry.ID, at: Date, useBy: Date)
  /// The operator wants an email not sent.
  case emailCancelled(OutboxEntry.ID, at: Date)
  /// A stream that waited goes on.
  case streamReleased(StreamPause, at: Date)
  /// Emails go to an address again.
  case addressReleased(EmailAddress)
  /// A practitioner offers a time that may be booked.
  case slotOffered(SlotOffer)
  case slotWithdrawn(SlotOffer.ID, of: Practitioner.ID)
  case daysOffSaved(Practitioner.ID, DaysOff)
  case daysOffForgotten(Practitioner.ID, DaysOff)
  case slotTermsSaved(Practitioner.ID, SlotBook.Terms)
  /// A booking, new or in the place of what stood.
  case bookingSaved(Booking)
  case bookingForgotten(Booking.ID)
  /// A request for a time, new or in the place of what stood.
  case requestSaved(TimeRequest)
  /// What was kept of people who booked goes, where it ended before these moments.
  case seekersForgotten(SeekersDecision.Ends)
}
