import Foundation
import Testing

@testable import Domain

struct VerificationDecisionTests {
  private let event = Sample.id(30, of: SecurityEvent.self)

  private func decide(_ listing: Listing?, at moment: Date = Sample.now) throws -> Decision<
    VerificationDecision.Outcome
  > {
    VerificationDecision.decide(try Sample.practitioner(), listing: listing, event: event, now: moment)
  }

  @Test func `the number that was checked is recorded, and what else the listing is stays`() throws {
    var listing = try Sample.listing(wait: nil)
    listing.facts = ListingFacts(photo: "abc", isOpenToSeekers: true)
    let decision = try decide(listing)
    #expect(decision.outcome == .verified(number: "PSY0000000001"))
    var facts = listing.facts
    facts.verification = .init(number: "PSY0000000001", at: Sample.now)
    let line = SecurityEvent(
      id: event, practitioner: Sample.id(1), kind: .verified, at: Sample.now, detail: "number PSY0000000001")
    #expect(decision.changes == [.listingFactsSaved(Sample.id(1), facts), .securityEvent(line)])
  }

  @Test func `a number is checked once, and another number anew`() throws {
    var listing = try Sample.listing(wait: nil)
    listing.facts.verification = .init(number: "PSY0000000001", at: Sample.now - Sample.day)
    let again = try decide(listing)
    #expect(again.outcome == .alreadyVerified(number: "PSY0000000001", since: Sample.now - Sample.day))
    #expect(again.changes.isEmpty)
    listing.profile.registrationNumber = "PSY0000000002"
    #expect(try decide(listing).outcome == .verified(number: "PSY0000000002"))
  }

  @Test func `there must be a number to check`() throws {
    var listing = try Sample.listing(wait: nil)
    listing.profile.registrationNumber = ""
    for listing in [nil, listing] {
      let decision = try decide(listing)
      #expect(decision.outcome == .noNumber)
      #expect(decision.changes.isEmpty)
    }
    let nobody = VerificationDecision.decide(nil, listing: listing, event: event, now: Sample.now)
    #expect(nobody.outcome == .unknown)
  }
}
