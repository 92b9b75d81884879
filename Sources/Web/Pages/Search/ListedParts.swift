/// The larger parts of a page of listings: the same for everybody who searches alike, and written once for them.
struct ListedParts: Sendable {
  /// The form, filled in.
  let form: RenderedMarkup
  /// Those found.
  let list: RenderedMarkup
  /// How many of them are on this page.
  let count: Int
  /// Whether some may be chosen for a referral.
  let isForReferral: Bool

  /// Writes the parts.
  init(_ form: SearchForm, rows: [ListingsPage.Row], apart: [ListingsPage.Row] = []) {
    self.form = RenderedMarkup(form)
    list = RenderedMarkup(ListedColleagues(rows: rows, apart: apart))
    count = rows.count + apart.count
    isForReferral = (rows + apart).contains { $0.pick != nil }
  }
}
