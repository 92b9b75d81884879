/// The site's name, and for members where they can go.
struct SiteHeader: Component {
  let siteName: String
  let signedIn: Layout.SignedIn?
  let current: NavigationEntry?

  var body: some HTML {
    header(.class("site-header")) {
      div {
        a(.class("brand"), .href("/")) {
          Brand.mark
          span { siteName }
        }
        if let signedIn { navigation(for: signedIn) }
      }
    }
  }

  private func navigation(for member: Layout.SignedIn) -> some HTML {
    nav(.ariaLabel("Site")) {
      span(.class("who quiet small")) { member.name }
      if member.takesPart { entries }
      form(.method(.post), .action("/sign-out")) {
        FormToken(member.formToken)
        button(.class("nav-item"), .type("submit")) { "Sign out" }
      }
    }
  }

  @HTMLBuilder private var entries: some HTML {
    a(.class("nav-item"), .href("/listings"), .when(current == .listings, .ariaCurrentPage())) { "Listings" }
    a(.class("nav-item"), .href("/referrals"), .when(current == .referrals, .ariaCurrentPage())) {
      "Referrals"
    }
    a(.class("nav-item"), .href("/invitations"), .when(current == .invitations, .ariaCurrentPage())) {
      "Invite"
    }
    a(.class("nav-item"), .href("/profile"), .when(current == .profile, .ariaCurrentPage())) { "Profile" }
  }
}
