import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// What practitioners come for: who has room, near enough, for the right thing. No SQL on the way.
struct ListingsRoutes: Sendable {
  let site: Site

  /// Listings a page.
  static let pageSize = 30

  func add(to router: Router<SiteContext>) {
    router.get("/listings") { request, context in try list(request, context) }
    router.get("/practitioners/:id") { request, context in try one(request, context) }
  }

  private func list(_ request: Request, _ context: SiteContext) throws -> Response {
    let member = try site.member(context)
    let query = request.uri.query ?? ""
    let version = site.store.memoryVersion
    let index = site.index
    let edition = PageEdition(of: query, version: version, moment: index.moment, for: member, site: site)
    if let unchanged = edition.unchanged(request) { return unchanged }
    let reading = SearchReading(query: query, terms: site.reference.facets)
    let found = FoundListings(
      reading, for: member.practitioner, in: index, site: site, pageSize: Self.pageSize)
    try check(found)
    let page = ListingsPageView(
      found: found, site: site, member: member, version: version, query: query
    ).page
    let isWhole = found.problems.isEmpty
    let response = site.page(
      page, context: context, status: isWhole ? .ok : .badRequest, encodingFor: request)
    return isWhole ? edition.put(on: response) : response
  }

  private func check(_ found: FoundListings) throws {
    let pages = found.results.pageCount
    guard found.search.page <= pages else {
      throw RequestProblem.badRequest(
        pages == 1
          ? "There is one page of these listings; page must be a number, and no other than 1."
          : "There are \(pages) pages of these listings; page must be a number from 1 to \(pages).")
    }
  }

  private func one(_ request: Request, _ context: SiteContext) throws -> Response {
    let member = try site.member(context)
    guard let page = try site.listingPage(Practitioner.ID(context.parameters.require("id")), for: member)
    else {
      throw RequestProblem.notFound
    }
    return site.page(page, context: context, encodingFor: request)
  }
}
