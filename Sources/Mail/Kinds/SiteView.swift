/// The names that every email's view has.
enum SiteView {
  static let shape: [String: ViewShape.Value] = [
    "site-name": .text, "operator-name": .text, "operator-contact": .text,
  ]

  static func names(_ site: MailSite) -> [String: TemplateView.Value] {
    [
      "site-name": .text(site.siteName), "operator-name": .text(site.operatorName),
      "operator-contact": .text(site.operatorContact),
    ]
  }
}
