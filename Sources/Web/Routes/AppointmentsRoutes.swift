import Domain
import Foundation
import Hummingbird
import Store

/// What a member is asked for, and what is booked with them.
struct AppointmentsRoutes: Sendable {
  let site: Site

  /// Rows shown of each kind.
  private static let mostRows = 200

  func add(to router: Router<SiteContext>) {
    router.get("/profile/appointments") { _, context in try await list(context) }
    router.get("/profile/appointments/requests/:id") { _, context in
      try await answering(site.member(context), context).page(context)
    }
    router.post("/profile/appointments/requests/:id") { request, context in
      let (member, form) = try await site.memberForm(request, context)
      return try await answering(member, context).press(form, context)
    }
  }

  private static func path(_ request: TimeRequest.ID) -> String {
    "/profile/appointments/requests/\(request)"
  }

  private func list(_ context: SiteContext) async throws -> Response {
    let member = try site.member(context).practitioner
    let now = site.now()
    let (waiting, booked) = try await site.store.read { record in
      (
        try record.requests(awaiting: member.id, now: now, limit: Self.mostRows),
        try record.appointments(of: member.id, from: now - 86_400, limit: Self.mostRows)
      )
    }
    let zone = site.zone(of: member)
    let page = AppointmentsPage(
      waiting: waiting.compactMap { request in
        request.part(asking: member.id)?.answerBy.map { until in
          AppointmentsPage.Waiting(
            until: AppointmentWords.moment(until, in: zone), standing: request.seeker.standing.words,
            wishes: request.wishes, path: LinkTarget(Self.path(request.id)))
        }
      },
      rows: booked.filter { now < $0.slot.end }.compactMap { booking in
        booking.seeker.map {
          AppointmentsPage.Row(booking, $0, path: site.bookingPath(booking, for: .practitioner))
        }
      })
    return site.page(page, context: context)
  }

  /// Whoever is not asked, or not yet, learns nothing of a request.
  private func answering(_ member: SiteContext.Member, _ context: SiteContext) async throws
    -> RequestAnswering
  {
    guard let id = TimeRequest.ID(try context.parameters.require("id")),
      let opened = try await site.openRequest(id, at: Self.path(id), formToken: site.formToken(member)),
      let part = opened.request.part(asking: member.practitioner.id)
    else { throw RequestProblem.notFound }
    return RequestAnswering(site: site, opened: opened, number: part.number)
  }
}

extension AppointmentsPage.Row {
  fileprivate init(_ booking: Booking, _ seeker: Seeker, path: LinkTarget) {
    let words = AppointmentWords(booking.slot)
    self.init(
      when: words.whole, place: words.place, name: seeker.name, standing: seeker.standing.words,
      email: seeker.email.text, phone: seeker.phone, answers: seeker.answers, path: path)
  }
}
