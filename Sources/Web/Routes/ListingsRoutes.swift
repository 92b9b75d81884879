import Domain
import Foundation
import Hummingbird
import Store
import Synchronization

/// What practitioners come for: who has room, and how fresh that answer is. No SQL on the way.
struct ListingsRoutes: Sendable {
  let site: Site
  private let order = ListingOrder()

  init(site: Site) { self.site = site }

  /// Listings a page.
  static let pageSize = 30

  func add(to router: Router<SiteContext>) {
    router.get("/listings") { request, context in try list(request, context) }
    router.get("/practitioners/:id") { _, context in try one(context) }
  }

  private func list(_ request: Request, _ context: SiteContext) throws -> Response {
    let member = try site.member(context)
    let view = ListingView(site: site, reader: member.practitioner)
    let isOfPeers = try isOfPeers(request)
    let listings = isOfPeers ? ofPeers(member, view) : all(view)
    let pages = max(1, (listings.count + Self.pageSize - 1) / Self.pageSize)
    let number = try pageNumber(request, of: pages)
    let start = (number - 1) * Self.pageSize
    let shown = listings[min(start, listings.count)..<min(start + Self.pageSize, listings.count)]
    let path = isOfPeers ? "/listings?recommended=peers&page=" : "/listings?page="
    return site.page(
      ListingsPage(
        total: listings.count, first: start + 1, rows: shown.map(view.row), pageNumber: number,
        pageCount: pages,
        previous: number > 1 ? "\(path)\(number - 1)" : nil,
        next: number < pages ? "\(path)\(number + 1)" : nil, isOfPeers: isOfPeers),
      context: context)
  }

  private func all(_ view: ListingView) -> [Listing] {
    order.byAvailability(view.directory, now: site.now(), zone: site.settings.timeZone)
  }

  /// Those whom the member's own colleagues recommend, in the same order as all.
  private func ofPeers(_ member: SiteContext.Member, _ view: ListingView) -> [Listing] {
    let peers = view.recommendations.recommendedByPeers(of: member.practitioner.id, in: view.directory)
    return view.directory.byAvailability(now: site.now(), among: peers)
  }

  private func isOfPeers(_ request: Request) throws -> Bool {
    guard let value = request.uri.queryParameters["recommended"] else { return false }
    guard value == "peers" else {
      throw RequestProblem.badRequest(
        "Listings can be those that are recommended by “peers”, and nothing else.")
    }
    return true
  }

  private func pageNumber(_ request: Request, of pages: Int) throws -> Int {
    guard let text = request.uri.queryParameters["page"] else { return 1 }
    guard let number = Int(text), (1...pages).contains(number) else {
      throw RequestProblem.badRequest(
        "There are \(pages) pages of listings; page must be a number from 1 to \(pages).")
    }
    return number
  }

  private func one(_ context: SiteContext) throws -> Response {
    let member = try site.member(context)
    guard let page = try site.listingPage(Practitioner.ID(context.parameters.require("id")), for: member)
    else {
      throw RequestProblem.notFound
    }
    return site.page(page, context: context)
  }
}

/// The default order, kept until a listing changes or the day does.
private final class ListingOrder: Sendable {
  private struct Key: Hashable {
    var version: Int
    var day: LocalDay
  }

  private let kept = Mutex<(key: Key, listings: [Listing])?>(nil)

  func byAvailability(_ directory: Directory, now: Date, zone: TimeZone) -> [Listing] {
    let key = Key(version: directory.version, day: LocalDay(now, in: zone))
    return kept.withLock { kept in
      if let kept, kept.key == key { return kept.listings }
      let listings = directory.byAvailability(now: now)
      kept = (key, listings)
      return listings
    }
  }
}
