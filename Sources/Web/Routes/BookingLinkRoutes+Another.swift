import Domain
import Foundation
import Hummingbird
import Store

/// A seeker who asked for a time asks for another in its place.
extension BookingLinkRoutes {
  func showAnother(_ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    return again(opened, context)
  }

  /// What cannot be changed any more, or was not asked for, is shown as it stands.
  private func again(
    _ opened: Opened, _ context: SiteContext, wishes: String? = nil, notice: String? = nil,
    problems: Problems = Problems(), status: HTTPResponse.Status = .ok
  ) -> Response {
    guard let path = opened.another,
      opened.mayChange(site.settings.bookings, now: site.now())
    else { return page(opened, context) }
    let page = RequestAgainPage(
      appointment: opened.appointment, practitioner: opened.facts.practitioner.name,
      wishes: wishes ?? opened.request?.wishes ?? "", path: path, back: LinkTarget(opened.path),
      notice: notice, problems: problems)
    return site.page(page, context: context, status: status)
  }

  func askForAnother(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    let form = try await request.form(context)
    guard form["choice"] == "another", opened.another != nil, let asked = opened.request else {
      return again(opened, context, status: .badRequest)
    }
    guard let wishes = RequestForm.read(form["wishes"] ?? "") else {
      let problems = Problems("Shorten this to \(RequestForm.mostWishes) characters", about: "wishes")
      return again(opened, context, wishes: form["wishes"], problems: problems, status: .badRequest)
    }
    let (means, booking, zone) = (site.requestMeans(), opened.booking.id, site.settings.timeZone)
    let outcome = try await site.store.perform({ record in
      (try record.booking(booking), try record.requestFacts(asked.id, siteZone: zone, now: means.now))
    }) { RequestDecision.askAgain(wishes, for: $0, facts: $1, means) }
    switch outcome {
    case .done:
      site.queued()
      return site.seeOther(site.requestPath(asked).text)
    case .closed:
      let notice =
        "\(opened.facts.practitioner.name) takes nobody new just now. You can keep this time, or cancel it and look for "
        + "someone else."
      return again(opened, context, wishes: wishes, notice: notice, status: .conflict)
    case .over, .taken, .outside: return site.seeOther(opened.path)
    }
  }
}

extension BookingLinkRoutes.Opened {
  /// Where its seeker asks for another time; nil where they chose this one by themselves.
  var another: LinkTarget? {
    guard side == .seeker, request != nil, booking.state == .booked else { return nil }
    return LinkTarget("\(path)/another")
  }
}

extension Site {
  /// The page of a request for its seeker, for as long as the link in its emails works: 400 days.
  func requestPath(_ request: TimeRequest) -> LinkTarget {
    let token = LinkToken(
      .request, subject: request.id, choice: RequestReader.seeker.code, expiresAt: now() + 400 * 86_400)
    return LinkTarget("/q/\(keys.seal(token))")
  }
}
