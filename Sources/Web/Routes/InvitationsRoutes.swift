import Domain
import Foundation
import Hummingbird
import Store

/// A member's invitations: send one, see what became of them, send one again, take one back.
struct InvitationsRoutes: Sendable {
  let site: Site

  /// Rows shown, newest first.
  private static let mostRows = 100

  func add(to router: Router<SiteContext>) {
    router.get("/invitations") { request, context in try await show(request, context) }
    router.post("/invitations") { request, context in try await invite(request, context) }
    router.post("/invitations/:id/resend") { request, context in try await resend(request, context) }
    router.post("/invitations/:id/revoke") { request, context in try await revoke(request, context) }
  }

  /// What has just been done, by the word in the address that a form led to.
  private static let done = [
    "sent": "The invitation is on its way.",
    "again": "A fresh link is on its way; the one before no longer works.",
    "revoked": "The invitation is taken back: its link lets nobody in.",
  ]

  private func show(_ request: Request, _ context: SiteContext) async throws -> Response {
    let member = try site.member(context)
    var page = try await page(for: member)
    page.done = request.uri.queryParameters["done"].flatMap { Self.done[String($0)] }
    return site.page(page, context: context)
  }

  private func page(for member: SiteContext.Member) async throws -> InvitationsPage {
    let now = site.now()
    let id = member.practitioner.id
    let (invitations, open, joined) = try await site.store.read { record in
      let invitations = try record.invitations(of: id, limit: Self.mostRows)
      let joined = try invitations.compactMap(\.redeemedBy).compactMap { try record.practitioner($0) }
      return (invitations, try record.openInvitations(of: id, now: now), joined)
    }
    let people = Dictionary(joined.map { ($0.id, $0) }) { first, _ in first }
    let view = InvitationView(zone: site.zone(of: member.practitioner), now: now)
    return InvitationsPage(
      mayInvite: member.practitioner.isListed,
      left: InvitationDecision.left(of: open, site.settings.invitations, now: now),
      rows: invitations.map { view.row($0, joined: $0.redeemedBy.flatMap { people[$0] }) },
      formToken: site.formToken(member))
  }

  private func invite(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let typed = (email: form["email"] ?? "", note: form["note"] ?? "")
    var problems = Problems()
    let address = Self.address(typed.email, &problems)
    let note = try? InvitationNote(typed.note)
    if note == nil { problems.add("Write at most 500 characters", about: "note") }
    guard let address, let note, problems.isEmpty else {
      return try await comeBack(member, typed, problems, context)
    }
    if let refused = try await limit(address, member, typed, request, context) { return refused }
    let means = means()
    var chance = Chance()
    let id = Invitation.ID(using: &chance)
    let inviter = member.practitioner
    let outcome = try await site.store.perform({
      try $0.invitationFacts(of: inviter.id, to: address, now: means.now)
    }) { facts in
      InvitationDecision.invite(
        address, note: note, by: .practitioner(inviter), id: id, facts: facts, means: means)
    }
    switch outcome {
    case .sent:
      site.queued()
      return site.seeOther("/invitations?done=sent")
    case .refused(let refusal):
      return try await comeBack(member, typed, Problems(refusal.sentence, about: "email"), context)
    }
  }

  private static func address(_ typed: String, _ problems: inout Problems) -> EmailAddress? {
    do throws(EmailAddress.Refusal) { return try EmailAddress(typed) } catch {
      problems.add("Check the address: \(error.explanation)", about: "email")
      return nil
    }
  }

  /// The form comes back as it was filled in.
  private func comeBack(
    _ member: SiteContext.Member, _ typed: (email: String, note: String), _ problems: Problems,
    _ context: SiteContext, status: HTTPResponse.Status = .badRequest
  ) async throws -> Response {
    var page = try await page(for: member)
    page.email = typed.email
    page.note = typed.note
    page.problems = problems
    return site.page(page, context: context, status: status)
  }

  /// Why nothing is sent just now, if so: what an address is sent is bounded whoever asks, and so is what a network asks for.
  private func limit(
    _ address: EmailAddress, _ member: SiteContext.Member, _ typed: (email: String, note: String),
    field: String = "email", _ request: Request, _ context: SiteContext
  ) async throws -> Response? {
    switch site.emailLimits.ask(address, from: site.network(of: request, context), now: site.now()) {
    case .send: return nil
    case .keepQuiet:
      let problems = Problems(InvitationDecision.Refusal.addressHadEnough.sentence, about: field)
      return try await comeBack(member, typed, problems, context)
    case .wait(let seconds):
      let problems = Problems(
        "Too many emails were asked for from your network. Try again soon", about: field)
      var response = try await comeBack(member, typed, problems, context, status: .tooManyRequests)
      response.headers[.retryAfter] = "\(seconds)"
      return response
    }
  }

  private func means() -> InvitationDecision.Means {
    var chance = Chance()
    return InvitationDecision.Means(
      keys: site.keys, email: OutboxEntry.ID(using: &chance), quotas: site.settings.invitations,
      siteZone: site.settings.timeZone, now: site.now().inMilliseconds)
  }

  private func resend(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, _) = try await site.memberForm(request, context)
    let inviter = member.practitioner
    guard let invitation = try await own(context, inviter) else { throw RequestProblem.notFound }
    let field = "invitation-\(invitation.id)"
    let blank = (email: "", note: "")
    if let refused = try await limit(invitation.address, member, blank, field: field, request, context) {
      return refused
    }
    let means = means()
    let outcome = try await site.store.perform({ record in
      let facts = try record.invitationFacts(of: inviter.id, to: invitation.address, now: means.now)
      return (try record.invitation(invitation.id), facts)
    }) { invitation, facts in
      InvitationDecision.resend(invitation, by: inviter, facts: facts, means: means)
    }
    switch outcome {
    case .sent:
      site.queued()
      return site.seeOther("/invitations?done=again")
    case .refused(let refusal):
      return try await comeBack(member, blank, Problems(refusal.sentence, about: field), context)
    }
  }

  private func revoke(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, _) = try await site.memberForm(request, context)
    let inviter = member.practitioner
    guard let invitation = try await own(context, inviter) else { throw RequestProblem.notFound }
    let now = site.now().inMilliseconds
    let isRevoked = try await site.store.perform({ try $0.invitation(invitation.id) }) {
      InvitationDecision.revoke($0, by: inviter.id, now: now)
    }
    guard isRevoked else {
      let problems = Problems(
        InvitationDecision.Refusal.over.sentence, about: "invitation-\(invitation.id)")
      return try await comeBack(member, (email: "", note: ""), problems, context)
    }
    return site.seeOther("/invitations?done=revoked")
  }

  /// The invitation that an address names, if it is the member's own.
  private func own(_ context: SiteContext, _ member: Practitioner) async throws -> Invitation? {
    guard let id = Invitation.ID(try context.parameters.require("id")) else { return nil }
    let invitation = try await site.store.read { try $0.invitation(id) }
    return invitation?.inviter == member.id ? invitation : nil
  }
}

extension InvitationDecision.Refusal {
  /// For whoever invites.
  fileprivate var sentence: String {
    switch self {
    case .notListed: "You can invite colleagues as soon as your listing is published"
    case .yourself: "That is your own address"
    case .alreadyInvited: "You have invited this address already: send that invitation again instead"
    case .noneLeft:
      "As many of your invitations are open as may be: take one back, or wait until one is accepted"
    case .addressHadEnough: "That address has had enough email from us for today: try again tomorrow"
    case .over: "That invitation is over"
    }
  }
}
