import Domain

@testable import Web

/// The pages of invitations, as `SamplePages` shows them.
enum SampleInvitations {
  static let all: [(String, [UInt8])] = links + members

  private static let path: LinkTarget = "/invite/1k2j3h4g5f"
  private static let note =
    "We spoke about this on Tuesday: it is how I find out who has room. I would be glad to see you there."

  private static func invite(
    _ ways: SignInWays = SignInWays(), _ change: (inout InvitePage) -> Void = { _ in }
  ) -> [UInt8] {
    var page = InvitePage(
      siteName: "Help Link Private", inviter: "Dr Amelia Gunn", note: note, address: "mei-lin@example.com",
      path: path, ways: ways)
    change(&page)
    return SamplePages.layout.render(page)
  }

  private static func join(_ change: (inout ProviderJoinPage) -> Void = { _ in }) -> [UInt8] {
    var page = ProviderJoinPage(
      siteName: "Help Link Private", provider: "Google", account: "mei-lin@elsewhere.example",
      address: "mei-lin@example.com", path: "/sign-in/google/callback", arrival: "1.abc",
      name: "Mei-Lin Huang")
    change(&page)
    return SamplePages.layout.render(page)
  }

  private static var links: [(String, [UInt8])] {
    [
      ("invite", invite()),
      (
        "invite-error",
        invite {
          $0.name = "mei-lin@"
          $0.problems = Problems("A name is on one line, without links and without : @ < >", about: "name")
          $0.problems.add("Choose a password of at least 12 characters", about: "password")
        }
      ),
      (
        "invite-provider",
        invite { $0.provider = ProviderButton(provider: "Google", start: .join(invitation: "1k2j")) }
      ),
      ("invite-links-only", invite(SignInWays(password: false))),
      ("invite-password-only", invite(SignInWays(emailLink: false))),
      (
        "invite-provider-only",
        invite(SignInWays(password: false, emailLink: false)) {
          $0.provider = ProviderButton(provider: "Google", start: .join(invitation: "1k2j"))
        }
      ),
      ("provider-join", join()),
      (
        "provider-join-error",
        join {
          $0.name = "mei-lin@"
          $0.problems = Problems("A name is on one line, without links and without : @ < >", about: "name")
        }
      ),
      ("invitation-used", SamplePages.layout.render(InvitationUsedPage())),
      (
        "invitation-expired",
        SamplePages.layout.render(InvitationExpiredPage(freshPath: "/invite/1k2j/fresh"))
      ),
      ("invitation-fresh", SamplePages.layout.render(InvitationFreshPage())),
      ("invitation-revoked", SamplePages.layout.render(InvitationRevokedPage())),
      ("invitation-not-needed", SamplePages.layout.render(InvitationNotNeededPage())),
      ("invitation-signed-in", SamplePages.member.render(InvitationSignedInPage(name: "Dr Mei-Lin Huang"))),
    ]
  }

  private static var members: [(String, [UInt8])] {
    [
      ("invitations", SamplePages.member.render(page(rows: rows))),
      ("invitations-empty", SamplePages.member.render(page(rows: []))),
      (
        "invitations-unlisted",
        SamplePages.member.render(
          InvitationsPage(mayInvite: false, left: 20, rows: [], formToken: "token-of-the-form"))
      ),
      ("invitations-error", SamplePages.member.render(refused)),
    ]
  }

  private static func page(rows: [InvitationsPage.Row]) -> InvitationsPage {
    InvitationsPage(
      mayInvite: true, left: 17, rows: rows, formToken: "token-of-the-form",
      done: rows.isEmpty ? nil : "The invitation is on its way.")
  }

  private static var refused: InvitationsPage {
    var page = page(rows: rows)
    page.done = nil
    page.email = "mei-lin@"
    page.note = note
    page.problems = Problems(
      "Check the address: an email address has one @ between a name and a domain", about: "email")
    page.problems.add(
      "That address has had enough email from us for today: try again tomorrow", about: "invitation-r1")
    return page
  }

  private static let rows = [
    row(
      1, "Sent on 26 November 2026. The link works until the end of 9 December 2026.",
      again: "Send a fresh link"),
    InvitationsPage.Row(
      id: "r2", address: "joined@example.com", state: "Joined on 20 November 2026.", note: "",
      joined: ("Dr Tariq Haddad", "/practitioners/abc"), again: nil, mayBeRevoked: false),
    row(
      3, "Not delivered: the receiving server did not take it. Is the address right?", again: "Try once more"),
    row(4, "Expired on 3 November 2026.", again: "Send a fresh link", mayBeRevoked: false),
    row(5, "Taken back on 2 November 2026.", again: nil, mayBeRevoked: false),
  ]

  private static func row(_ number: Int, _ state: String, again: String?, mayBeRevoked: Bool = true)
    -> InvitationsPage.Row
  {
    InvitationsPage.Row(
      id: "r\(number)", address: "colleague.\(number)@a-rather-long-name-of-a-practice.example.com",
      state: state,
      note: number == 1 ? note : "", joined: nil, again: again, mayBeRevoked: mayBeRevoked)
  }
}
