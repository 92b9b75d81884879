import Domain
import Hummingbird

extension Site {
  /// The member whose browser asks, or a way to sign in.
  func member(_ context: SiteContext) throws -> SiteContext.Member {
    if let member = context.member { return member }
    throw context.account == nil ? RequestProblem.signInFirst : .hasLeft
  }

  /// Whoever is signed in, also one who has left, or a way to sign in.
  func account(_ context: SiteContext) throws -> SiteContext.Member {
    guard let account = context.account else { throw RequestProblem.signInFirst }
    return account
  }

  /// The same as `memberForm` for what one who has left may do as well.
  func accountForm(_ request: Request, _ context: SiteContext) async throws -> (
    member: SiteContext.Member, form: Form
  ) {
    let member = try account(context)
    let form = try await request.form(context)
    try check(form["form-token"], of: member, request)
    return (member, form)
  }

  /// The form that a member sent from a page of ours: it rests on their cookie, so it carries their session's token.
  func memberForm(_ request: Request, _ context: SiteContext) async throws -> (
    member: SiteContext.Member, form: Form
  ) {
    let member = try member(context)
    let form = try await request.form(context)
    try check(form["form-token"], of: member, request)
    return (member, form)
  }

  /// Refuses a form that did not come from a page of the member's session.
  func check(_ token: String?, of member: SiteContext.Member, _ request: Request) throws {
    guard !request.isFromAnotherSite, FormProtection(keys: keys).isValid(token ?? "", for: member.session)
    else {
      throw RequestProblem.staleForm
    }
  }

  /// The token for a form on a member's page.
  func formToken(_ member: SiteContext.Member) -> String {
    FormProtection(keys: keys).issue(for: member.session)
  }
}
