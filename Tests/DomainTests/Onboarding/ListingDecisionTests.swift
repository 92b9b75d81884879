import Foundation
import Testing

@testable import Domain

struct ListingDecisionTests {
  private let event = Sample.id(77, of: WaitEvent.self)

  private func unpublished(_ draft: ListingDraft = ListingDraft()) throws -> ListingProgress.Facts {
    var practitioner = try Sample.practitioner()
    practitioner.publishedAt = nil
    practitioner.photo = "photo"
    return ListingProgress.Facts(practitioner: practitioner, listing: nil, draft: draft)
  }

  private func published(_ content: ListingContent) throws -> ListingProgress.Facts {
    var practitioner = try Sample.practitioner()
    practitioner.name = content.name
    practitioner.photo = "photo"
    let facts = ListingFacts(
      photo: "photo", isOpenToSeekers: content.isOpenToSeekers,
      verification: .init(number: content.profile.registrationNumber, at: Sample.now - Sample.day))
    let listing = Listing(
      of: practitioner, profile: content.profile, wait: content.wait.map { Sample.wait($0) }, facts: facts)
    return ListingProgress.Facts(practitioner: practitioner, listing: listing, draft: ListingDraft())
  }

  private func save(
    _ typed: TypedForm, _ step: ListingStep, _ press: ListingDecision.Press = .save,
    _ facts: ListingProgress.Facts
  ) throws -> Decision<ListingDecision.Saved> {
    ListingDecision.save(
      typed, of: step, by: press, facts: facts, form: try ListingSample.form(), event: event, now: Sample.now)
  }

  private func draft(_ decision: Decision<ListingDecision.Saved>) -> ListingDraft? {
    for case .draftSaved(_, let draft, _) in decision.changes { return draft }
    return nil
  }

  @Test(arguments: ListingStep.asking)
  func `before publication a step is kept as it was typed, right or wrong, and the others stay`(
    step: ListingStep
  )
    throws
  {
    let whole = ListingSample.draft(try ListingSample.content(1))
    let first = try #require(ListingField.allCases.first { $0.step == step })
    let wrong = TypedForm([first: ["\u{1}"]])
    for press in [ListingDecision.Press.save, .keep] {
      let decision = try save(wrong, step, press, try unpublished(whole))
      var expected = whole
      expected[step] = step == .places ? try ListingSample.form().settled(wrong) : wrong
      #expect(decision.changes == [.draftSaved(Sample.id(), expected, at: Sample.now)])
      if press == .keep { #expect(decision.outcome == .kept) }
      guard press == .save else { continue }
      guard case .refused(let problems) = decision.outcome else {
        Issue.record("\(step) was taken")
        continue
      }
      #expect(!problems.isEmpty && problems.allSatisfy { $0.field.step == step })
    }
  }

  @Test func `a draft survives being written down`() throws {
    for seed in 0..<20 as Range<UInt64> {
      var draft = ListingSample.draft(try ListingSample.content(seed))
      draft[.about] = TypedForm([.bio: ["\u{0}\"\\😀\r\n"]])
      #expect(try JSONDecoder().decode(ListingDraft.self, from: JSONEncoder().encode(draft)) == draft)
    }
    #expect(ListingDraft().isEmpty)
  }

  @Test func `the steps lead in order to the preview, whichever was done first`() throws {
    let content = try ListingSample.content(2)
    var draft = ListingDraft()
    for step in ListingStep.asking.reversed() {
      let progress = ListingProgress(try unpublished(draft), form: try ListingSample.form())
      #expect(progress.firstNotDone == .profession)
      draft[step] = content.typed(step)
    }
    #expect(ListingProgress(try unpublished(draft), form: try ListingSample.form()).firstNotDone == .preview)
    #expect(ListingStep.allCases.compactMap(\.next) == Array(ListingStep.allCases.dropFirst()))
    #expect(ListingStep.allCases.compactMap(\.previous) == Array(ListingStep.allCases.dropLast()))
    #expect(Set(ListingField.allCases.map(\.step)) == Set(ListingStep.asking))
  }

  @Test(arguments: 0..<20)
  func `publishing makes the listing of the draft, whole, in the time of its main place`(seed: UInt64) throws
  {
    let content = try ListingSample.content(seed)
    let whole = ListingSample.draft(content)
    let form = try ListingSample.form()
    let decision = ListingDecision.publish(
      facts: try unpublished(whole), form: form, event: event, now: Sample.now)
    #expect(decision.outcome == .published)
    guard case .revised(let practitioner, let profile)? = decision.changes.first else {
      Issue.record("nothing revised")
      return
    }
    #expect(practitioner.name == content.name)
    let zone = content.profile.locations.first.flatMap { form.reference.localities.timeZone(of: $0) }
    #expect(practitioner.timeZone == zone)
    #expect(Set(profile.areas) == Set(content.profile.areas))
    #expect(profile.locations == content.profile.locations)
    let wait = StatedWait(try #require(content.wait), confirmedAt: Sample.now, means: .site)
    #expect(
      decision.changes.dropFirst() == [
        .listingFactsSaved(
          Sample.id(), ListingFacts(photo: "photo", isOpenToSeekers: content.isOpenToSeekers)),
        .published(Sample.id(), at: Sample.now), .draftSaved(Sample.id(), ListingDraft(), at: Sample.now),
        .waitSaid(Sample.id(), wait, WaitEvent(id: event, kind: .said, at: Sample.now, means: .site)),
      ])
  }

  @Test(arguments: ListingStep.asking)
  func `nothing is published while a step is missing or wrong`(step: ListingStep) throws {
    for typed in [nil, TypedForm([.bio: ["a\u{1}"]])] {
      var draft = ListingSample.draft(try ListingSample.content(3))
      draft[step] = typed
      let decision = ListingDecision.publish(
        facts: try unpublished(draft), form: try ListingSample.form(), event: event, now: Sample.now)
      #expect(decision.outcome == .notDone(step))
      #expect(decision.changes == [])
    }
  }

  @Test func `nothing is published twice, or by somebody who takes no part`() throws {
    let content = try ListingSample.content(3)
    var facts = try published(content)
    let form = try ListingSample.form()
    #expect(
      ListingDecision.publish(facts: facts, form: form, event: event, now: Sample.now).outcome == .nothingToDo
    )
    facts = try unpublished(ListingSample.draft(content))
    for standing in [Practitioner.Standing.suspended, .leaving, .erased] {
      facts.practitioner.standing = standing
      let decision = ListingDecision.publish(facts: facts, form: form, event: event, now: Sample.now)
      #expect(decision.outcome == .nothingToDo && decision.changes == [])
    }
  }

  @Test(arguments: ListingStep.asking)
  func `in a published listing a step changes what it is about and nothing else`(step: ListingStep) throws {
    let (before, after) = (try ListingSample.content(4), try ListingSample.content(5))
    var facts = try published(before)
    let other = try #require(ListingStep.asking.first { $0 != step })
    facts.draft[other] = TypedForm([.bio: ["a\u{1}"]])
    let decision = try save(after.typed(step), step, .save, facts)
    #expect(decision.outcome == .saved)
    var expected = before
    _ = try ListingSample.form().read(after.typed(step), of: step, into: &expected)
    var rest = ListingDraft()
    rest[other] = facts.draft[other]
    #expect(draft(decision) == rest)
    for change in decision.changes {
      switch change {
      case .revised(let practitioner, let profile):
        #expect(practitioner.name == expected.name && profile == expected.profile)
      case .listingFactsSaved(_, let facts): #expect(facts.isOpenToSeekers == expected.isOpenToSeekers)
      case .waitSaid(_, let wait, _): #expect(step == .wait && wait?.period == expected.wait)
      case .draftSaved: break
      default: Issue.record("\(change)")
      }
    }
  }

  @Test func `what is wrong in a published listing waits beside it, and can be forgotten`() throws {
    let facts = try published(try ListingSample.content(4))
    let wrong = TypedForm([.area: ["astrology"]])
    let decision = try save(wrong, .areas, .save, facts)
    var kept = facts
    kept.draft[.areas] = wrong
    #expect(decision.changes == [.draftSaved(Sample.id(), kept.draft, at: Sample.now)])
    #expect(ListingProgress(kept, form: try ListingSample.form()).typed(.areas) == wrong)
    #expect(
      try save(TypedForm(), .areas, .discard, kept).changes == [
        .draftSaved(Sample.id(), ListingDraft(), at: Sample.now)
      ])
  }

  @Test(arguments: ListingStep.asking)
  func `a step of a published listing that is kept as it was leaves nothing open`(step: ListingStep) throws {
    let content = try ListingSample.content(4)
    let facts = try published(content)
    #expect(draft(try save(content.typed(step), step, .keep, facts)) == ListingDraft())
    let other = try ListingSample.content(5).typed(step)
    guard other != content.typed(step) else { return }
    #expect(draft(try save(other, step, .keep, facts))?[step] == other)
  }

  @Test(arguments: [
    ("PSY0001234567", "psychologist", true), ("PSY0001234568", "psychologist", false),
    ("PSY0001234567", "clinical-psychologist", false),
  ])
  func `another number or profession is not verified`(number: String, profession: String, isKept: Bool) throws
  {
    var content = try ListingSample.content(4)
    content.profile.profession = "psychologist"
    content.profile.registrationNumber = "PSY0001234567"
    let facts = try published(content)
    content.profile.profession = profession
    content.profile.registrationNumber = number
    content.profile.pronouns = "he/him"
    let decision = try save(content.typed(.profession), .profession, .save, facts)
    #expect(decision.outcome == .saved)
    let saved = decision.changes.compactMap { change -> ListingFacts? in
      if case .listingFactsSaved(_, let facts) = change { facts } else { nil }
    }
    #expect(saved.map(\.verification) == (isKept ? [] : [nil]))
    #expect(saved.allSatisfy { $0.photo == "photo" })
  }

  @Test func `an edit leaves alone what the rules of today would refuse elsewhere`() throws {
    var content = try ListingSample.content(4)
    content.profile.areas = ["a-word-of-before"]
    content.profile.bio = String(repeating: "long ", count: 2_000)
    let decision = try save(TypedForm([.seekers: ["yes"]]), .seekers, .save, try published(content))
    #expect(decision.outcome == .saved)
    #expect(!decision.changes.contains { if case .revised = $0 { true } else { false } })
  }
}
