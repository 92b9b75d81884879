import Domain
import Foundation
import Hummingbird
import Store

/// How a seeker takes a time: choose it, say who one is, look in one's email.
struct BookingRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/bookings/new") { request, context in try await choose(request, context) }
    router.post("/bookings/new") { request, context in try await hold(request, context) }
    router.get("/bookings/details") { request, context in try await details(request, context) }
    router.post("/bookings/details") { request, context in try await ask(request, context) }
    router.get("/bookings/sent") { _, context in site.page(BookingSentPage(), context: context) }
  }

  /// Without a practitioner in the address, the one of the time that the browser holds.
  private func choose(_ request: Request, _ context: SiteContext) async throws -> Response {
    let query = request.uri.queryParameters
    let held = try await held(in: request)
    guard let id = query["practitioner"].flatMap({ Practitioner.ID(String($0)) }) ?? held?.practitioner,
      let facts = try await site.bookingFacts(id)
    else { return site.bookingClosed(context) }
    let from = query["from"].flatMap { Int64($0) }.map { Date(milliseconds: $0) }
    let isOver = query["over"] != nil
    let page = page(
      facts, in: HoldingBrowser(known: request, cookies: site.cookies), back: site.wayBack(request),
      from: from,
      chosen: held?.slot.start,
      notice: isOver ? "The time was kept for as long as we said. Please choose once more." : nil)
    return facts.isOpen ? site.page(page, context: context) : site.bookingClosed(context)
  }

  private func page(
    _ facts: BookingFacts, in browser: HoldingBrowser?, back: LinkTarget, from: Date? = nil,
    chosen: Date? = nil, notice: String? = nil, problems: Problems = Problems()
  ) -> BookingNewPage {
    let id = facts.practitioner.id
    let looker = browser.map { BookingFacts.Looker.browser($0.digest) } ?? .anybody
    var choices = SlotChoices(facts.free(for: looker, now: site.now()), from: from, chosen: chosen) {
      "/bookings/new?practitioner=\(id)&from=\($0.start.milliseconds)"
    }
    choices.problem = problems[SlotChoices.field]
    return BookingNewPage(
      practitioner: facts.practitioner.name, id: id.text, choices: choices, back: back, notice: notice,
      problems: problems)
  }

  /// The time that the browser holds, as long as it may keep it.
  private func held(in request: Request) async throws -> Booking? {
    guard let browser = HoldingBrowser(known: request, cookies: site.cookies) else { return nil }
    let now = site.now()
    return try await site.store.read { try $0.hold(in: browser.digest) }.flatMap {
      $0.claims(now: now) ? $0 : nil
    }
  }

  /// Another site must not have a browser hold times.
  private func hold(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let form = try await request.form(context)
    guard let id = form["practitioner"].flatMap(Practitioner.ID.init) else {
      return site.bookingClosed(context)
    }
    let now = site.now().inMilliseconds
    let browser = HoldingBrowser(of: request, cookies: site.cookies)
    guard let start = form.slotStart else {
      guard let facts = try await site.bookingFacts(id), facts.isOpen else {
        return site.bookingClosed(context)
      }
      let page = page(
        facts, in: browser, back: site.wayBack(request),
        problems: Problems("Choose a time", about: SlotChoices.field))
      return site.page(page, context: context, status: .badRequest)
    }
    if let seconds = site.bookingLimits.take(site.network(of: request, context), now: now) {
      return site.tooFast(seconds, context)
    }
    if case .held = try await hold(start, id, browser, now: now) {
      return site.seeOther("/bookings/details", cookies: [browser.cookie(site.cookies)])
    }
    guard let facts = try await site.bookingFacts(id), facts.isOpen else {
      return site.bookingClosed(context)
    }
    let page = page(
      facts, in: browser, back: site.wayBack(request),
      notice: "Somebody else has just taken that time. These are the next ones.")
    return site.page(page, context: context, status: .conflict)
  }

  private func hold(_ start: Date, _ id: Practitioner.ID, _ browser: HoldingBrowser, now: Date) async throws
    -> BookingDecision.Held
  {
    var chance = Chance()
    let booking = Booking.ID(using: &chance)
    let (digest, zone) = (browser.digest, site.settings.timeZone)
    return try await site.store.perform({ record in
      (try record.hold(in: digest), try record.bookingFacts(id, siteZone: zone, now: now))
    }) { before, facts in
      guard let facts else { return Decision(.taken) }
      return BookingDecision.hold(
        start, in: digest, before: before, id: booking, facts: facts, now: now)
    }
  }

  private func details(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let held = try await held(in: request), let name = try await name(of: held) else {
      return site.seeOther("/bookings/new?over=1")
    }
    let page = BookingDetailsPage(held, with: name, form(SeekerForm(), request), site.settings)
    return site.page(page, context: context)
  }

  private func name(of booking: Booking) async throws -> String? {
    try await site.store.read { try $0.practitioner(booking.practitioner)?.name }
  }

  private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    guard let held = try await held(in: request), let name = try await name(of: held) else {
      return site.seeOther("/bookings/new?over=1")
    }
    let form = form(SeekerForm(try await request.form(context)), request)
    guard let seeker = form.seeker else {
      let page = BookingDetailsPage(held, with: name, form, site.settings, problems: form.problems)
      return site.page(page, context: context, status: .badRequest)
    }
    let now = site.now().inMilliseconds
    switch site.emailLimits.ask(seeker.email, from: site.network(of: request, context), now: now) {
    case .send: break
    case .keepQuiet: return site.seeOther("/bookings/sent")
    case .wait(let seconds): return site.tooFast(seconds, context)
    }
    guard try await ask(seeker, for: held, now: now) == .sent else {
      return site.seeOther("/bookings/new?over=1")
    }
    site.queued()
    return site.seeOther("/bookings/sent")
  }

  /// With what was answered before in the browser.
  private func form(_ typed: SeekerForm, _ request: Request) -> SeekerForm {
    site.with(site.enquiry(of: request), typed)
  }

  private func ask(_ seeker: Seeker, for held: Booking, now: Date) async throws -> BookingDecision.Asked {
    var chance = Chance()
    let email = OutboxEntry.ID(using: &chance)
    return try await site.store.perform({ record in
      (
        try record.booking(held.id), try record.practitioner(held.practitioner),
        try record.countOfBookingQuestions(to: seeker.email, since: now - 86_400)
      )
    }) {
      BookingDecision.ask(seeker, for: $0, questions: $2, practitioner: $1, email: email, now: now)
    }
  }
}

extension SeekerForm {
  init(_ form: Form) {
    self.init(
      name: form["name"] ?? "", email: form["email"] ?? "", phone: form["phone"] ?? "",
      standing: form["standing"] ?? "", agrees: form["agree"] == "yes")
  }
}

extension BookingDetailsPage {
  /// The form for a held time, with what was typed, and what is wrong with it.
  fileprivate init(
    _ held: Booking, with name: String, _ form: SeekerForm, _ settings: SiteSettings,
    problems found: [SeekerForm.Problem] = []
  ) {
    var kept = held.slot
    kept.start = held.keptUntil
    let until = AppointmentWords(kept)
    self.init(
      appointment: AppointmentPart(held.slot, with: name), practitioner: name,
      keptUntil: "\(until.start) (\(until.zone))", operatorName: settings.operatorName,
      keptDays: settings.bookings.keptDays,
      standings: form.standings,
      answers: form.answers,
      typed: SeekerFields.Typed(form), problems: Problems(found))
  }
}

extension AppointmentPart {
  /// The words for a time; without a name for whoever's it is.
  init(_ slot: Slot, with name: String?) {
    let words = AppointmentWords(slot)
    self.init(
      day: words.day, hours: "\(words.hours) (\(words.zone))", place: words.place, with: name)
  }
}
