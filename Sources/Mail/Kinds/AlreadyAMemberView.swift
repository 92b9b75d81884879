import Domain

/// What the templates of the email to an invited member may name.
enum AlreadyAMemberView {
  static let shape = ViewShape([
    "name": .text,
    // Who invited: "Dr Amelia Gunn".
    "inviter": .text,
    // Where members sign in.
    "link": .text,
  ])

  static func make(_ facts: AlreadyAMemberEmail, links: EmailLinks) -> TemplateView {
    TemplateView([
      "name": .text(facts.name.onOneLine), "inviter": .text(facts.inviter.onOneLine),
      "link": .text(links.signInPage),
    ])
  }
}
