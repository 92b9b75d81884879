import Domain
import Foundation
import Hummingbird
import Store

/// The times that a member offers.
struct SlotRoutes: Sendable {
  let site: Site

  static let path = "/profile/slots"

  func add(to router: Router<SiteContext>) {
    router.get(RouterPath(Self.path)) { request, context in try await show(request, context) }
    router.post(RouterPath(Self.path)) { request, context in try await offer(request, context) }
    router.post("/profile/slots/terms") { request, context in try await setTerms(request, context) }
    router.post("/profile/slots/days-off") { request, context in try await addDaysOff(request, context) }
    router.post("/profile/slots/days-off/remove") { request, context in
      try await removeDaysOff(request, context)
    }
    router.post("/profile/slots/:id/remove") { request, context in try await withdraw(request, context) }
  }

  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    let member = try site.member(context)
    var page = try await page(for: member)
    page.isSaved = request.uri.queryParameters["saved"] != nil
    return site.page(page, context: context)
  }

  private func page(
    for member: SiteContext.Member, typed: SlotForm = SlotForm(), problems: Problems = Problems()
  ) async throws -> SlotsPage {
    let facts = try await facts(of: member)
    return SlotsPage(facts, typed: typed, token: site.formToken(member), problems)
  }

  private func facts(of member: SiteContext.Member) async throws -> BookingFacts {
    guard let facts = try await site.bookingFacts(member.practitioner.id) else {
      throw RequestProblem.notFound
    }
    return facts
  }

  private func comeBack(
    _ member: SiteContext.Member, _ context: SiteContext, _ sentence: String, about field: String
  ) async throws -> Response {
    let page = try await page(for: member, problems: Problems(sentence, about: field))
    return site.page(page, context: context, status: .badRequest)
  }

  private func saved() -> Response { site.seeOther("\(Self.path)?saved=1") }

  private func offer(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let typed = SlotForm(form)
    switch try await site.publish(typed, by: try await facts(of: member)) {
    case .saved: return saved()
    case .refused(let problems):
      let page = try await page(for: member, typed: typed, problems: problems)
      return site.page(page, context: context, status: .badRequest)
    }
  }

  private func withdraw(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, _) = try await site.memberForm(request, context)
    guard let id = SlotOffer.ID(try context.parameters.require("id")) else { throw RequestProblem.notFound }
    try await site.withdraw(id, of: member.practitioner.id)
    return saved()
  }

  private func setTerms(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    guard let weeks = form["weeks"].flatMap({ Int($0) }), SlotBook.Terms.weeks.contains(weeks) else {
      return try await comeBack(member, context, "Enter weeks from 1 to 26", about: "weeks")
    }
    guard let hours = form["notice"].flatMap({ Int($0) }), SlotBook.Terms.notice.contains(hours) else {
      return try await comeBack(member, context, "Enter hours from 0 to 336", about: "notice")
    }
    let terms = SlotBook.Terms(weeksAhead: weeks, noticeHours: hours)
    return try await save(.slotTermsSaved(member.practitioner.id, terms))
  }

  private func addDaysOff(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    guard let first = form["first"].flatMap({ LocalDay($0) }) else {
      return try await comeBack(member, context, "Enter the first day", about: "first")
    }
    guard let days = DaysOff(first: first, last: form["last"].flatMap { LocalDay($0) } ?? first) else {
      return try await comeBack(member, context, "Enter a day that is not before the first", about: "last")
    }
    let id = member.practitioner.id
    let outcome = try await site.store.perform({ try $0.slotBook(of: id) }) {
      SlotDecision.add(days, of: id, to: $0)
    }
    guard outcome == .saved else {
      return try await comeBack(member, context, "Remove some days first: these are the most", about: "first")
    }
    return saved()
  }

  private func removeDaysOff(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    guard let first = form["first"].flatMap({ LocalDay($0) }),
      let last = form["last"].flatMap({ LocalDay($0) }),
      let days = DaysOff(first: first, last: last)
    else { throw RequestProblem.notFound }
    return try await save(.daysOffForgotten(member.practitioner.id, days))
  }

  private func save(_ change: Change) async throws -> Response {
    try await site.store.perform({ _ in }) { Decision((), changes: [change]) }
    return saved()
  }
}

extension Site {
  /// The page of a booking for one side.
  func bookingPath(_ booking: Booking, for side: BookingSide) -> LinkTarget {
    let token = LinkToken(
      .booking, subject: booking.id, choice: side.code, expiresAt: booking.slot.end + 86_400)
    return LinkTarget("/b/\(keys.seal(token))")
  }
}
