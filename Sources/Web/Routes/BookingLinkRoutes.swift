import Domain
import Foundation
import Hummingbird
import Store

/// The links of a booking, for either side: GET shows, POST confirms, moves or cancels.
struct BookingLinkRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/b/:token") { _, context in try await show(context) }
    router.post("/b/:token") { request, context in try await confirm(request, context) }
    router.get("/b/:token/cancel") { _, context in try await askWhetherToCancel(context) }
    router.post("/b/:token/cancel") { request, context in try await cancel(request, context) }
    router.get("/b/:token/move") { request, context in try await chooseAnother(request, context) }
    router.post("/b/:token/move") { request, context in try await move(request, context) }
    router.get("/b/:token/another") { _, context in try await showAnother(context) }
    router.post("/b/:token/another") { request, context in try await askForAnother(request, context) }
  }

  /// A genuine link, with what stands behind it.
  struct Opened: Sendable {
    let token: String
    let side: BookingSide
    let booking: Booking
    let facts: BookingFacts
    /// What it was booked on, where its seeker asked for a time.
    let request: TimeRequest?

    var path: String { "/b/\(token)" }
    var appointment: AppointmentPart {
      AppointmentPart(booking.slot, with: side == .seeker ? facts.practitioner.name : nil)
    }
    /// Where other times of the same practitioner are.
    var times: LinkTarget { LinkTarget("/bookings/new?practitioner=\(facts.practitioner.id)") }
  }

  /// Nil for a link that is not ours, and for a booking of which nothing is kept.
  func open(_ context: SiteContext) async throws -> Opened? {
    let token = try context.parameters.require("token")
    let now = site.now()
    guard let link = try? site.keys.open(token, for: .booking, now: now),
      let side = BookingSide(code: link.choice), let id = link.subjectID(Booking.self)
    else { return nil }
    let zone = site.settings.timeZone
    let found = try await site.store.read { record in
      let booking = try record.booking(id)
      return (
        booking,
        try booking.flatMap { try record.bookingFacts($0.practitioner, siteZone: zone, now: now) },
        try record.request(bookedAs: id)
      )
    }
    guard let booking = found.0, let facts = found.1 else { return nil }
    return Opened(token: token, side: side, booking: booking, facts: facts, request: found.2)
  }

  func unknown(_ context: SiteContext) -> Response {
    site.page(BookingOverPage(reason: .over, times: nil), context: context, status: .gone)
  }

  private func show(_ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    return page(opened, context)
  }

  func page(_ opened: Opened, _ context: SiteContext, open status: HTTPResponse.Status = .ok)
    -> Response
  {
    let now = site.now()
    switch opened.booking.state {
    case .held: return unknown(context)
    case .awaiting, .lapsed:
      guard opened.side == .seeker else { return unknown(context) }
      if let reason = opened.refusal(now: now) {
        let page = BookingOverPage(reason: reason, times: opened.facts.isOpen ? opened.times : nil)
        return site.page(page, context: context, status: reason == .taken ? .conflict : .gone)
      }
      let page = BookingConfirmPage(appointment: opened.appointment, path: LinkTarget(opened.path))
      return site.page(page, context: context, status: status)
    case .booked, .cancelled:
      return site.page(
        BookingPage(opened, site.settings.bookings, now: now), context: context, status: status)
    }
  }

  /// The button itself says it: what a script submits by itself books nothing.
  private func confirm(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    guard opened.side == .seeker, try await request.form(context)["choice"] == "confirm" else {
      return page(opened, context, open: .badRequest)
    }
    let means = site.bookingMeans()
    let outcome = try await decide(opened, means) {
      BookingDecision.confirm($0, facts: $1, means: means)
    }
    if case .done = outcome { site.queued() }
    return outcome == .taken ? try await show(context) : site.seeOther(opened.path)
  }

  func decide(
    _ opened: Opened, _ means: BookingDecision.Means,
    by decision: @escaping @Sendable (Booking?, BookingFacts?) -> Decision<BookingDecision.Outcome>
  ) async throws -> BookingDecision.Outcome {
    let (id, owner, zone) = (opened.booking.id, opened.booking.practitioner, site.settings.timeZone)
    return try await site.store.perform({ record in
      (try record.booking(id), try record.bookingFacts(owner, siteZone: zone, now: means.now))
    }) { decision($0, $1) }
  }

  private func askWhetherToCancel(_ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    return cancelPage(opened, context)
  }

  /// What cannot be changed any more is shown as it stands.
  private func cancelPage(_ opened: Opened, _ context: SiteContext, status: HTTPResponse.Status = .ok)
    -> Response
  {
    guard opened.mayChange(site.settings.bookings, now: site.now()) else { return page(opened, context) }
    let page = BookingCancelPage(
      appointment: opened.appointment, path: LinkTarget("\(opened.path)/cancel"),
      back: LinkTarget(opened.path), showsCrisisLines: opened.side == .seeker)
    return site.page(page, context: context, status: status)
  }

  private func cancel(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    guard try await request.form(context)["choice"] == "cancel" else {
      return cancelPage(opened, context, status: .badRequest)
    }
    let means = site.bookingMeans()
    let side = opened.side
    let outcome = try await decide(opened, means) {
      BookingDecision.cancel($0, by: side, practitioner: $1?.practitioner, means: means)
    }
    if case .done = outcome { site.queued() }
    return site.seeOther(opened.path)
  }
}

extension BookingLinkRoutes.Opened {
  /// Why what was asked for can no longer be confirmed.
  fileprivate func refusal(now: Date) -> BookingOverPage.Reason? {
    guard let askedAt = booking.askedAt, now < askedAt + Booking.linkLasts, now < booking.slot.start,
      facts.practitioner.takesPart
    else { return .over }
    if booking.claims(now: now) { return nil }
    let isFree = facts.free(for: .booking(booking.id), now: now).contains { $0.start == booking.slot.start }
    return facts.isOpen && isFree ? nil : .taken
  }

  func mayChange(_ terms: BookingTerms, now: Date) -> Bool {
    booking.state == .booked && BookingDecision.mayChange(booking, by: side, terms, now: now)
  }
}

extension BookingPage {
  /// A booking as one side sees it.
  fileprivate init(_ opened: BookingLinkRoutes.Opened, _ terms: BookingTerms, now: Date) {
    let (booking, isSeeker) = (opened.booking, opened.side == .seeker)
    let limit = AppointmentWords.moment(BookingDecision.changesUntil(booking.slot, terms), in: booking.slot)
    let standing: Standing =
      if booking.state == .cancelled { .cancelled } else if booking.isPast(now: now) {
        .past
      } else if opened.mayChange(terms, now: now) {
        .booked(
          changes: isSeeker ? "You can move it or cancel it until \(limit)" : "You can move it or cancel it",
          path: LinkTarget(opened.path))
      } else { .tooLate(address: opened.facts.practitioner.email.text) }
    let times: (String, LinkTarget)? = opened.facts.isOpen ? ("See other times", opened.times) : nil
    self.init(
      appointment: opened.appointment, standing: standing,
      more: isSeeker
        ? (booking.state == .cancelled ? times : nil) : ("See who it is", "/profile/appointments"),
      showsCrisisLines: isSeeker)
  }
}
