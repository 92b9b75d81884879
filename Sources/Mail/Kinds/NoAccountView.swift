import Domain

/// What the templates of the answer to a stranger may name.
enum NoAccountView {
  static let shape = ViewShape(["link": .text])

  static func make(links: EmailLinks) -> TemplateView { TemplateView(["link": .text(links.signInPage)]) }
}
