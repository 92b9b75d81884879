/// Searches that a click fills the form with: the member's own and those that are suggested.
struct SearchOffers: Component {
  /// One of them.
  struct Offer: Sendable {
    let name: String
    let path: LinkTarget
    /// Whether it is what is shown.
    let isShown: Bool
  }

  let saved: [Offer]
  let suggested: [Offer]

  @HTMLBuilder var body: some HTML {
    if !saved.isEmpty {
      nav(.class("offers"), .ariaLabel("Saved searches")) {
        span(.class("quiet small")) { "Saved" }
        ul(.role("list")) {
          saved.map(item)
          li { a(.class("offer quiet"), .href("/listings/searches")) { "Rename or remove" } }
        }
      }
    }
    if !suggested.isEmpty {
      nav(.class("offers"), .ariaLabel("Suggested searches")) {
        span(.class("quiet small")) { "Suggested" }
        ul(.role("list")) { suggested.map(item) }
      }
    }
  }

  private func item(_ offer: Offer) -> some HTML {
    li {
      a(.class("offer"), .href(offer.path), .when(offer.isShown, .ariaCurrent())) { offer.name }
    }
  }
}

/// The form that keeps the search that is shown.
struct SearchKeeper: Component {
  /// As an address writes it.
  let query: String
  let formToken: String

  var body: some HTML {
    details(.class("fold keeper")) {
      summary { span { "Save this search" } }
      form(.class("inline"), .method(.post), .action("/listings/searches")) {
        FormToken(formToken)
        HiddenField(name: "query", value: query)
        div(.class("field")) {
          label(.for("name")) { "Its name" }
          input(.id("name"), .name("name"), .type(.text), .maxlength(80), .required(), .autocomplete("off"))
        }
        button(.class("button plain"), .type("submit")) { "Save" }
      }
    }
  }
}
