import Domain

@testable import Web

/// Every page once or more, with content like that of a real day. Names and addresses are made up.
enum SamplePages {
  static let layout = Layout(
    siteName: "Help Link Private", operatorName: "Example Referral Network Pty Ltd",
    contact: "hello@example.com")

  static let member = Layout(
    siteName: "Help Link Private", operatorName: "Example Referral Network Pty Ltd",
    contact: "hello@example.com", signedIn: .init(name: "Dr Mei-Lin Huang", formToken: "token-of-the-form"))

  static let left = Layout(
    siteName: "Help Link Private", operatorName: "Example Referral Network Pty Ltd",
    contact: "hello@example.com",
    signedIn: .init(name: "Dr Mei-Lin Huang", formToken: "token-of-the-form", takesPart: false))

  /// File names and documents.
  static var all: [(name: String, document: [UInt8])] {
    anyone + SampleEnquiries.all + provider + answers + members + errors + addresses + SampleInvitations.all
      + SampleBookings.all + SampleRequests.all + onboarding + SampleReferrals.all
  }

  private static var anyone: [(String, [UInt8])] {
    [
      ("front", layout.render(FrontPage(isSignedIn: false))),
      ("sign-in", layout.render(SignInPage())),
      ("sign-in-link-only", layout.render(SignInPage(ways: .init(password: false)))),
      ("sign-in-password-only", layout.render(SignInPage(ways: .init(emailLink: false)))),
      ("help", layout.render(HelpPage(operatorName: "Example Pty Ltd", contact: "hello@example.com"))),
      (
        "privacy",
        layout.render(
          PrivacyPage(
            siteName: "Help Link Private", operatorName: "Example Pty Ltd", contact: "hello@example.com",
            backupDays: 30, seekersKeptDays: 90))
      ),
      ("erased", layout.render(ErasedPage())),
      (
        "sign-in-error",
        layout.render(SignInPage(email: "mei-lin@", problems: Problems(addressProblem, about: "email")))
      ),
      ("sign-in-sent", layout.render(SignInSentPage())),
      ("sign-in-code-wrong", layout.render(SignInSentPage(isCodeWrong: true))),
      ("forgotten", layout.render(ForgottenPage())),
      ("forgotten-sent", layout.render(ForgottenSentPage())),
      (
        "password-reset",
        layout.render(PasswordResetPage(who: "Dr Mei-Lin Huang", path: "/sign-in/reset/abc"))
      ),
      ("password-reset-spent", layout.render(PasswordResetSpentPage())),
      ("sign-in-confirm", layout.render(SignInConfirmPage(who: "m…@example.com", path: "/sign-in/abc"))),
      ("sign-in-spent", layout.render(SignInLinkSpentPage())),
      (
        "unsubscribe",
        layout.render(
          UnsubscribePage(
            stream: "digests", fewer: [.init(DigestFrequency.fortnightly), .init(DigestFrequency.monthly)],
            path: "/u/abc"))
      ),
      (
        "unsubscribe-no-fewer",
        layout.render(UnsubscribePage(stream: "the monthly waiting-period emails", fewer: [], path: "/u/abc"))
      ),
      (
        "unsubscribe-fewer",
        layout.render(
          FrequencyPage(
            stream: "digests", now: .init(DigestFrequency.monthly), before: .init(DigestFrequency.weekly),
            path: "/u/abc"))
      ),
      (
        "unsubscribed",
        layout.render(UnsubscribedPage(stream: "the monthly waiting-period emails", path: "/u/abc"))
      ),
      ("resumed", layout.render(ResumedPage(stream: "the monthly waiting-period emails"))),
    ]
  }

  private static var provider: [(String, [UInt8])] {
    let problems = ProviderProblemPage.Problem.allCases.flatMap {
      [
        ("provider-\($0)", layout.render(ProviderProblemPage($0, provider: "Google"))),
        (
          "provider-\($0)-joining",
          layout.render(ProviderProblemPage($0, provider: "Google", invitation: "/invite/1k2j"))
        ),
      ]
    }
    return [
      (
        "provider-leaving",
        layout.render(
          ProviderLeavingPage(provider: "Google", address: "https://id.example/authorize?a=b&c=d"))
      ),
      ("provider-sign-in", layout.render(SignInPage(provider: "Google"))),
      (
        "provider-sign-in-alone",
        layout.render(
          SignInPage(
            ways: .init(password: false, emailLink: false), next: NextPath("/profile"), provider: "Google"))
      ),
      ("provider-none", member.render(providerPage(nil, mayUnlink: true))),
      ("provider-linked", member.render(providerPage(linked, mayUnlink: true))),
      ("provider-only-way", member.render(providerPage(linked, mayUnlink: false))),
      ("provider-arrived", layout.render(arrived(isLinking: false))),
      ("provider-arrived-linking", member.render(arrived(isLinking: true))),
    ] + problems
  }

  private static let linked = ProviderPage.Linked(account: "mei-lin@example.com", since: "3 December 2026")

  private static func providerPage(_ linked: ProviderPage.Linked?, mayUnlink: Bool) -> ProviderPage {
    ProviderPage(provider: "Google", linked: linked, mayUnlink: mayUnlink, formToken: "t")
  }

  private static func arrived(isLinking: Bool) -> ProviderArrivedPage {
    ProviderArrivedPage(
      provider: "Google", account: "mei-lin@example.com", isLinking: isLinking,
      path: "/sign-in/google/callback",
      arrival: "1.abc")
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
          listings(count: 0))
      ),
      ("listings-narrow", member.render(SampleSearches.narrow)),
      ("listings-near", member.render(SampleSearches.near)),
      ("searches", member.render(SampleSearches.saved())),
      ("searches-none", member.render(SavedSearchesPage(rows: [], formToken: "t"))),
      (
        "searches-error",
        member.render(SampleSearches.saved(Problems("Give the search a name", about: "name-2")))
      ),
      ("listing", member.render(listing)),
      ("listing-recommended", member.render(recommended(.recommend(typed: "", problem: nil)))),
      (
        "listing-recommended-by-me",
        member.render(recommended(.stands(typed: "Prompt letters.", problem: nil)))
      ),
      (
        "listing-recommending-failed",
        member.render(recommended(.recommend(typed: "x", problem: "Shorten it.")))
      ),
      ("listing-own", member.render(recommended(.none))),
      ("photo", member.render(PhotoPage(portrait: .letters("MH", .iris), formToken: "t"))),
      ("photo-refused", member.render(PhotoPage(portrait: photo, formToken: "t", problem: .otherKind))),
      ("security", member.render(security(.set(on: "3 November 2026")))),
      (
        "security-no-password",
        member.render(security(.unset, problems: Problems("Choose another.", about: "new-password")))
      ),
      ("security-old-session", member.render(security(.signInFirst))),
      (
        "profile",
        member.render(
          ProfilePage(
            name: "Dr Mei-Lin Huang", email: "mei-lin.huang@example.com",
            entries: [
              .init(path: "/profile/emails", label: "Emails", sentence: "Which of our emails you want."),
              .init(
                path: "/profile/export", label: "Your data",
                sentence: "All that is held about you, in one file."),
            ]))
      ),
      (
        "profile-emails",
        member.render(
          EmailPreferencesPage(
            preferences: EmailPreferences(), stopped: [.rounds], isSaved: true, formToken: "t"))
      ),
      ("profile-export", member.render(ExportPage(formToken: "t"))),
      ("leave", member.render(LeavePage(until: "26 December 2026", formToken: "t"))),
      ("has-left", left.render(HasLeftPage(until: "26 December 2026", formToken: "t"))),
      (
        "has-left-unsure",
        left.render(
          HasLeftPage(
            until: "26 December 2026", formToken: "t",
            problems: Problems("Tick the box if you want to be erased now.", about: HasLeftPage.field)))
      ),
      ("front-signed-in", member.render(FrontPage(isSignedIn: true))),
    ]
  }

  private static var addresses: [(String, [UInt8])] {
    let old = "mei-lin.huang@example.com"
    let asking = { (proof: AddressPage.Proof, isSent: Bool, problems: Problems) in
      member.render(
        AddressPage(
          present: old, proof: proof, formToken: "t", isSent: isSent,
          typed: problems.isEmpty ? "" : "mei-lin@",
          problems: problems))
    }
    var problems = Problems(addressProblem, about: "email")
    problems.add("That is not the password that you have now.", about: "password")
    return [
      ("address", asking(.password, false, Problems())),
      ("address-error", asking(.password, false, problems)),
      ("address-sent", asking(.session, true, Problems())),
      ("address-old-session", asking(.signInAgain, false, Problems())),
      (
        "address-confirm",
        layout.render(
          AddressConfirmPage(
            who: "Dr Mei-Lin Huang", address: "mei-lin@elsewhere.example", path: "/profile/address/abc"))
      ),
      ("address-changed", layout.render(AddressChangedPage(address: "mei-lin@elsewhere.example"))),
      ("address-taken", layout.render(AddressTakenPage(address: "mei-lin@elsewhere.example"))),
      ("address-spent", layout.render(AddressLinkSpentPage())),
    ]
  }

  private static func security(_ state: PasswordPanel.State, problems: Problems = Problems()) -> SecurityPage
  {
    SecurityPage(
      address: "mei-lin.huang@example.com",
      password: PasswordPanel(state: state, formToken: "t", problems: problems),
      sessions: [
        .init(
          id: "1", browser: "Firefox on Windows",
          opened: "Signed in with the password on 3 November 2026 at 9:05",
          seen: "Last used today", isThisOne: true),
        .init(
          id: "2", browser: "Safari on iPhone",
          opened: "Signed in by a code from an email on 1 October 2026 at 17:40",
          seen: "Last used 12 days ago", isThisOne: false),
      ],
      trail: [
        .init(
          when: "3 November 2026 at 9:05", what: "Signed in", detail: "with the password, Firefox on Windows"),
        .init(
          when: "2 November 2026 at 22:11", what: "Signing in refused: too many wrong passwords", detail: ""),
      ], formToken: "t", done: "Your password is set. Every other browser was signed out.")
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
