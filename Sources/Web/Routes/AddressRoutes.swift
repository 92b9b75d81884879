import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// Another address: a member asks for it in their session. What goes out, and what they are told, is the same whether or not the
/// address is somebody's.
struct AddressRoutes: Sendable {
  let site: Site

  static let path = "/profile/address"

  func add(to router: Router<SiteContext>) {
    router.get(RouterPath(Self.path)) { request, context in
      let isSent = request.uri.queryParameters["done"] == "sent"
      return try await page(try site.member(context), context, isSent: isSent)
    }
    router.post(RouterPath(Self.path)) { request, context in try await ask(request, context) }
    AddressLinkRoutes(site: site).add(to: router)
  }

  private func page(
    _ member: SiteContext.Member, _ context: SiteContext, typed: String = "", problems: Problems = Problems(),
    isSent: Bool = false, status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    let now = site.now()
    let (session, hasPassword) = try await site.store.read { record in
      (try record.session(member.session, now: now), try site.password(of: member, record) != nil)
    }
    let isFresh = session.map { OwnerProof.isFresh($0, now: now) } ?? false
    let page = AddressPage(
      present: member.practitioner.email.text,
      proof: hasPassword ? .password : isFresh ? .session : .signInAgain,
      formToken: site.formToken(member), isSent: isSent, typed: typed, problems: problems)
    return site.page(page, context: context, status: status)
  }

  private func ask(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (member, form) = try await site.memberForm(request, context)
    let typed = form["email"] ?? ""
    func again(_ problem: String, about field: String, wait seconds: Int? = nil) async throws -> Response {
      var response = try await page(
        member, context, typed: typed, problems: Problems(problem, about: field),
        status: seconds == nil ? .badRequest : .tooManyRequests)
      if let seconds { response.headers[.retryAfter] = "\(seconds)" }
      return response
    }
    let address: EmailAddress
    do throws(EmailAddress.Refusal) { address = try EmailAddress(typed) } catch {
      return try await again("Check the address: \(error.explanation).", about: "email")
    }
    switch try await send(to: address, member, password: form["password"] ?? "", request, context) {
    case .asked(.sent): return site.seeOther(Self.path + "?done=sent")
    case .asked(.signInAgain): return site.seeOther(Self.path)
    case .asked(.yours): return try await again("That is your address already.", about: "email")
    case .asked(.wrongPassword):
      return try await again("That is not the password that you have now.", about: "password")
    case .asked(.tooMany):
      return try await again(
        "You have asked for \(AddressChange.mostLinks) links within an hour. Try again in an hour.",
        about: "email", wait: 3_600)
    case .passwordsWait(let seconds):
      return try await again(
        "Too many passwords were tried. Try again \(RetryWords.after(seconds)).", about: "password",
        wait: Int(seconds.rounded(.up)))
    case .networkWaits(let seconds):
      return try await again(
        "Too many links were asked for from your network. Try again \(RetryWords.after(Double(seconds))).",
        about: "email", wait: seconds)
    }
  }

  private enum Outcome {
    case asked(AddressChange.Asked)
    case passwordsWait(TimeInterval)
    case networkWaits(Int)
  }

  private func send(
    to address: EmailAddress, _ member: SiteContext.Member, password: String, _ request: Request,
    _ context: SiteContext
  ) async throws -> Outcome {
    let attempt: PasswordSignIn.Attempt
    switch try await site.proof(password, of: member, request, context) {
    case .wait(let seconds): return .passwordsWait(seconds)
    case .looked(let looked): attempt = looked
    }
    guard !attempt.isWrong else { return .asked(.wrongPassword) }
    let now = site.now().inMilliseconds
    switch site.emailLimits.ask(address, from: site.network(of: request, context), now: now) {
    case .send: break
    case .keepQuiet: return .asked(.sent)
    case .wait(let seconds): return .networkWaits(seconds)
    }
    let outcome = try await perform(address, member, attempt, browser: request.browserName, now: now)
    site.queued()
    return .asked(outcome)
  }

  private func perform(
    _ address: EmailAddress, _ member: SiteContext.Member, _ attempt: PasswordSignIn.Attempt, browser: String,
    now: Date
  ) async throws -> AddressChange.Asked {
    let prepared = try site.prepareLink(for: .addressChange)
    let id = member.practitioner.id
    let purpose = AccountLink.Purpose.addressChange(address).name
    return try await site.store.perform({ record -> AddressChange.Request? in
      guard let practitioner = try record.practitioner(id),
        let session = try record.session(member.session, now: now)
      else { return nil }
      return AddressChange.Request(
        address: address, practitioner: practitioner, session: session, attempt: attempt,
        stored: try site.password(of: member, record)?.stored,
        recentLinks: try record.countOfAccountLinks(
          purpose, for: id, since: now - AddressChange.linkLasts))
    }) { asked in
      // Signed out meanwhile.
      guard let asked else { return Decision(.signInAgain) }
      return AddressChange.request(asked, prepared: prepared, browser: browser, now: now)
    }
  }
}
