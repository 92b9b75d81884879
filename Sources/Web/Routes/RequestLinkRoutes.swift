import Domain
import Foundation
import Hummingbird
import Store

/// The links of a request, for its seeker and for whom it asks: GET shows, POST acts.
struct RequestLinkRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/q/:token") { _, context in try await show(context, first: nil) }
    router.get("/q/:token/no") { _, context in try await show(context, first: .no) }
    router.get("/q/:token/full") { _, context in try await show(context, first: .full) }
    router.post("/q/:token") { request, context in try await press(request, context) }
  }

  /// A genuine link, with what stands behind it.
  struct Opened: Sendable {
    let token: String
    let reader: RequestReader
    let request: TimeRequest
    let facts: RequestFacts
    let booking: Booking?

    var path: String { "/q/\(token)" }

    /// Of whom it asks now, or who said yes.
    var current: BookingFacts? { request.current.flatMap { facts.practitioners[$0.practitioner] } }
  }

  private func open(_ context: SiteContext) async throws -> Opened? {
    let token = try context.parameters.require("token")
    let (zone, now) = (site.settings.timeZone, site.now())
    guard let link = try? site.keys.open(token, for: .request, now: now),
      let reader = RequestReader(code: link.choice), let id = link.subjectID(TimeRequest.self)
    else { return nil }
    let (facts, booking) = try await site.store.read { record in
      let facts = try record.requestFacts(id, siteZone: zone, now: now)
      return (facts, try facts.request?.booking.flatMap { try record.booking($0) })
    }
    guard let request = facts.request else { return nil }
    return Opened(token: token, reader: reader, request: request, facts: facts, booking: booking)
  }

  private func unknown(_ context: SiteContext) -> Response {
    site.page(RequestPage(standing: .unknown), context: context, status: .gone)
  }

  private func show(_ context: SiteContext, first: RequestAnswerPage.First?) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    return page(opened, context, first: first)
  }

  private func page(
    _ opened: Opened, _ context: SiteContext, first: RequestAnswerPage.First? = nil,
    status: HTTPResponse.Status = .ok
  ) -> Response {
    let view = RequestView(site: site, opened: opened)
    switch opened.reader {
    case .seeker:
      if let page = view.confirming { return site.page(page, context: context, status: status) }
      guard let standing = view.standing else { return unknown(context) }
      return site.page(RequestPage(standing: standing), context: context, status: status)
    case .practitioner(let number):
      if let page = view.question(number, first: first) {
        return site.page(page, context: context, status: status)
      }
      return site.page(view.answered(number), context: context, status: status)
    }
  }

  /// The button itself says it: what a script submits by itself does nothing.
  private func press(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard let opened = try await open(context) else { return unknown(context) }
    let form = try await request.form(context)
    let means = site.requestMeans()
    switch (opened.reader, form["choice"]) {
    case (.seeker, "confirm"):
      return try await decide(opened, means) { RequestDecision.confirm($0, means) }
    case (.seeker, "withdraw"):
      return try await decide(opened, means) { RequestDecision.withdraw($0.request, now: means.now) }
    case (.practitioner(let number), "no"):
      return try await decide(opened, means) {
        RequestDecision.refuse(number: number, wait: nil, facts: $0, means)
      }
    case (.practitioner(let number), "full"):
      let wait = form["listing"].flatMap(WaitingPeriod.init) ?? .closed
      return try await decide(opened, means) {
        RequestDecision.refuse(number: number, wait: wait, facts: $0, means)
      }
    case (.practitioner(let number), "offer"):
      return try await offer(OfferedTimeForm(form), number, opened, means, context)
    default: return page(opened, context, status: .badRequest)
    }
  }

  private func decide(
    _ opened: Opened, _ means: RequestDecision.Means,
    by decision: @escaping @Sendable (RequestFacts) -> Decision<RequestDecision.Outcome>
  ) async throws -> Response {
    if try await outcome(opened, means, by: decision) == .done { site.queued() }
    return site.seeOther(opened.path)
  }

  private func outcome(
    _ opened: Opened, _ means: RequestDecision.Means,
    by decision: @escaping @Sendable (RequestFacts) -> Decision<RequestDecision.Outcome>
  ) async throws -> RequestDecision.Outcome {
    let (id, zone) = (opened.request.id, site.settings.timeZone)
    return try await site.store.perform(
      { try $0.requestFacts(id, siteZone: zone, now: means.now) }, decide: decision)
  }

  private func offer(
    _ form: OfferedTimeForm, _ number: Int, _ opened: Opened, _ means: RequestDecision.Means,
    _ context: SiteContext
  ) async throws -> Response {
    let view = RequestView(site: site, opened: opened)
    func comeBack(_ problems: Problems, _ status: HTTPResponse.Status = .badRequest) -> Response {
      guard let page = view.question(number, typed: form, problems: problems) else {
        return site.seeOther(opened.path)
      }
      return site.page(page, context: context, status: status)
    }
    guard let facts = view.asked(number) else { return site.seeOther(opened.path) }
    let slot: Slot
    do throws(SlotForm.Problem) {
      slot = try form.slot(of: facts) { site.reference.localities.timeZone(of: $0) }
    } catch { return comeBack(Problems(error.sentence, about: error.field)) }
    let outcome = try await outcome(opened, means) {
      RequestDecision.accept(slot, number: number, facts: $0, means)
    }
    switch outcome {
    case .taken:
      return comeBack(Problems("You have something else at that time", about: form.timeField), .conflict)
    case .outside:
      return comeBack(Problems(view.outside(facts, now: means.now), about: form.timeField))
    case .done: site.queued()
    case .over, .closed: break
    }
    return site.seeOther(opened.path)
  }
}

extension OfferedTimeForm {
  fileprivate init(_ form: Form) {
    self.init(
      slot: form["slot"] ?? "", day: form["day"] ?? "", time: form["time"] ?? "",
      minutes: form["minutes"] ?? "", meeting: form["meeting"] ?? "")
  }

  /// Where what is wrong with the time is said.
  fileprivate var timeField: String { isListed ? "slot" : "day" }
}
