/// What an enquiry needs, for those who are in it alone.
struct NeedPanel: Component {
  let facts: [ListingPage.Fact]
  /// In the referrer's words; may be empty. Line breaks are kept.
  let note: String

  var body: some HTML {
    section(.class("panel"), .id("need")) {
      h2 { "What it is about" }
      dl(.class("facts-list")) {
        for fact in facts where !fact.values.isEmpty {
          div {
            dt { fact.name }
            for value in fact.values { dd { value } }
          }
        }
        if !note.isEmpty {
          div {
            dt { "Note" }
            dd(.class("note")) { note }
          }
        }
      }
    }
  }
}
