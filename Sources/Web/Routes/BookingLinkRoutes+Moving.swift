import Domain
import Foundation
import Hummingbird
import Store

/// Another time for a booking: one of those that are free, or for what was asked for one that its practitioner offers.
extension BookingLinkRoutes {
  func chooseAnother(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    return opened.isOffered ? offerPage(opened, context) : movePage(opened, request, context)
  }

  private func movePage(
    _ opened: Opened, _ request: Request, _ context: SiteContext, notice: String? = nil,
    problems: Problems = Problems(), status: HTTPResponse.Status = .ok
  ) -> Response {
    let now = site.now()
    guard opened.mayChange(site.settings.bookings, now: now) else { return page(opened, context) }
    let from = request.uri.queryParameters["from"].flatMap { Int64($0) }.map { Date(milliseconds: $0) }
    let free = opened.facts.free(for: .booking(opened.booking.id), now: now)
      .filter { $0.start != opened.booking.slot.start }
    var choices = SlotChoices(free, from: from) { "\(opened.path)/move?from=\($0.start.milliseconds)" }
    choices.problem = problems[SlotChoices.field]
    let page = BookingMovePage(
      appointment: opened.appointment, choices: choices, path: LinkTarget("\(opened.path)/move"),
      back: LinkTarget(opened.path), showsCrisisLines: opened.side == .seeker, another: opened.another,
      notice: notice, problems: problems)
    return site.page(page, context: context, status: status)
  }

  func move(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    let form = try await request.form(context)
    if opened.isOffered { return try await offer(form, opened, context) }
    guard form["choice"] == "move", let start = form.slotStart else {
      let problems = Problems("Choose a time", about: SlotChoices.field)
      return movePage(opened, request, context, problems: problems, status: .badRequest)
    }
    let means = site.bookingMeans()
    let side = opened.side
    let outcome = try await decide(opened, means) {
      BookingDecision.move($0, to: start, by: side, facts: $1, means: means)
    }
    if case .done = outcome { site.queued() }
    guard outcome == .taken, let opened = try await open(context) else { return site.seeOther(opened.path) }
    let notice = "Somebody else has just taken that time. These are the next ones."
    return movePage(opened, request, context, notice: notice, status: .conflict)
  }
}
