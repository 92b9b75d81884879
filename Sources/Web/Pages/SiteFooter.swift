/// Who runs the site, how to reach them, and whose place names these are.
struct SiteFooter: Component {
  let operatorName: String
  let contact: String

  var body: some HTML {
    footer(.class("site-footer")) {
      div {
        p {
          "Run by \(operatorName) · "
          contactLink
        }
        p { "No trackers, and nothing on these pages is loaded from anywhere else." }
        p {
          "Places from "
          a(.href("https://www.geonames.org/")) { "GeoNames" }
          ", "
          a(.href("https://creativecommons.org/licenses/by/4.0/")) { "CC BY 4.0" }
          "."
        }
      }
    }
  }

  @HTMLBuilder private var contactLink: some HTML {
    if contact.utf8.contains(UInt8(ascii: "@")) {
      a(.href(.mail(to: contact))) { contact }
    } else if contact.hasPrefix("https://") {
      a(.href(LinkTarget(contact))) { contact }
    } else {
      contact
    }
  }
}
