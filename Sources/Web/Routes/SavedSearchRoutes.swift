import Domain
import Foundation
import Hummingbird
import Store

/// The searches that a member keeps: save one, call it otherwise, let it go.
struct SavedSearchRoutes: Sendable {
  let site: Site

  static let path = "/listings/searches"

  func add(to router: Router<SiteContext>) {
    router.get(RouterPath(Self.path)) { _, context in try show(context) }
    router.post(RouterPath(Self.path)) { request, context in try await save(request, context) }
    router.post("/listings/searches/:id") { request, context in try await change(request, context) }
  }

  private func show(_ context: SiteContext) throws -> Response {
    site.page(page(for: try site.member(context)), context: context)
  }

  private func page(for member: SiteContext.Member, problems: Problems = Problems()) -> SavedSearchesPage {
    let words = SearchWords(terms: site.reference.facets)
    return SavedSearchesPage(
      rows: site.store.savedSearches(of: member.practitioner.id).map { saved in
        let search = SearchReading(query: saved.query, terms: site.reference.facets).search
        let place = site.reference.localities.near(search.near)
        return .init(
          id: saved.id.text, name: saved.name, path: LinkTarget("/listings?\(saved.query)"),
          says: words.chips(search, near: place).map(\.label))
      }, formToken: site.formToken(member), problems: problems)
  }

  private func save(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let search = SearchReading(query: form["query"] ?? "", terms: site.reference.facets).search
    var chance = Chance()
    let wish = SavedSearchDecision.Wish.save(
      search, name: form["name"] ?? "", id: Identifier(using: &chance))
    let outcome = try await decide(wish, member)
    if outcome == .saved { return site.seeOther(FoundListings.path(search.firstPage).text) }
    return comeBack(member, outcome, about: "searches", context)
  }

  private func change(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    guard let id = SavedSearch.ID(try context.parameters.require("id")) else { throw RequestProblem.notFound }
    let wish: SavedSearchDecision.Wish =
      form["press"] == "forget" ? .forget(id) : .rename(id, name: form["name"] ?? "")
    let outcome = try await decide(wish, member)
    switch outcome {
    case .renamed, .forgotten: return site.seeOther(Self.path)
    case .unknown: throw RequestProblem.notFound
    default: return comeBack(member, outcome, about: "name-\(id)", context)
    }
  }

  private func decide(_ wish: SavedSearchDecision.Wish, _ member: SiteContext.Member) async throws
    -> SavedSearchDecision.Outcome
  {
    let (owner, now) = (member.practitioner.id, site.now().inMilliseconds)
    return try await site.store.perform({ try $0.savedSearches(of: owner) }) {
      SavedSearchDecision.decide(wish, by: owner, saved: $0, now: now)
    }
  }

  /// The list, with what was wrong.
  private func comeBack(
    _ member: SiteContext.Member, _ outcome: SavedSearchDecision.Outcome, about field: String,
    _ context: SiteContext
  ) -> Response {
    let page = page(for: member, problems: Problems(Self.sentence(outcome), about: field))
    return site.page(page, context: context, status: .badRequest)
  }

  private static func sentence(_ outcome: SavedSearchDecision.Outcome) -> String {
    switch outcome {
    case .everybody: "Choose something to search for first: all colleagues are what the page shows anyway."
    case .nameMissing: "Give the search a name"
    case .nameTooLong: "Shorten the name to \(SavedSearch.mostName) characters"
    case .nameTaken: "Another of your searches has this name"
    case .tooMany: "You keep \(SavedSearch.most) searches, which is the most: remove one first"
    case .saved, .renamed, .forgotten, .unknown: ""
    }
  }
}
