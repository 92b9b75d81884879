/// The searches that a member keeps, each to be opened, called otherwise, or removed.
struct SavedSearchesPage: Page {
  /// One of them.
  struct Row: Sendable {
    let id: String
    let name: String
    let path: LinkTarget
    /// What it asks for, filter by filter.
    let says: [String]
  }

  let rows: [Row]
  let formToken: String
  var problems = Problems()

  var title: String { problems.title("Saved searches") }
  var navigationEntry: NavigationEntry? { .listings }

  @HTMLBuilder var body: some HTML {
    h1(.id("searches")) { "Saved searches" }
    ProblemSummary(problems)
    if rows.isEmpty {
      p(.class("quiet")) {
        "Search the listings, and save the search there. It waits for you here, and above every list."
      }
    } else {
      ul(.class("own"), .role("list")) { rows.map(item) }
    }
    p { a(.href("/listings")) { "All listings" } }
  }

  private func item(_ row: Row) -> some HTML {
    li(.class("stack")) {
      h2 { a(.href(row.path)) { row.name } }
      if !row.says.isEmpty { p(.class("quiet small")) { row.says.joined(separator: " · ") } }
      form(.class("inline whole"), .method(.post), .action("/listings/searches/\(row.id)")) {
        FormToken(formToken)
        field(row)
        button(.class("button plain"), .type("submit"), .name("press"), .value("rename")) { "Rename" }
        button(
          .class("button plain"), .type("submit"), .name("press"), .value("forget"), .formNoValidate(),
          .ariaLabel("Remove “\(row.name)”")
        ) { "Remove" }
      }
    }
  }

  private func field(_ row: Row) -> some HTML {
    div(.class("field")) {
      label(.for("name-\(row.id)")) { "Its name" }
      input(
        .id("name-\(row.id)"), .name("name"), .type(.text), .value(row.name), .maxlength(80), .required(),
        .autocomplete("off"), .when(problems["name-\(row.id)"] != nil, .ariaInvalid()))
    }
  }
}
