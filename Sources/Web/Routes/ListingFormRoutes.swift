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
    guard step == .preview else { return page(step, progress, member, context) }
    guard progress.firstNotDone == .preview else {
      return site.seeOther(self.path(progress.firstNotDone, progress))
    }
    return preview(progress, member, context)
  }

  private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
    let step = try step(context)
    if step == .about { return try await saveAbout(request, context) }
    let (member, sent) = try await site.memberForm(request, context)
    if step == .preview { return try await publish(member, sent, context) }
    let outcome = try await save(sent, of: step, by: Self.press(sent), member)
    let progress = try await progress(of: member)
    switch outcome {
    case .refused(let problems):
      return page(step, progress, member, problems: Problems(problems), context, status: .badRequest)
    case .saved, .kept: return site.seeOther(next(of: sent, step, progress))
    }
  }

  /// Keeps or saves what was typed into a step's form.
  func save(
    _ sent: Form, of step: ListingStep, by press: ListingDecision.Press, _ member: SiteContext.Member
  ) async throws -> ListingDecision.Saved {
    let form = site.listingForm
    let typed = TypedForm(sent, of: step)
    let (event, now) = (Self.newEvent(), site.now().inMilliseconds)
    return try await perform(member) {
      ListingDecision.save(typed, of: step, by: press, facts: $0, form: form, event: event, now: now)
    }
  }

  /// Where a step that is done with leads to.
  func next(of sent: Form, _ step: ListingStep, _ progress: ListingProgress) -> String {
    switch Self.press(sent) {
    case .save:
      return progress.facts.isPublished ? "/profile/listing" : path(step.next ?? .preview, progress)
    case .discard: return "/profile/listing"
    case .keep, .remove:
      let next = sent["press"] == "back" ? step.previous ?? step : step
      // Where it went on: at the field that finds places, or that has the photo.
      let field = next == step ? Self.goesOnAt[step] ?? "" : ""
      return path(next, progress) + field
    }
  }

  private static let goesOnAt: [ListingStep: String] = [
    .places: "#find-place", .about: "#\(PhotoField.name)",
  ]

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

  func progress(of member: SiteContext.Member) async throws -> ListingProgress {
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
  func path(_ step: ListingStep, _ progress: ListingProgress) -> String {
    guard progress.facts.isPublished else { return "/onboarding/\(step.rawValue)" }
    return step == .preview ? "/profile/listing" : "/profile/listing/\(step.rawValue)"
  }

  static func press(_ form: Form) -> ListingDecision.Press {
    if let label = form["remove"] { return .remove(label) }
    return switch form["press"] {
    case "back", "find", "photo", "remove-photo": .keep
    case "discard": .discard
    default: .save
    }
  }

  private static func newEvent() -> Identifier<WaitEvent> {
    var chance = Chance()
    return Identifier(using: &chance)
  }
}
