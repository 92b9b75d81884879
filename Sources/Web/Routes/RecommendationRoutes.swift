import Domain
import Hummingbird
import Store

/// "I would refer to this colleague", and taking it back.
struct RecommendationRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.post("/practitioners/:id/recommendation") { request, context in try await act(request, context) }
  }

  private func act(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    guard let id = Practitioner.ID(try context.parameters.require("id")) else {
      throw RequestProblem.notFound
    }
    guard let wish = try wish(form) else { return try tooLong(id, member, form, context) }
    let (asker, now) = (member.practitioner.id, site.now().inMilliseconds)
    let outcome = try await site.store.perform({ try $0.recommendationFacts(by: asker, of: id) }) {
      RecommendationDecision.decide(wish, facts: $0, now: now)
    }
    return try answer(outcome, id)
  }

  /// What the form asks for; nil when its sentence is too long.
  private func wish(_ form: Form) throws -> RecommendationDecision.Wish? {
    switch form["choice"] {
    case nil: Recommendation.sentence(form[RecommendationPanel.field] ?? "").map { .recommend($0) }
    case "withdraw": .withdraw
    default:
      throw RequestProblem.badRequest("The form asks for something that is not offered. Nothing was changed.")
    }
  }

  /// The page comes back with what was typed.
  private func tooLong(
    _ id: Practitioner.ID, _ member: SiteContext.Member, _ form: Form, _ context: SiteContext
  ) throws -> Response {
    let typed = form[RecommendationPanel.field]
    guard let page = site.listingPage(id, for: member, typed: typed) else { throw RequestProblem.notFound }
    return site.page(page, context: context, status: .badRequest)
  }

  private func answer(_ outcome: RecommendationDecision.Outcome, _ id: Practitioner.ID) throws -> Response {
    switch outcome {
    case .recommended: return site.seeOther("/practitioners/\(id)#recommendations")
    case .withdrawn:
      // Of whom can no longer be seen there is no page to go back to.
      return site.seeOther(
        site.store.directory[id] == nil ? "/listings" : "/practitioners/\(id)#recommendations")
    case .oneself: throw RequestProblem.badRequest("Nobody can recommend themselves.")
    case .askerIsNotListed:
      throw RequestProblem.badRequest("You can recommend colleagues once your own listing is published.")
    case .unknown: throw RequestProblem.notFound
    }
  }
}
