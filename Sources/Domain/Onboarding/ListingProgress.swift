import Foundation

/// How far a member is with their listing: what each step's form shows, which steps are done, and what it all comes to.
public struct ListingProgress: Sendable {
  /// What is on record of a member's listing.
  public struct Facts: Sendable {
    /// Whose it is.
    public var practitioner: Practitioner
    /// Their listing, published or not; nil before the first.
    public var listing: Listing?
    /// What was typed since.
    public var draft: ListingDraft

    /// What is on record.
    public init(practitioner: Practitioner, listing: Listing?, draft: ListingDraft) {
      self.practitioner = practitioner
      self.listing = listing
      self.draft = draft
    }

    /// What was typed into a step's form last, else what the listing says; nil when neither is there.
    func typed(_ step: ListingStep) -> TypedForm? {
      draft[step] ?? listing.map { ListingContent(of: $0).typed(step) }
    }

    /// Whether colleagues see the listing: then each step is saved straight into it.
    public var isPublished: Bool { practitioner.publishedAt != nil && listing != nil }
  }

  /// What is on record.
  public let facts: Facts
  let form: ListingForm
  /// What the forms come to, as far as they are right.
  public let content: ListingContent
  private let problemsByStep: [ListingStep: [ListingProblem]]

  /// Reads what is on record.
  public init(_ facts: Facts, form: ListingForm) {
    self.facts = facts
    self.form = form
    var content = facts.listing.map(ListingContent.init) ?? ListingContent(name: facts.practitioner.name)
    var problems: [ListingStep: [ListingProblem]] = [:]
    for step in ListingStep.asking {
      if let typed = facts.draft[step] {
        problems[step] = form.read(typed, of: step, into: &content)
      } else if facts.listing != nil {
        // What nobody touched stays as it is, even where the rules have changed since.
        var copy = content
        problems[step] = form.read(content.typed(step), of: step, into: &copy)
      }
    }
    if let problem = Self.contradiction(facts, content, form) {
      problems[problem.field.step, default: []].append(problem)
    }
    self.content = content
    problemsByStep = problems
  }

  /// What a step's form shows: what was typed last, else what the listing says, else what most would say.
  public func typed(_ step: ListingStep) -> TypedForm {
    if let typed = facts.typed(step) { return typed }
    switch step {
    case .profession: return TypedForm([.name: [facts.practitioner.name]])
    case .sessions: return TypedForm([.language: ["en"]])
    default: return TypedForm()
    }
  }

  /// What is wrong with a step's form as it was last sent.
  public func problems(_ step: ListingStep) -> [ListingProblem] { problemsByStep[step] ?? [] }

  /// Whether a step was filled in, and nothing is wrong with it.
  public func isDone(_ step: ListingStep) -> Bool { problemsByStep[step]?.isEmpty ?? false }

  /// Where to go on: the first step that is not done, the preview when all are.
  public var firstNotDone: ListingStep { ListingStep.asking.first { !isDone($0) } ?? .preview }

  /// The listing as it would be published at a moment.
  public func listing(now: Date) -> Listing {
    Listing(
      of: practitioner, profile: content.profile,
      wait: content.wait.map { StatedWait($0, confirmedAt: now, means: .site) }, facts: listingFacts)
  }

  /// The member with the name they typed, in the time of their main place.
  var practitioner: Practitioner {
    var practitioner = facts.practitioner
    practitioner.name = content.name
    let places = content.profile.locations
    if let main = places.first, places != facts.listing?.profile.locations {
      practitioner.timeZone = form.reference.localities.timeZone(of: main) ?? practitioner.timeZone
    }
    return practitioner
  }

  /// Seekers and verification, beside the member's photo. What the operator checked was this number for this profession: of
  /// another it says nothing.
  var listingFacts: ListingFacts {
    var listed = facts.listing?.facts ?? ListingFacts()
    listed.photo = facts.practitioner.photo
    listed.isOpenToSeekers = content.isOpenToSeekers
    let before = facts.listing?.profile
    if before?.registrationNumber != content.profile.registrationNumber
      || before?.profession != content.profile.profession
    {
      listed.verification = nil
    }
    return listed
  }
}
