import Domain
import Foundation
import Store

extension Store {
  /// Lets help seekers find two thirds of the made-up members, as if the operator had verified them.
  func openToSeekers(now: Date) async throws {
    let listings = directory.byAvailability(now: now)
    let changes = listings.enumerated().filter { $0.offset % 3 > 0 }.map { _, listing in
      var facts = listing.facts
      facts.isOpenToSeekers = true
      facts.verification = ListingFacts.Verification(number: listing.profile.registrationNumber, at: now)
      return Change.listingFactsSaved(listing.practitioner, facts)
    }
    try await perform({ _ in }) { Decision((), changes: changes) }
  }
}
