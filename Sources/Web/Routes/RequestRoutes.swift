import Domain
import Foundation
import Hummingbird
import Store

/// How a seeker asks for a time where none is published: say who one is, look in one's email.
struct RequestRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/requests/new") { request, context in try await show(request, context) }
    router.post("/requests/new") { request, context in try await ask(request, context) }
    router.get("/requests/sent") { _, context in site.page(RequestSentPage(), context: context) }
  }

  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    let id = request.uri.queryParameters["practitioner"].flatMap { Practitioner.ID(String($0)) }
    return try await withAsked(id, context) { facts in
      site.page(page(facts, RequestForm(), request), context: context)
    }
  }

  /// Whoever has free times, or takes nobody, is not asked.
  private func withAsked(
    _ id: Practitioner.ID?, _ context: SiteContext, _ work: (BookingFacts) async throws -> Response
  ) async throws -> Response {
    guard let id, let facts = try await site.bookingFacts(id), facts.mayBeAsked(now: site.now()) else {
      return site.bookingClosed(context)
    }
    guard facts.free(for: .anybody, now: site.now()).isEmpty else {
      return site.seeOther("/bookings/new?practitioner=\(id)")
    }
    return try await work(facts)
  }

  private func page(
    _ facts: BookingFacts, _ typed: RequestForm, _ request: Request, problems: [SeekerForm.Problem] = []
  ) -> RequestNewPage {
    let enquiry = site.enquiry(of: request)
    let form = site.with(enquiry, typed.seeker)
    return RequestNewPage(
      practitioner: facts.practitioner.name, id: facts.practitioner.id.text,
      operatorName: site.settings.operatorName, keptDays: site.settings.bookings.keptDays,
      standings: form.standings, answers: form.answers,
      hasNext: !site.next(after: facts.practitioner.id, enquiry).isEmpty,
      typed: SeekerFields.Typed(form), wishes: typed.wishes, asksNext: typed.asksNext,
      back: site.wayBack(request), problems: Problems(problems))
  }

  private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
    guard !request.isFromAnotherSite else { throw RequestProblem.staleForm }
    let sent = try await request.form(context)
    return try await withAsked(sent["practitioner"].flatMap(Practitioner.ID.init), context) { facts in
      let enquiry = site.enquiry(of: request)
      var form = RequestForm(sent)
      form.seeker = site.with(enquiry, form.seeker)
      guard form.problems.isEmpty, let seeker = form.seeker.seeker, let wishes = RequestForm.read(form.wishes)
      else {
        let page = page(facts, form, request, problems: form.problems)
        return site.page(page, context: context, status: .badRequest)
      }
      let now = site.now().inMilliseconds
      switch site.emailLimits.ask(seeker.email, from: site.network(of: request, context), now: now) {
      case .send: break
      case .keepQuiet: return site.seeOther("/requests/sent")
      case .wait(let seconds): return site.tooFast(seconds, context)
      }
      let id = facts.practitioner.id
      let asking = [id] + (form.asksNext ? site.next(after: id, enquiry) : [])
      let made = try await make(seeker, wishes: wishes, asking: asking, now: now)
      guard made == .sent else { return site.bookingClosed(context) }
      site.queued()
      return site.seeOther("/requests/sent")
    }
  }

  private func make(_ seeker: Seeker, wishes: String, asking: [Practitioner.ID], now: Date) async throws
    -> RequestDecision.Made
  {
    var chance = Chance()
    let request = TimeRequest(
      id: TimeRequest.ID(using: &chance), seeker: seeker, wishes: wishes, asking: asking, madeAt: now)
    let (email, zone) = (OutboxEntry.ID(using: &chance), site.settings.timeZone)
    return try await site.store.perform({ record in
      (
        try request.parts.first.flatMap {
          try record.bookingFacts($0.practitioner, siteZone: zone, now: now)
        },
        try record.countOfBookingQuestions(to: seeker.email, since: now - 86_400)
      )
    }) {
      RequestDecision.make(request, first: $0, questions: $1, email: email, now: now)
    }
  }
}

extension Site {
  /// Who fits next after whom a seeker chose, the best first; nobody without the answers of a questionnaire.
  fileprivate func next(after chosen: Practitioner.ID, _ enquiry: Enquiry?) -> [Practitioner.ID] {
    guard let enquiry, let seed = enquiry.seed, enquiryForm.isComplete(enquiry) else { return [] }
    let fitting = matching(enquiry).practitioners(TimeRequest.mostAsked, seed: seed)
    return Array(fitting.filter { $0 != chosen }.prefix(TimeRequest.mostAsked - 1))
  }
}

extension RequestForm {
  fileprivate init(_ form: Form) {
    self.init(
      seeker: SeekerForm(form), wishes: form["wishes"] ?? "", asksNext: form["next"] == "yes")
  }
}
