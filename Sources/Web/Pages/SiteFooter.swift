/// Who runs the site, how to reach them, and whose place names these are.
struct SiteFooter: Component {
  let operatorName: String
  let contact: String

  var body: some HTML {
    footer(.class("site-footer")) {
      div {
        p {
          "Run by \(operatorName) · "
          ContactLink(contact)
        }
        p(.class("links")) {
          a(.href("/help")) { "Help" }
          a(.href("/privacy")) { "Privacy" }
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
}
