import Domain

/// How to sign in, what the buttons do, and whom to ask.
struct HelpPage: Page {
  let operatorName: String
  let contact: String

  var title: String { "Help" }

  @HTMLBuilder var body: some HTML {
    h1 { "Help" }
    CrisisLines()
    h2 { "Signing in" }
    p {
      "Go to "
      a(.href("/sign-in")) { "Sign in" }
      " and enter the address that our emails come to. Links we email you work once, and for a short time; if yours "
      "has expired, ask for another."
    }
    h2 { "The monthly email" }
    p {
      "Once a month we ask how long a new client waits. Press the answer that is right: colleagues see it at once, and "
      "when you last confirmed it. You need not sign in. A press by mistake can be undone or changed on the page that "
      "opens, and the buttons work for 45 days."
    }
    p {
      "Going away? The page behind a button also takes the day you are back. Until then nobody is sent your way, and "
      "we do not ask."
    }
    p { "Every monthly email has a link at its end that stops them." }
    h2 { "Joining" }
    p { "The way in is an invitation from a colleague who is a member, or from the operator." }
    h2 { "Leaving" }
    p {
      "Under Profile there is "
      a(.href("/profile/leave")) { "Leave the network" }
      ". Your listing goes at once; for \(LeavingDecision.graceDays) days you can sign in and come back, and then what we "
      "hold about you is erased."
    }
    h2 { "Something else" }
    p {
      "The network is run by \(operatorName). Write to "
      ContactLink(contact)
      "."
    }
    p {
      "What we keep about you, and why, is told under "
      a(.href("/privacy")) { "Privacy" }
      "."
    }
  }
}
