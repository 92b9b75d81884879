import Foundation
import Testing

/// The text parts as they read, so that a change of words or of white space is seen.
@Suite struct `Text parts` {
  /// Tokens are long and prove nothing here.
  private func shortened(_ text: String) -> String {
    text.replacing(/\/(w|u|sign-in)\/[a-z2-7]{32,64}/) { "/\($0.output.1)/…" }
  }

  @Test func `the waiting-period email reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.waitingPeriod).text) == """
        Hello Dr Amelia Gunn,

        How long is your wait?

        Your listing says "Within a month".
        You said so on 13 October 2026.

        Follow the link that is true today, even if nothing has changed.
        One click, then one press to confirm. No sign-in.

        No wait
        https://helplink.example/w/…

        Within 2 weeks
        https://helplink.example/w/…

        Within a month (your listing says this now)
        https://helplink.example/w/…

        Within 3 months
        https://helplink.example/w/…

        Within 6 months
        https://helplink.example/w/…

        More than 6 months
        https://helplink.example/w/…

        Closed to new clients
        https://helplink.example/w/…

        The links work until the end of 14 January 2027.
        They answer for you, so please do not forward this email.

        --
        Stop the monthly waiting-period emails:
        https://helplink.example/u/…

        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `the sign-in email reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.signInLink).text) == """
        Hello Dr Amelia Gunn,

        Here is the link you asked for. It signs you in to Help Link Private:
        https://helplink.example/sign-in/…

        It works once, for 15 minutes from when you asked.
        It is yours alone, so please do not forward this email.

        If you did not ask for it, ignore this email: nothing happens.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }
}
