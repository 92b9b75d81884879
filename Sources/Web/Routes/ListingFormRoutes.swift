import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// The forms of a listing: step by step to publication, and afterwards each by itself.
struct ListingFormRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    for path in ["/onboarding", "/profile/listing"] {
      router.get(RouterPath(path)) { request, context in try await overview(request, context) }
      router.get(RouterPath(path + "/:step")) { request, context in try await show(request, context) }
      router.post(RouterPath(path + "/:step")) { request, context in try await save(request, context) }
    }
  }

  /// The first step that is not done; of a published listing all its sections.
  private func overview(_ request: Request, _ context: SiteContext) async throws -> Response {
    let progress = try await progress(of: try site.member(context))
    guard progress.facts.isPublished else { return site.seeOther(path(progress.firstNotDone, progress)) }
    guard request.uri.path == "/profile/listing" else { return site.seeOther("/profile/listing") }
    return site.page(sections(progress, context), context: context)
  }

  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    let member = try site.member(context)
    let step = try step(context)
    let progress = try await progress(of: member)
    let path = path(step, progress)
    guard request.uri.path == path else { return site.seeOther(path) }
    guard step == .preview else { return page(step, progress, member, problems: [], context) }
    guard progress.firstNotDone == .preview else {
      return site.seeOther(self.path(progress.firstNotDone, progress))
    }
    return preview(progress, member, context)
  }

  private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, sent) = try await site.memberForm(request, context)
    let step = try step(context)
    if step == .preview { return try await publish(member, sent, context) }
    let form = site.listingForm
    let press = Self.press(sent)
    let typed = TypedForm(sent, of: step)
    let (event, now) = (Self.newEvent(), site.now().inMilliseconds)
    let outcome = try await perform(member) {
      ListingDecision.save(typed, of: step, by: press, facts: $0, form: form, event: event, now: now)
    }
    let progress = try await progress(of: member)
    switch outcome {
    case .refused(let problems):
      return page(step, progress, member, problems: problems, context, status: .badRequest)
    case .saved: return site.seeOther(after(step, progress))
    case .kept where press == .discard: return site.seeOther("/profile/listing")
    case .kept:
      let next = sent["press"] == "back" ? step.previous ?? step : step
      // Where it went on: at the field that finds places.
      return site.seeOther(path(next, progress) + (next == step && step == .places ? "#find-place" : ""))
    }
  }

  private func publish(_ member: SiteContext.Member, _ sent: Form, _ context: SiteContext) async throws
    -> Response
  {
    if sent["press"] == "back" { return site.seeOther("/onboarding/seekers") }
    let form = site.listingForm
    let (event, now) = (Self.newEvent(), site.now().inMilliseconds)
    let outcome = try await perform(member) {
      ListingDecision.publish(facts: $0, form: form, event: event, now: now)
    }
    switch outcome {
    case .published, .nothingToDo: return site.seeOther("/profile/listing")
    case .notDone(let step): return site.seeOther("/onboarding/\(step.rawValue)")
    }
  }

  private func perform<Outcome: Sendable>(
    _ member: SiteContext.Member, decide: @escaping @Sendable (ListingProgress.Facts) -> Decision<Outcome>
  ) async throws -> Outcome {
    let id = member.practitioner.id
    return try await site.store.perform({ record in
      guard let facts = try record.listingProgress(of: id) else { throw RequestProblem.notFound }
      return facts
    }) { decide($0) }
  }

  private func progress(of member: SiteContext.Member) async throws -> ListingProgress {
    let id = member.practitioner.id
    guard let facts = try await site.store.read({ try $0.listingProgress(of: id) }) else {
      throw RequestProblem.notFound
    }
    return ListingProgress(facts, form: site.listingForm)
  }

  private func step(_ context: SiteContext) throws -> ListingStep {
    guard let step = ListingStep(rawValue: try context.parameters.require("step")) else {
      throw RequestProblem.notFound
    }
    return step
  }

  /// Where a step's form is: there is one place for it at a time.
  private func path(_ step: ListingStep, _ progress: ListingProgress) -> String {
    guard progress.facts.isPublished else { return "/onboarding/\(step.rawValue)" }
    return step == .preview ? "/profile/listing" : "/profile/listing/\(step.rawValue)"
  }

  private func after(_ step: ListingStep, _ progress: ListingProgress) -> String {
    progress.facts.isPublished ? "/profile/listing" : path(step.next ?? .preview, progress)
  }

  private static func press(_ form: Form) -> ListingDecision.Press {
    if let label = form["remove"] { return .remove(label) }
    return switch form["press"] {
    case "back", "find": .keep
    case "discard": .discard
    default: .save
    }
  }

  private static func newEvent() -> Identifier<WaitEvent> {
    var chance = SystemRandomNumberGenerator()
    return Identifier(using: &chance)
  }
}

/// Their pages.
extension ListingFormRoutes {
  private func page(
    _ step: ListingStep, _ progress: ListingProgress, _ member: SiteContext.Member,
    problems: [ListingProblem],
    _ context: SiteContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let view = ListingFormView(
      reference: site.reference, typed: progress.typed(step), problems: Problems(problems))
    let place: ListingStepPage.Place =
      progress.facts.isPublished
      ? .editing(isOpen: progress.facts.draft[step] != nil)
      : .onboarding(steps(progress, at: step), hasBack: step.previous != nil)
    let page = ListingStepPage(
      heading: step.heading, intro: step.intro, place: place, path: LinkTarget(path(step, progress)),
      formToken: site.formToken(member), problems: view.problems, items: view.items(of: step),
      script: Self.script(of: step))
    return site.page(page, context: context, status: status)
  }

  /// What makes a form easier where scripts are on.
  static func script(of step: ListingStep) -> Asset? {
    switch step {
    case .places: .placesScript
    case .areas, .sessions: .filterScript
    case .profession, .clients, .about, .wait, .seekers, .preview: nil
    }
  }

  private func steps(_ progress: ListingProgress, at step: ListingStep) -> StepProgress {
    StepProgress(
      steps: ListingStep.allCases.map {
        .init(title: $0.heading, path: LinkTarget("/onboarding/\($0.rawValue)"), isDone: progress.isDone($0))
      }, current: step.number)
  }

  private func preview(
    _ progress: ListingProgress, _ member: SiteContext.Member, _ context: SiteContext
  ) -> Response {
    let view = ListingView(site: site, reader: member.practitioner)
    let page = ListingPreviewPage(
      listing: view.page(progress.listing(now: site.now())), progress: steps(progress, at: .preview),
      formToken: site.formToken(member))
    return site.page(page, context: context)
  }

  private func sections(_ progress: ListingProgress, _ context: SiteContext) -> ListingSectionsPage {
    let facts = progress.facts
    let view = ListingView(site: site, reader: facts.practitioner)
    return ListingSectionsPage(
      listingPath: "/practitioners/\(facts.practitioner.id.text)",
      isVerified: facts.listing?.verifiedAt != nil,
      sections: ListingStep.asking.map { step in
        .init(
          title: step.heading, path: "/profile/listing/\(step.rawValue)",
          says: facts.listing.map { view.summary($0, of: step) } ?? [], isOpen: facts.draft[step] != nil)
      })
  }
}
