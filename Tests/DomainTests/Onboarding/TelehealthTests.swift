import Foundation
import Testing

@testable import Domain

/// Two steps that contradict each other: telehealth only, and sessions in person.
struct TelehealthTests {
  private let telehealthOnly = TypedForm([.telehealthOnly: ["yes"]])
  private let placed = TypedForm([.place: ["Darwin NT 0800"]])

  private func sessions(_ modes: String...) -> TypedForm { TypedForm([.mode: modes, .language: ["en"]]) }

  private func progress(_ places: TypedForm?, _ sessions: TypedForm?, published listing: Listing? = nil)
    throws
    -> ListingProgress
  {
    var practitioner = try Sample.practitioner()
    practitioner.publishedAt = listing.map { _ in Sample.now }
    var draft = ListingDraft()
    draft[.places] = places
    draft[.sessions] = sessions
    return ListingProgress(
      .init(practitioner: practitioner, listing: listing, draft: draft), form: try ListingSample.form())
  }

  @Test(arguments: ListingProgress.modesWithPlace.sorted())
  func `a way to meet that needs a place is refused beside its field, by its own name`(mode: String) throws {
    let terms = try ListingSample.form().reference.taxonomy.sessionModes.terms
    let label = try #require(terms.first { $0.slug == mode }?.label, "the taxonomy has no \(mode)")
    let progress = try progress(telehealthOnly, sessions("phone", mode))
    #expect(progress.problems(.sessions).map(\.field) == [.mode])
    #expect(progress.problems(.sessions).allSatisfy { $0.sentence.contains("“\(label)”") })
    #expect(progress.isDone(.places) && !progress.isDone(.sessions))
  }

  @Test func `what does not contradict itself is right`() throws {
    for (places, sessions) in [
      (telehealthOnly, sessions("phone", "video-telehealth")), (placed, sessions("in-person")),
      (placed, sessions("phone")), (nil, sessions("in-person")), (telehealthOnly, nil),
    ] as [(TypedForm?, TypedForm?)] {
      let progress = try progress(places, sessions)
      #expect(progress.problems(.places) == [] && progress.problems(.sessions) == [])
    }
  }

  private func listing(_ modes: [String], places: [PracticeLocation]) throws -> Listing {
    var content = try ListingSample.content(4)
    content.profile.sessionModes = modes
    content.profile.locations = places
    return Listing(
      of: try Sample.practitioner(), profile: content.profile, wait: nil, facts: ListingFacts())
  }

  @Test func `in a published listing it is said where it was brought about`() throws {
    let darwin = try #require(PracticeLocation(label: "Darwin NT 0800"))
    let inPerson = try progress(
      telehealthOnly, nil, published: try listing(["in-person"], places: [darwin]))
    #expect(inPerson.problems(.places).map(\.field) == [.telehealthOnly])
    let remote = try progress(nil, sessions("in-person"), published: try listing(["phone"], places: []))
    #expect(remote.problems(.sessions).map(\.field) == [.mode])
    // One of before is left alone until somebody touches it.
    let before = try progress(nil, nil, published: try listing(["in-person"], places: []))
    #expect(before.problems(.places) == [] && before.problems(.sessions) == [])
  }
}
