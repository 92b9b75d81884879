import Domain
import Foundation
import Hummingbird
import Store

/// The link that went to a member's new address: GET shows, POST acts, and the address that it came from needs no session.
struct AddressLinkRoutes: Sendable {
  let site: Site

  func add(to router: Router<SiteContext>) {
    router.get("/profile/address/:secret") { _, context in
      let (digest, path, now) = (try digest(context), try path(context), site.now())
      let facts = try await site.store.read { try $0.addressChangeFacts(digest) }
      return page(facts.standing(now: now), path, context)
    }
    router.post("/profile/address/:secret") { request, context in try await confirm(request, context) }
  }

  private func digest(_ context: SiteContext) throws -> SecretDigest {
    SecretDigest(of: try context.parameters.require("secret"))
  }

  private func path(_ context: SiteContext) throws -> String {
    "\(AddressRoutes.path)/\(try context.parameters.require("secret"))"
  }

  private func page(
    _ standing: AddressChange.Standing, _ path: String, _ context: SiteContext,
    open status: HTTPResponse.Status = .ok
  ) -> Response {
    switch standing {
    case .open(let practitioner, let address):
      let page = AddressConfirmPage(
        who: practitioner.name, address: address.text, path: LinkTarget(path))
      return site.page(page, context: context, status: status)
    case .done(let practitioner):
      return site.page(AddressChangedPage(address: practitioner.email.text), context: context)
    case .taken(let address):
      return site.page(AddressTakenPage(address: address.text), context: context, status: .conflict)
    case .unusable: return site.page(AddressLinkSpentPage(), context: context, status: .gone)
    }
  }

  /// The button itself says it: what a script submits by itself changes nothing.
  private func confirm(_ request: Request, _ context: SiteContext) async throws -> Response {
    let (digest, path, now) = (try digest(context), try path(context), site.now().inMilliseconds)
    guard try await request.form(context)["choice"] == "confirm" else {
      let facts = try await site.store.read { try $0.addressChangeFacts(digest) }
      return page(facts.standing(now: now), path, context, open: .badRequest)
    }
    let notice = site.notice(in: request)
    let standing = try await site.store.perform({ try $0.addressChangeFacts(digest) }) {
      AddressChange.confirm($0, notice: notice, now: now)
    }
    guard case .done = standing else { return page(standing, path, context) }
    site.queued()
    return site.seeOther(path)
  }
}
