import Domain
import HTTPTypes
import Hummingbird

/// The pages of a listing in the making, and of one that is published.
extension ListingFormRoutes {
  func page(
    _ step: ListingStep, _ progress: ListingProgress, _ member: SiteContext.Member,
    problems: Problems = Problems(), _ context: SiteContext, status: HTTPResponse.Status = .ok
  ) -> Response {
    let own = progress.facts.practitioner
    let view = ListingFormView(
      reference: site.reference, typed: progress.typed(step), problems: problems,
      portrait: .of(own.id, name: own.name, photo: own.photo))
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

  func preview(
    _ progress: ListingProgress, _ member: SiteContext.Member, _ context: SiteContext
  ) -> Response {
    let view = ListingView(site: site, reader: member.practitioner)
    let page = ListingPreviewPage(
      listing: view.page(progress.listing(now: site.now())), progress: steps(progress, at: .preview),
      formToken: site.formToken(member))
    return site.page(page, context: context)
  }

  func sections(_ progress: ListingProgress, _ context: SiteContext) -> ListingSectionsPage {
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
