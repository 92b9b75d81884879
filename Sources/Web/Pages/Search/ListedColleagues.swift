/// Those found on one page, in the order they were given.
struct ListedColleagues: Component {
  /// At most 30.
  let rows: [ListingsPage.Row]
  /// Those among the 30 who come after all others, because they see people nowhere in person. Empty in another order.
  let apart: [ListingsPage.Row]

  @HTMLBuilder var body: some HTML {
    if !rows.isEmpty {
      ol(.class("listings"), .role("list")) { rows.map { ListingRow(row: $0) } }
    }
    if !apart.isEmpty {
      h2(.class("apart")) { "Without a place: by video or phone" }
      ol(.class("listings"), .role("list")) { apart.map { ListingRow(row: $0) } }
    }
  }
}
