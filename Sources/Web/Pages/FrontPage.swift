import Domain

/// The front door.
struct FrontPage: Page {
  /// Whether this browser is signed in: then the button leads to the listings.
  let isSignedIn: Bool

  var title: String { "Find a colleague with room" }
  var width: PageWidth { .full }

  @HTMLBuilder var body: some HTML {
    door
    div(.class("hero")) {
      welcome
      example
    }
    points
    crisisLines
  }

  private var door: some HTML {
    p(.class("door")) {
      span { "Looking for help, for yourself or someone close to you?" }
      a(.class("button"), .href("/find")) { "Find help" }
    }
  }

  private var welcome: some HTML {
    div(.class("welcome")) {
      h1 { "Find a trusted colleague who has room." }
      p(.class("lead quiet")) {
        "A private, invite-only network in which Australian mental health practitioners keep each other up to "
        "date about how long a new client waits."
      }
      if isSignedIn {
        a(.class("button"), .href("/listings")) { "See the listings" }
      } else {
        a(.class("button"), .href("/sign-in")) { "Sign in" }
        p(.class("quiet small")) { "Not a member yet? The way in is an invitation from a colleague." }
      }
    }
  }

  /// What the network is about, seen rather than told.
  private var example: some HTML {
    div(.class("panel example")) {
      h2 { "What colleagues see" }
      exampleLine(.now, "Updated today")
      exampleLine(.oneMonth, "Confirmed 3 weeks ago")
      exampleLine(.closed, "Confirmed 9 days ago")
    }
  }

  private func exampleLine(_ period: WaitingPeriod, _ freshness: String) -> some HTML {
    p(.class("wait-line")) {
      WaitChip(WaitBand(period))
      span(.class("quiet small")) { freshness }
    }
  }

  private var crisisLines: some HTML {
    p(.class("aside quiet small")) { CrisisSentence() }
  }

  private var points: some HTML {
    div(.class("points")) {
      point("One click a month", "An email asks how long your wait is. Press the answer, and you are done.")
      point("Never stale", "Every wait says when it was last confirmed, and silence never moves anyone up.")
      point("Quiet by design", "Emails from here carry nothing about clients. Details stay behind a link.")
    }
  }

  private func point(_ heading: String, _ sentence: String) -> some HTML {
    div {
      h2 { heading }
      p(.class("quiet")) { sentence }
    }
  }
}
