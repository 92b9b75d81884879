import Domain
import Foundation
import Hummingbird
import Store

/// The link of a digest that offers times to help seekers: GET shows the form, POST publishes, and the page that it leads to takes
/// that back. Nothing here shows who has taken any.
struct OfferingRoutes: Sendable {
  let site: Site

  /// A time that was offered can be taken back here for a day, in seconds; on the member's own page always.
  private static let resultLasts: TimeInterval = 86_400

  func add(to router: Router<SiteContext>) {
    router.get("/t/:token") { _, context in
      try await withLink(context) { site.page($0.page(), context: context) }
    }
    router.post("/t/:token") { request, context in try await offer(request, context) }
    router.get("/t/:token/:result") { _, context in
      try await withResult(context) { site.page($0.page(), context: context) }
    }
    router.post("/t/:token/:result") { request, context in try await takeBack(request, context) }
  }

  /// Whatever is wrong with a link, the answer is the same; one that is genuine and too old says where else times are offered.
  private func withLink(
    _ context: SiteContext, _ work: (OfferingLink) async throws -> Response
  ) async throws -> Response {
    let text = try context.parameters.require("token")
    let token: LinkToken
    do throws(LinkTokenError) {
      token = try site.keys.open(text, for: .offering, now: site.now())
    } catch .expired {
      return site.page(OfferingExpiredPage(), context: context, status: .gone)
    } catch { return unknown(context) }
    guard let id = token.subjectID(Practitioner.self), let facts = try await site.bookingFacts(id),
      facts.practitioner.isListed
    else { return unknown(context) }
    return try await work(OfferingLink(text: text, facts: facts))
  }

  /// Only whoever offered a time has the address of this page: it is in no email. One that is too old leads back to the link.
  private func withResult(
    _ context: SiteContext, _ work: (OfferingResult) async throws -> Response
  ) async throws -> Response {
    try await withLink(context) { link in
      let text = try context.parameters.require("result")
      let token: LinkToken
      do throws(LinkTokenError) {
        token = try site.keys.open(text, for: .offeringResult, now: site.now())
      } catch .expired { return site.seeOther(link.path) } catch { return unknown(context) }
      guard let offer = token.subjectID(SlotOffer.self) else { return unknown(context) }
      return try await work(OfferingResult(link: link, text: text, offer: offer))
    }
  }

  private func unknown(_ context: SiteContext) -> Response {
    site.page(LinkInvalidPage(), context: context, status: .notFound)
  }

  /// The button itself says it: what a script submits by itself publishes nothing.
  private func offer(_ request: Request, _ context: SiteContext) async throws -> Response {
    try await withLink(context) { link in
      guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
      let form = try await request.form(context)
      let typed = SlotForm(form)
      guard form["choice"] == NewSlotForm.choice else {
        return site.page(link.page(typed), context: context, status: .badRequest)
      }
      if let seconds = site.bookingLimits.take(site.network(of: request, context), now: site.now()) {
        return site.tooFast(seconds, context)
      }
      switch try await site.publish(typed, by: link.facts) {
      case .refused(let problems):
        return site.page(link.page(typed, problems), context: context, status: .badRequest)
      case .saved(let offer): return site.seeOther("\(link.path)/\(result(of: offer))")
      }
    }
  }

  private func result(of offer: SlotOffer) -> String {
    let token = LinkToken(.offeringResult, subject: offer.id, expiresAt: site.now() + Self.resultLasts)
    return site.keys.seal(token)
  }

  private func takeBack(_ request: Request, _ context: SiteContext) async throws -> Response {
    try await withResult(context) { result in
      guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
      guard try await request.form(context)["choice"] == OfferedPage.undo else {
        return site.page(result.page(), context: context, status: .badRequest)
      }
      try await site.withdraw(result.offer, of: result.link.facts.practitioner.id)
      return site.seeOther(result.path)
    }
  }
}

/// A genuine link to offer times, with whose it is.
private struct OfferingLink: Sendable {
  let text: String
  let facts: BookingFacts

  var path: String { "/t/\(text)" }

  func page(_ typed: SlotForm = SlotForm(), _ problems: Problems = Problems()) -> OfferingPage {
    OfferingPage(facts, typed: typed, path: LinkTarget(path), problems)
  }
}

/// What the same link has just offered.
private struct OfferingResult: Sendable {
  let link: OfferingLink
  let text: String
  let offer: SlotOffer.ID

  var path: String { "\(link.path)/\(text)" }

  /// It stands, or it was taken back.
  func page() -> OfferedPage {
    let standing = link.facts.book.offers.first { $0.id == offer }.map { SlotsPage.Offer($0) }
    return OfferedPage(
      offer: standing, closed: link.facts.whyClosed, path: LinkTarget(path), again: LinkTarget(link.path))
  }
}
