import Domain
import Hummingbird
import HTTPTypes
import NIOCore
import Store

/// A member's own things: which emails they want, and all that is held about them.
struct ProfileRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/profile") { _, context in try await hub(context) }
    router.get("/profile/emails") { request, context in try emails(request, context) }
    router.post("/profile/emails") { request, context in try await saveEmails(request, context) }
    router.get("/profile/export") { _, context in try export(context) }
    router.post("/profile/export") { request, context in try await download(request, context) }
  }

  private func hub(_ context: SiteContext) async throws -> Response {
    let member = try site.member(context).practitioner
    let (id, now) = (member.id, site.now())
    let waiting = try await site.store.read { try $0.countOfRequests(awaiting: id, now: now) }
    let page = ProfilePage(name: member.name, email: member.email.text, entries: entries(waiting))
    return site.page(page, context: context)
  }

  /// Where a member's own things are, the most wanted first; `waiting` is how many requests wait for their answer.
  private func entries(_ waiting: Int) -> [ProfilePage.Entry] {
    let account: [ProfilePage.Entry] = [
      .init(path: "/profile/listing", label: "Listing", sentence: "How colleagues see you."),
      .init(path: "/profile/photo", label: "Photo", sentence: "Beside your name on every list."),
      .init(path: "/profile/slots", label: "Times to book", sentence: "What help seekers may book with you."),
      .init(
        path: "/profile/appointments", label: "Appointments",
        sentence: "What is booked with you, and with whom." + awaited(waiting)),
      .init(
        path: "/profile/security", label: "Sign-in and security",
        sentence: "Your password, the browsers that are signed in, and what happened lately."),
      .init(
        path: LinkTarget(AddressRoutes.path), label: "Email address",
        sentence: "Where our emails and sign-in links go."),
    ]
    let provider = site.provider.map {
      ProfilePage.Entry(
        path: ProviderPage.path, label: $0.settings.name, sentence: "Sign in through it, or no longer.")
    }
    return account + [provider].compactMap(\.self) + [
      .init(
        path: "/profile/emails", label: "Emails", sentence: "Which of our emails you want, and how often."),
      .init(
        path: "/profile/export", label: "Your data", sentence: "All that is held about you, in one file."),
      .init(
        path: "/profile/leave", label: "Leave the network",
        sentence:
          "Your listing goes at once, and all that is held about you after \(LeavingDecision.graceDays) days."
      ),
    ]
  }

  private func awaited(_ waiting: Int) -> String {
    switch waiting {
    case 0: ""
    case 1: " One request waits for your answer."
    default: " \(waiting) requests wait for your answer."
    }
  }

  private func emails(_ request: Request, _ context: SiteContext) throws -> Response {
    let member = try site.member(context)
    let page = EmailPreferencesPage(
      preferences: member.practitioner.preferences, stopped: member.practitioner.stoppedStreams,
      isSaved: request.uri.queryParameters["saved"] != nil, formToken: site.formToken(member))
    return site.page(page, context: context)
  }

  /// A form without an answer changes nothing.
  private func saveEmails(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let wish = EmailWish(form)
    guard wish != EmailWish() else { return site.seeOther("/profile/emails") }
    let (id, now) = (member.practitioner.id, site.now())
    try await site.store.perform({ try $0.practitioner(id) }) { wish.decide($0, now: now) }
    return site.seeOther("/profile/emails?saved=1")
  }

  private func export(_ context: SiteContext) throws -> Response {
    let account = try site.account(context)
    return site.page(ExportPage(formToken: site.formToken(account)), context: context)
  }

  private func download(_ request: Request, _ context: SiteContext) async throws -> Response {
    let account = try await site.accountForm(request, context).member
    let (id, now) = (account.practitioner.id, site.now().inMilliseconds)
    var chance = Chance()
    let event = SecurityEvent(
      id: SecurityEvent.ID(using: &chance), practitioner: id, kind: .exported, at: now)
    let export = try await site.store.perform({ try $0.export(id) }) {
      Decision($0, changes: $0 == nil ? [] : [.securityEvent(event)])
    }
    guard let export else { throw RequestProblem.notFound }
    let headers: HTTPFields = [
      .contentType: "application/json; charset=utf-8",
      .contentDisposition: "attachment; filename=\"my-data.json\"",
    ]
    return Response(
      status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: try export.file())))
  }
}

extension EmailWish {
  /// What the page of emails says; a field that says nothing known changes nothing.
  fileprivate init(_ form: Form) {
    self.init(digestDay: form["digest-day"].flatMap { Int($0) }.flatMap(Weekday.init))
    if let hour = form["digest-hour"].flatMap({ Int($0) }), EmailPreferences.hours.contains(hour) {
      digestHour = hour
    }
    rounds = Self(.rounds, form["rounds"])?.rounds
    digests = Self(.digests, form["digests"])?.digests
  }

  private init?(_ stream: EmailStream, _ word: String?) {
    guard let word else { return nil }
    if word == EmailPreferencesPage.never {
      self.init(stream, isWanted: false)
    } else {
      self.init(stream, every: word)
    }
  }
}
