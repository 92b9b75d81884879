/// A member's referrals: what was asked of them, and what they asked.
struct ReferralsPage: Page {
  /// One of them, in words that are ready to be read.
  struct Row: Sendable {
    let path: LinkTarget
    /// "Dr Amelia Gunn asks", or "Referral of 3 December 2026"
    let name: String
    /// "Waits for your answer", "Placed"
    let state: String
    /// More in a line each: "Dr Thảo Nguyễn: no answer yet".
    let lines: [String]
    /// Whether the reader has something to do there.
    var isWaiting = false
  }

  let received: [Row]
  let made: [Row]
  /// Whether the member may refer: those whom colleagues see.
  let mayRefer: Bool

  var title: String { "Referrals" }
  var navigationEntry: NavigationEntry? { .referrals }

  @HTMLBuilder var body: some HTML {
    h1 { "Referrals" }
    p {
      if mayRefer {
        "To refer someone, choose up to three colleagues on "
        a(.href("/listings")) { "the listings" }
        "."
      } else {
        "You can refer to colleagues as soon as your listing is published."
      }
    }
    h2 { "Asked of you" }
    list(received, empty: "Nobody has asked you yet.")
    h2 { "Asked by you" }
    list(made, empty: "You have asked nobody yet.")
  }

  @HTMLBuilder private func list(_ rows: [Row], empty: String) -> some HTML {
    if rows.isEmpty {
      p(.class("quiet")) { empty }
    } else {
      ul(.class("own"), .role("list")) { rows.map(item) }
    }
  }

  private func item(_ row: Row) -> some HTML {
    li {
      h3 { a(.href(row.path)) { row.name } }
      p {
        if row.isWaiting { strong { row.state } } else { row.state }
      }
      for line in row.lines { p(.class("quiet small")) { line } }
    }
  }
}
