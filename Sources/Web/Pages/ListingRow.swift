/// One colleague in the list. Who is closed stands back a little.
struct ListingRow: Component {
  let row: ListingsPage.Row

  var body: some HTML {
    li(.class(row.wait.band?.tone == .closed ? "listing at-rest" : "listing")) {
      Portrait(row.portrait)
      div(.class("facts")) {
        h2 {
          a(.href(row.path)) { row.name }
          if let pronouns = row.pronouns { span(.class("pronouns")) { " (\(pronouns))" } }
        }
        p { row.profession }
        dotted("Where and how", whereAndHow)
        if !row.matched.isEmpty {
          ul(.class("dotted matched"), .role("list"), .ariaLabel("What you look for")) {
            for entry in row.matched { li { entry } }
          }
        }
        dotted("Practice areas", areas)
        if let recommended = row.recommended { p(.class("quiet small")) { recommended } }
      }
      div(.class("when")) {
        WaitChip(row.wait.band)
        if let freshness = row.wait.freshness { span(.class("quiet small")) { freshness } }
        if let badge = row.badge { span(.class("badge")) { badge } }
        if let pick = row.pick {
          label(.class("pick"), .for("to-\(pick)")) {
            input(
              .id("to-\(pick)"), .type(.checkbox), .name("to"), .value(pick),
              .ariaLabel("Refer to \(row.name)"))
            "Refer"
          }
        }
      }
    }
  }

  private var whereAndHow: [String] {
    [row.distance ?? "", row.places.joined(separator: ", "), row.modes.joined(separator: ", ")].filter {
      !$0.isEmpty
    }
  }

  private var areas: [String] {
    row.furtherAreas > 0 ? row.areas + ["\(row.furtherAreas) more"] : row.areas
  }

  /// A list on one line. The dots between its entries are the stylesheet's, so that none begins a line.
  @HTMLBuilder private func dotted(_ name: String, _ entries: [String]) -> some HTML {
    if !entries.isEmpty {
      ul(.class("dotted"), .role("list"), .ariaLabel(name)) {
        for entry in entries { li { entry } }
      }
    }
  }
}
