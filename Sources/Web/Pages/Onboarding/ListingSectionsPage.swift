/// A published listing, section by section, each with the way to its form.
struct ListingSectionsPage: Page {
  /// What one form holds.
  struct Section: Sendable {
    let title: String
    /// `/profile/listing/places`
    let path: LinkTarget
    /// What it says now; empty when it says nothing.
    let says: [String]
    /// Whether something was typed that is not saved.
    let isOpen: Bool
  }

  /// `/practitioners/…`
  let listingPath: LinkTarget
  /// Whether the operator has found the registration in the register.
  let isVerified: Bool
  let sections: [Section]

  var title: String { "Your listing" }

  @HTMLBuilder var body: some HTML {
    h1 { "Your listing" }
    p {
      "Colleagues see it: "
      a(.href(listingPath)) { "look at it as they do" }
      "."
    }
    if !isVerified {
      p(.class("notice")) {
        "Your registration is not yet verified. The operator looks it up in the register; until then your listing says so, "
        "and help seekers do not see it."
      }
    }
    ul(.class("sections")) { sections.map(row) }
  }

  private func row(_ section: Section) -> some HTML {
    li {
      div {
        h2 { section.title }
        if section.says.isEmpty { p(.class("quiet small")) { "Nothing said" } }
        for line in section.says { p(.class("quiet small")) { line } }
        if section.isOpen { p(.class("wrong small")) { "What you changed here is not saved yet" } }
      }
      a(.class("button plain"), .href(section.path), .ariaLabel("Edit: \(section.title)")) { "Edit" }
    }
  }
}
