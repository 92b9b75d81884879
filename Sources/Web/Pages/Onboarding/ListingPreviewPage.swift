/// The last step: the listing exactly as colleagues will see it, and the button that shows it to them.
struct ListingPreviewPage: Page {
  let listing: ListingPage
  let progress: StepProgress
  let formToken: String

  var title: String { "\(progress.words): Preview of your listing" }
  var width: PageWidth { .full }

  @HTMLBuilder var body: some HTML {
    div(.class("before")) {
      progress
      p(.class("notice")) {
        "This is what colleagues will see. Nobody sees it until you publish; you can change everything later."
      }
    }
    listing.content
    form(.class("panel buttons"), .method(.post), .action("/onboarding/preview")) {
      FormToken(formToken)
      button(.class("button"), .type("submit"), .name("press"), .value("publish")) { "Publish my listing" }
      button(.class("button plain"), .type("submit"), .name("press"), .value("back")) { "Back" }
    }
  }
}
