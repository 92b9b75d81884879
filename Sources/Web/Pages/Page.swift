/// One page: its title, and what stands between the site's header and footer.
///
/// Promise: a page decides nothing. It takes words and numbers that are ready to be read, and no dates.
/// Every body has one `h1`, and no heading before it.
protocol Page: Markup, Sendable {
  associatedtype Body: HTML

  /// Names the page in the browser's tab, before the site's name.
  var title: String { get }
  /// The entry of the header's navigation that this page is, if any.
  var navigationEntry: NavigationEntry? { get }
  /// A column for reading and forms, or the full width for lists.
  var width: PageWidth { get }
  /// The page's own script, if it has one.
  var script: Asset? { get }
  @HTMLBuilder var body: Body { get }
}

extension Page {
  var navigationEntry: NavigationEntry? { nil }
  var width: PageWidth { .narrow }
  var script: Asset? { nil }
}

/// What the header of a signed-in member leads to.
enum NavigationEntry: Sendable { case listings, referrals, invitations, profile }

/// How wide a page's column is.
enum PageWidth: Sendable { case narrow, full }
