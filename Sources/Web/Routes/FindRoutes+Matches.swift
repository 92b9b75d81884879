import Domain
import Foundation
import Hummingbird
import Store

/// Who may fit. A GET shows the order that the last POST decided on, over the listings as they are.
extension FindRoutes {
  /// Pages of matches at the most: whoever is not among these has asked for too little.
  private static let mostPages = 5

  func showMatches(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let enquiry = site.enquiry(of: request) else { return anew }
    guard let seed = enquiry.seed, form.isComplete(enquiry) else { return site.seeOther(place(in: enquiry)) }
    let pages = min(Self.mostPages, max(1, request.uri.queryParameters["pages"].flatMap { Int($0) } ?? 1))
    let matching = site.matching(enquiry)
    let matches = matching.first(pages * site.reference.matching.shown, seed: seed)
    let view = MatchesView(
      site: site, enquiry: enquiry, matching: matching, matches: matches,
      free: try await site.withFreeTimes(matches.map(\.listing.practitioner)), pages: pages,
      isLast: pages == Self.mostPages)
    return site.page(view.page, context: context, encodingFor: request)
  }

  /// Gives up a wish, and shows who fits then.
  func giveUp(_ request: Request, _ context: SiteContext) async throws -> Response {
    try check(request)
    let sent = try await request.form(context)
    guard let enquiry = site.enquiry(of: request) else { return anew }
    guard form.isComplete(enquiry) else { return site.seeOther(place(in: enquiry)) }
    guard let waiver = sent["give-up"].flatMap(MatchWaiver.init(rawValue:)) else {
      throw RequestProblem.badRequest("Choose which wish to give up.")
    }
    return try await finish(enquiry.waiving(waiver), request, context)
  }

  /// Decides the order of equals and counts who is on the first page: nothing of the enquiry is written.
  func finish(_ enquiry: Enquiry, _ request: Request, _ context: SiteContext) async throws -> Response {
    var enquiry = enquiry
    let (matching, rules, now) = (site.matching(enquiry), site.reference.matching, site.now())
    let draws = Self.seeds().map {
      MatchOrderDecision.Draw(seed: $0, page: matching.practitioners(rules.shown, seed: $0))
    }
    enquiry.seed = draws.first?.seed
    let isSomebodyShown = draws.contains { !$0.page.isEmpty }
    if isSomebodyShown, site.countingLimits.mayCount(site.network(of: request, context), now: now) {
      let day = LocalDay(now, in: site.settings.timeZone)
      let first = LocalDay(number: day.number - rules.lately + 1)
      let drawn = Set(draws.flatMap(\.page))
      enquiry.seed = try await site.store.perform({ try $0.exposures(of: drawn, since: first) }) {
        MatchOrderDecision.decide(draws, shown: $0, day: day, rules: rules)
      }
    }
    return site.seeOther(Self.matches, cookies: [try site.cookie(keeping: enquiry)])
  }

  private static func seeds() -> [UInt64] {
    var chance = Chance()
    return (0..<MatchOrderDecision.draws).map { _ in chance.next() }
  }
}

extension Site {
  /// Those of some members who have free times to choose from.
  fileprivate func withFreeTimes(_ members: [Practitioner.ID]) async throws -> Set<Practitioner.ID> {
    let (zone, now) = (settings.timeZone, now())
    return try await store.read { record in
      let facts = try record.bookingFacts(of: members, siteZone: zone, now: now)
      return Set(facts.filter { !$1.free(for: .anybody, now: now).isEmpty }.keys)
    }
  }
}
