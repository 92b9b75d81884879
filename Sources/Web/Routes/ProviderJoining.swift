import Domain
import Hummingbird
import Store

/// Joining by an invitation through a provider: the link proves the address, the provider only who signs in later.
struct ProviderJoining: Sendable {
  let flows: ProviderRoutes

  private var site: Site { flows.site }
  private var invitations: InviteRoutes { InviteRoutes(site: site) }
  private var name: String { flows.provider.settings.name }

  /// Nobody is sent to the provider by a link that opens nothing.
  func begin(by secret: String, _ context: SiteContext) async throws -> Response {
    switch try await invitations.door(secret, context, isActing: true) {
    case .open: try await flows.begin(.join(invitation: secret), context)
    case .shut(let answer): answer
    }
  }

  /// The page that the provider leads back to: much may have happened to the invitation meanwhile.
  func show(
    _ arrival: ProviderArrival, by secret: String, cookie: String, _ context: SiteContext
  ) async throws -> Response {
    switch try await invitations.door(secret, context, isActing: false) {
    case .open(let facts):
      site.page(try page(arrival, facts, name: arrival.name), context: context, cookie: cookie)
    case .shut(let answer): answer
    }
  }

  private func page(_ arrival: ProviderArrival, _ facts: InvitationFacts, name typed: String) throws
    -> ProviderJoinPage
  {
    ProviderJoinPage(
      siteName: site.settings.name, provider: name, account: arrival.account,
      address: facts.invitation.address.text, path: LinkTarget(ProviderRoutes.callback),
      arrival: try Sealing(keys: site.keys).seal(arrival, for: .providerArrival), name: typed)
  }

  /// Opens the account and links the identity, in the one transaction that uses the invitation up.
  func join(
    _ arrival: ProviderArrival, by secret: String, _ form: Form, _ request: Request, _ context: SiteContext
  ) async throws -> Response {
    let facts: InvitationFacts
    switch try await invitations.door(secret, context, isActing: true) {
    case .open(let open): facts = open
    case .shut(let answer): return answer
    }
    var problems = Problems()
    guard let typed = InviteRoutes.name(form["name"] ?? "", &problems) else {
      var page = try page(arrival, facts, name: form["name"] ?? "")
      page.problems = problems
      return site.page(page, context: context, status: .badRequest)
    }
    let new = NewSession()
    var acceptance = invitations.acceptance(by: typed, new.opening(in: request, context))
    acceptance.arrival = flows.prepare(arrival, request)
    return try await invitations.redeem(
      secret, acceptance, with: new, request, context, cookies: [flows.forgotten])
  }
}
