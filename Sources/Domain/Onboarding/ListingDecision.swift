import Foundation

/// Filling in the forms of a listing, and publishing it.
public enum ListingDecision {
  /// Which button sent a step's form.
  public enum Press: Hashable, Sendable {
    /// Go on: the step is to be right.
    case save
    /// Keep it as it is, right or not.
    case keep
    /// Take a place out, by its label.
    case remove(String)
    /// Forget what was typed since the listing was last saved.
    case discard
  }

  /// What became of a step's form.
  public enum Saved: Hashable, Sendable {
    /// It is right, and saved.
    case saved
    /// What was typed is kept.
    case kept
    /// What was typed is kept, and this is wrong with it.
    case refused([ListingProblem])
  }

  /// Decides a step's form. Before publication it goes into the draft, right or not; after that into the listing once it is right,
  /// and into the draft until then.
  public static func save(
    _ typed: TypedForm, of step: ListingStep, by press: Press, facts: ListingProgress.Facts,
    form: ListingForm,
    event: Identifier<WaitEvent>, now: Date
  ) -> Decision<Saved> {
    var facts = facts
    let id = facts.practitioner.id
    if press == .discard {
      facts.draft[step] = nil
      return Decision(.kept, changes: [.draftSaved(id, facts.draft, at: now)])
    }
    let removed: String? = if case .remove(let label) = press { label } else { nil }
    facts.draft[step] = step == .places ? form.settled(typed, removing: removed) : typed
    guard press == .save else {
      if facts.saysNothingNew(step, form: form) { facts.draft[step] = nil }
      return Decision(.kept, changes: [.draftSaved(id, facts.draft, at: now)])
    }
    let progress = ListingProgress(facts, form: form)
    let problems = progress.problems(step)
    guard problems.isEmpty, facts.isPublished else {
      return Decision(
        problems.isEmpty ? .saved : .refused(problems), changes: [.draftSaved(id, facts.draft, at: now)])
    }
    return Decision(.saved, changes: revise(step, by: facts, form: form, event: event, now: now))
  }

  /// Saves one step into a published listing; what is open of the others stays in the draft.
  private static func revise(
    _ step: ListingStep, by facts: ListingProgress.Facts, form: ListingForm, event: Identifier<WaitEvent>,
    now: Date
  ) -> [Change] {
    var rest = facts.draft
    rest[step] = nil
    let progress = ListingProgress(facts.alone(step), form: form)
    let id = facts.practitioner.id
    var changes: [Change] = []
    if progress.practitioner != facts.practitioner || progress.content.profile != facts.listing?.profile {
      changes.append(.revised(progress.practitioner, progress.content.profile))
    }
    if progress.listingFacts != facts.listing?.facts {
      changes.append(.listingFactsSaved(id, progress.listingFacts))
    }
    if step == .wait { changes += said(progress, event: event, now: now) }
    return changes + [.draftSaved(id, rest, at: now)]
  }

  /// What became of the wish to publish.
  public enum Published: Hashable, Sendable {
    /// Colleagues see the listing.
    case published
    /// A step is not done.
    case notDone(ListingStep)
    /// It is published already, or its member takes no part.
    case nothingToDo
  }

  /// Decides on publication: the listing, whole, from the draft that made it.
  public static func publish(
    facts: ListingProgress.Facts, form: ListingForm, event: Identifier<WaitEvent>, now: Date
  ) -> Decision<Published> {
    let progress = ListingProgress(facts, form: form)
    guard !facts.isPublished, facts.practitioner.takesPart else { return Decision(.nothingToDo) }
    guard progress.firstNotDone == .preview else { return Decision(.notDone(progress.firstNotDone)) }
    let id = facts.practitioner.id
    let changes: [Change] = [
      .revised(progress.practitioner, progress.content.profile),
      .listingFactsSaved(id, progress.listingFacts),
      .published(id, at: now), .draftSaved(id, ListingDraft(), at: now),
    ]
    return Decision(.published, changes: changes + said(progress, event: event, now: now))
  }

  private static func said(_ progress: ListingProgress, event: Identifier<WaitEvent>, now: Date) -> [Change] {
    guard let period = progress.content.wait else { return [] }
    return [
      .waitSaid(
        progress.facts.practitioner.id, StatedWait(period, confirmedAt: now, means: .site),
        WaitEvent(id: event, kind: .said, at: now, means: .site))
    ]
  }
}

extension ListingProgress.Facts {
  /// The same with nothing typed but into one step.
  fileprivate func alone(_ step: ListingStep) -> Self {
    var alone = self
    alone.draft = ListingDraft()
    alone.draft[step] = draft[step]
    return alone
  }

  /// Whether a step of a published listing says what colleagues see already: then nothing of it is open.
  fileprivate func saysNothingNew(_ step: ListingStep, form: ListingForm) -> Bool {
    guard isPublished, let listing else { return false }
    let progress = ListingProgress(alone(step), form: form)
    return progress.problems(step).isEmpty && progress.content == ListingContent(of: listing)
  }
}
