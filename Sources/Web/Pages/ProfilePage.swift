/// A member's own things, each behind a link.
struct ProfilePage: Page {
  /// One of them.
  struct Entry: Sendable {
    let path: LinkTarget
    let label: String
    let sentence: String
  }

  let name: String
  let email: String
  let entries: [Entry]

  var title: String { "Profile" }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { "Profile" }
    p(.class("quiet")) { "\(name), \(email)" }
    ul(.class("own")) {
      entries.map { entry in
        li {
          h2 { a(.href(entry.path)) { entry.label } }
          p(.class("quiet")) { entry.sentence }
        }
      }
    }
  }
}
