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
