import Foundation

/// The operator has found a member's registration in the register.
public enum VerificationDecision {
  /// What the operator is told.
  public enum Outcome: Hashable, Sendable {
    /// This number is on record as checked.
    case verified(number: String)
    /// It was before, since then.
    case alreadyVerified(number: String, since: Date)
    /// There is no listing with a number to check.
    case noNumber
    /// Nobody has that name.
    case unknown
  }

  /// Decides by the listing as it stands: the number that was checked is recorded, so that another one is not verified.
  public static func decide(
    _ practitioner: Practitioner?, listing: Listing?, event: SecurityEvent.ID, now: Date
  ) -> Decision<Outcome> {
    guard let practitioner else { return Decision(.unknown) }
    guard let listing, !listing.profile.registrationNumber.isEmpty else { return Decision(.noNumber) }
    let number = listing.profile.registrationNumber
    if let since = listing.verifiedAt { return Decision(.alreadyVerified(number: number, since: since)) }
    var facts = listing.facts
    facts.verification = ListingFacts.Verification(number: number, at: now)
    let line = SecurityEvent(
      id: event, practitioner: practitioner.id, kind: .verified, at: now, detail: "number \(number)")
    return Decision(
      .verified(number: number),
      changes: [.listingFactsSaved(practitioner.id, facts), .securityEvent(line)])
  }
}
