/// Before the first question: what is asked, where the answers go, and a button to begin.
struct FindPage: Page {
  /// Why somebody finds themselves here.
  enum News: Sendable {
    /// What was answered is not in this browser any more, or never was.
    case gone
    /// They have cleared it.
    case cleared
  }

  /// How long answers rest in the browser, in hours.
  let hours: Int
  /// Where an enquiry that was begun goes on.
  var goesOn: LinkTarget?
  var news: News?

  var title: String { "Find help" }

  @HTMLBuilder var body: some HTML {
    CrisisBar()
    h1 { "Find someone who can help" }
    if let news { p(.class("notice"), .role("status")) { Self.sentence(news) } }
    p { "A few questions, one at a time. Then you see who may fit, and how soon they have room." }
    ul(.class("bullets")) {
      li { "No name, no email and no phone number until you ask to book." }
      li {
        "Your answers stay in this browser, locked, until you close it or \(hours) hours have passed. We keep no copy. "
        "They help find who fits, and nothing else."
      }
      li { "Everyone you will see is registered, and we have checked that." }
    }
    div(.class("buttons")) {
      if let goesOn { a(.class("button"), .href(goesOn)) { "Go on where you were" } }
      form(.method(.post), .action("/find")) {
        button(goesOn == nil ? .class("button") : .class("button plain"), .type("submit")) {
          goesOn == nil ? "Start" : "Start again"
        }
      }
    }
    p(.class("quiet small")) {
      "More about what is kept, and why: "
      a(.href("/privacy#looking")) { "Privacy" }
    }
  }

  private static func sentence(_ news: News) -> String {
    switch news {
    case .gone:
      "Your answers are not in this browser any more. Please start again. If this happens each time, allow cookies for this site."
    case .cleared: "Your answers are cleared. Nothing of them is left."
    }
  }
}
