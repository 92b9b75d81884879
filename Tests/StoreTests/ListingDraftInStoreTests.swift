import Domain
import Foundation
import Testing

@testable import Store

struct ListingDraftInStoreTests {
  /// A member with an account and no listing.
  private func newcomer() throws -> Practitioner {
    var practitioner = try Sample.practitioner(1)
    practitioner.publishedAt = nil
    return practitioner
  }

  private var draft: ListingDraft {
    var draft = ListingDraft()
    draft[.profession] = TypedForm([.name: ["Dr \u{0} '; DROP TABLE listing; --"], .registration: ["PSY12"]])
    draft[.about] = TypedForm([.bio: ["one\r\ntwo 😀"]])
    return draft
  }

  private var publication: [Change] {
    get throws {
      var named = try newcomer()
      named.name = "Dr New Name"
      named.timeZone = "Australia/Darwin"
      return [
        .revised(named, Sample.profile(1)), .listingFactsSaved(named.id, ListingFacts(isOpenToSeekers: true)),
        .published(named.id, at: Sample.now), .draftSaved(named.id, ListingDraft(), at: Sample.now),
        .waitSaid(named.id, Sample.said(.now, means: .site), Sample.event(1)),
      ]
    }
  }

  @Test func `a draft is there after a restart as it was typed, the last one in the place of the one before`()
    async throws
  {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    let newcomer = try newcomer()
    try await store.apply([
      .accountOpened(newcomer), .draftSaved(newcomer.id, ListingDraft(), at: Sample.now),
    ])
    #expect(try await store.read { try $0.listingDraft(of: newcomer.id) } == nil)
    var first = draft
    first[.wait] = TypedForm([.waitingPeriod: ["now"]])
    for saved in [first, draft] { try await store.apply([.draftSaved(newcomer.id, saved, at: Sample.now)]) }
    try store.close()
    store = try scratch.open()
    let facts = try await store.read { try $0.listingProgress(of: newcomer.id) }
    #expect(facts?.draft == draft)
    #expect(facts?.practitioner == newcomer)
    #expect(facts?.listing == nil && facts?.isPublished == false)
    #expect(store.directory.count == 0)
    #expect(try await store.read { try $0.listingProgress(of: Sample.id(2)) } == nil)
    try store.close()
  }

  @Test func `a publication is whole and seen at once`() async throws {
    try await ScratchStore.with { store in
      let newcomer = try newcomer()
      try await store.apply([.accountOpened(newcomer), .draftSaved(newcomer.id, draft, at: Sample.now)])
      try await store.apply(try publication)
      let listing = try #require(store.directory[newcomer.id])
      #expect(listing.name == "Dr New Name" && listing.profile == Sample.profile(1))
      #expect(listing.wait == Sample.said(.now, means: .site))
      #expect(listing.facts == ListingFacts(isOpenToSeekers: true))
      let facts = try #require(try await store.read { try $0.listingProgress(of: newcomer.id) })
      #expect(facts.isPublished && facts.draft.isEmpty && facts.listing == listing)
      #expect(facts.practitioner.timeZone == "Australia/Darwin")
      #expect(try await store.number("SELECT count(*) FROM listing_draft") == 0)
    }
  }

  @Test(arguments: 0...5)
  func `a publication that fails anywhere leaves no trace`(count: Int) async throws {
    try await ScratchStore.with { store in
      let newcomer = try newcomer()
      try await store.apply([.accountOpened(newcomer), .draftSaved(newcomer.id, draft, at: Sample.now)])
      // A wait of somebody who is not there breaks a foreign key.
      let broken = Change.waitSaid(Sample.id(9), Sample.said(.now), Sample.event(2))
      let changes = try publication.prefix(count) + [broken] + publication.dropFirst(count)
      await #expect(throws: (any Error).self) { try await store.apply(Array(changes)) }
      #expect(store.directory.count == 0)
      let facts = try #require(try await store.read { try $0.listingProgress(of: newcomer.id) })
      #expect(facts.practitioner == newcomer && facts.listing == nil && facts.draft == draft)
    }
  }
}
