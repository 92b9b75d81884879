@testable import Web

/// Every page once or more, with content like that of a real day. Names and addresses are made up.
enum SamplePages {
  static let layout = Layout(
    siteName: "Help Link Private", operatorName: "Example Referral Network Pty Ltd",
    contact: "hello@example.com")

  static let member = Layout(
    siteName: "Help Link Private", operatorName: "Example Referral Network Pty Ltd",
    contact: "hello@example.com", signedIn: .init(name: "Dr Mei-Lin Huang", formToken: "token-of-the-form"))

  /// File names and documents.
  static var all: [(name: String, document: [UInt8])] { anyone + answers + members + errors }

  private static var anyone: [(String, [UInt8])] {
    [
      ("front", layout.render(FrontPage(isSignedIn: false))),
      ("sign-in", layout.render(SignInPage(formToken: "t"))),
      (
        "sign-in-error", layout.render(SignInPage(email: "mei-lin@", problem: addressProblem, formToken: "t"))
      ),
      ("sign-in-sent", layout.render(SignInSentPage())),
      ("sign-in-confirm", layout.render(SignInConfirmPage(who: "m…@example.com", path: "/sign-in/abc"))),
      ("sign-in-spent", layout.render(SignInLinkSpentPage())),
      (
        "unsubscribe",
        layout.render(UnsubscribePage(stream: "the monthly waiting-period email", path: "/u/abc"))
      ),
      (
        "unsubscribed",
        layout.render(UnsubscribedPage(stream: "the monthly waiting-period email", path: "/u/abc"))
      ),
      ("resumed", layout.render(ResumedPage(stream: "the monthly waiting-period email"))),
    ]
  }

  private static var answers: [(String, [UInt8])] {
    let path: LinkTarget = "/w/1k2j3h4g5f"
    return [
      ("wait", layout.render(asking(.twoWeeks, submitsItself: false))),
      ("wait-at-once", layout.render(asking(.twoWeeks, submitsItself: true))),
      ("wait-closed", layout.render(asking(.closed, submitsItself: false))),
      ("wait-confirming", layout.render(WaitingPeriodConfirmingPage(standing: earlier, path: path))),
      (
        "wait-confirming-error",
        layout.render(WaitingPeriodConfirmingPage(standing: earlier, path: path, isChoiceMissing: true))
      ),
      (
        "wait-result", layout.render(WaitingPeriodResultPage(standing: today, outcome: .answered(retraction)))
      ),
      (
        "wait-result-elsewhere",
        layout.render(WaitingPeriodResultPage(standing: today, outcome: .answeredElsewhere))
      ),
      (
        "wait-undone", layout.render(WaitingPeriodResultPage(standing: earlier, outcome: .undone(retraction)))
      ),
      ("link-expired", layout.render(LinkExpiredPage(freshPath: "/w/1k2j3h4g5f/fresh"))),
      ("link-fresh", layout.render(FreshLinkSentPage())),
      ("link-invalid", layout.render(LinkInvalidPage())),
    ]
  }

  private static var members: [(String, [UInt8])] {
    [
      ("listings", member.render(listings(count: 30))),
      (
        "listings-empty",
        member.render(
          ListingsPage(total: 0, first: 1, rows: [], pageNumber: 1, pageCount: 1, previous: nil, next: nil))
      ),
      ("listing", member.render(listing)),
      ("front-signed-in", member.render(FrontPage(isSignedIn: true))),
    ]
  }

  private static var errors: [(String, [UInt8])] {
    [
      ("error-404", layout.render(ErrorPage(.notFound))),
      ("error-400", layout.render(ErrorPage(.badRequest("The form came without an email address.")))),
      ("error-403", layout.render(ErrorPage(.staleForm))),
      ("error-413", layout.render(ErrorPage(.tooLarge))),
      ("error-429", layout.render(ErrorPage(.tooManyRequests(retry: "in 2 minutes")))),
      ("error-503", layout.render(ErrorPage(.unavailable))),
      (
        "not-saved",
        layout.render(
          NotSavedPage(
            sent: .init(
              path: "/w/1k2j3h4g5f", fields: [("confirming", "yes"), ("waiting-period", "1-month")])))
      ),
      ("not-saved-password", layout.render(NotSavedPage(sent: nil))),
      ("error-500", layout.render(ErrorPage(.failed))),
    ]
  }
}
