/// What all pages share: the document around them, the header and the footer.
struct Layout: Markup, Sendable {
  /// The member whose browser this is.
  struct SignedIn: Sendable {
    let name: String
    /// Protects the form that signs out.
    let formToken: String?
    /// Whether the pages of members are theirs: not of one who has left.
    var takesPart = true
  }

  let siteName: String
  /// The legal name of who runs the site.
  let operatorName: String
  /// How to reach the operator: an email address, a web address, or words.
  let contact: String
  let signedIn: SignedIn?

  init(siteName: String, operatorName: String, contact: String, signedIn: SignedIn? = nil) {
    self.siteName = siteName
    self.operatorName = operatorName
    self.contact = contact
    self.signedIn = signedIn
  }

  /// The whole document, in UTF-8.
  func render(_ page: some Page) -> [UInt8] {
    Pair(first: TrustedMarkup("<!DOCTYPE html>\n"), second: document(of: page)).rendered(capacity: 32_768)
  }

  private func document(of page: some Page) -> some HTML {
    Tag("html", [.lang("en-AU")]) {
      Tag("head") { head(of: page) }
      Tag("body") {
        a(.class("skip"), .href("#main")) { "Skip to the content" }
        SiteHeader(siteName: siteName, signedIn: signedIn, current: page.navigationEntry)
        main(.id("main"), .class(page.width == .narrow ? "narrow flow" : "full"), .tabindex(-1)) {
          page.body
        }
        SiteFooter(operatorName: operatorName, contact: contact)
      }
    }
  }

  @HTMLBuilder private func head(of page: some Page) -> some HTML {
    meta(.charset("utf-8"))
    meta(.metaName("viewport"), .content("width=device-width, initial-scale=1"))
    Tag("title") { "\(page.title) – \(siteName)" }
    meta(.metaName("color-scheme"), .content("light dark"))
    link(.rel("stylesheet"), .href(Asset.stylesheet.address))
    link(.rel("icon"), .href(Asset.icon.address), .type("image/svg+xml"))
    if let script = page.script {
      Tag("script", [.src(script.address), .defer()]) {}
    }
  }
}
