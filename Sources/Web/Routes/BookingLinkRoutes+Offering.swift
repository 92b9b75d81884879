import Domain
import Foundation
import Hummingbird
import Store

/// A practitioner moves what came of a request as they answered it: to a time of the short list, or one that they type.
extension BookingLinkRoutes {
  /// What cannot be changed any more is shown as it stands.
  func offerPage(
    _ opened: Opened, _ context: SiteContext, typed: OfferedTimeForm? = nil,
    _ problems: Problems = Problems(),
    status: HTTPResponse.Status = .ok
  ) -> Response {
    guard opened.mayChange(site.settings.bookings, now: site.now()) else { return page(opened, context) }
    let form = typed ?? OfferedTimeForm(suggestedBy: opened.facts, moving: opened.booking.slot)
    let page = RequestMovePage(
      appointment: opened.appointment, wishes: opened.request?.wishes ?? "",
      offer: site.fields(form, of: opened.facts, moving: opened.booking, problems),
      path: LinkTarget("\(opened.path)/move"), back: LinkTarget(opened.path))
    return site.page(page, context: context, status: status)
  }

  func offer(_ form: Form, _ opened: Opened, _ context: SiteContext) async throws -> Response {
    guard form["choice"] == "move", let asked = opened.request else {
      return offerPage(opened, context, status: .badRequest)
    }
    let typed = OfferedTimeForm(form)
    let (means, booking, zone) = (site.requestMeans(), opened.booking.id, site.settings.timeZone)
    let offered = try await site.offer(typed, of: opened.facts) { slot in
      try await site.store.perform({ record in
        (try record.booking(booking), try record.requestFacts(asked.id, siteZone: zone, now: means.now))
      }) { RequestDecision.move($0, to: slot, facts: $1, means) }
    }
    guard case .wrong(let problems, let status) = offered else { return site.seeOther(opened.path) }
    return offerPage(opened, context, typed: typed, problems, status: status)
  }
}

extension BookingLinkRoutes.Opened {
  /// Whether its times are its practitioner's to offer, as they may publish none.
  var isOffered: Bool { side == .practitioner && request != nil }
}
