/// One colleague in full.
struct ListingPage: Page {
  /// A fact and its values: "Languages": "English", "Auslan".
  struct Fact: Sendable {
    let name: String
    let values: [String]
  }

  /// Facts that belong together: "Who they see".
  struct Group: Sendable {
    let heading: String
    /// Those without values are left out.
    let facts: [Fact]
  }

  let name: String
  let pronouns: String?
  let profession: String
  let wait: StandingWait
  let badge: String?
  /// In the practitioner's words; empty when they wrote none. Line breaks are kept.
  let bio: String
  let email: String
  let groups: [Group]
  var portrait = Portrait.Kind.letters("", .clay)
  /// Where they are asked to take an enquiry; nil where they cannot be.
  var refer: LinkTarget?
  /// What members say of them; nil on a page that shows none.
  var recommendations: RecommendationPanel?

  var title: String { name }
  var width: PageWidth { .full }
  var script: Asset? { .copyScript }

  @HTMLBuilder var body: some HTML {
    content
    if let recommendations { recommendations }
    p(.class("aside")) { a(.href("/listings")) { "All listings" } }
  }

  /// What colleagues see, also in the preview.
  @HTMLBuilder var content: some HTML {
    div(.class("profile-head")) {
      Portrait(portrait)
      h1 {
        name
        if let pronouns { span(.class("pronouns")) { " (\(pronouns))" } }
      }
      p(.class("lead quiet")) { profession }
      p(.class("wait-line")) {
        WaitChip(wait.band)
        if let freshness = wait.freshness { span(.class("quiet small")) { freshness } }
        if let badge { span(.class("badge")) { badge } }
      }
      if !bio.isEmpty { p(.class("bio")) { bio } }
      div(.class("contact inline")) {
        if let refer { a(.class("button"), .href(refer)) { "Refer to \(name)" } }
        a(.class(refer == nil ? "button" : "button plain"), .href(.mail(to: email))) { "Email \(name)" }
      }
      p(.class("inline")) { span(.class("copyable")) { email } }
      p(.class("quiet small")) { "Please leave out anything that could identify a client." }
    }
    div(.class("groups")) {
      told.map(panel)
    }
  }

  /// The groups with something in them, and of those only the facts with a value.
  private var told: [Group] {
    groups
      .map { Group(heading: $0.heading, facts: $0.facts.filter { !$0.values.isEmpty }) }
      .filter { !$0.facts.isEmpty }
  }

  private func panel(_ group: Group) -> some HTML {
    section(.class("panel")) {
      h2 { group.heading }
      dl(.class("facts-list")) {
        for fact in group.facts {
          div {
            dt { fact.name }
            for value in fact.values { dd { value } }
          }
        }
      }
    }
  }
}
