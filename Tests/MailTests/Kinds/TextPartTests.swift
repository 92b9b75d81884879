import Foundation
import Testing

/// The text parts as they read, so that a change of words or of white space is seen.
@Suite struct `Text parts` {
  /// Tokens are long and prove nothing here.
  func shortened(_ text: String) -> String {
    text.replacing(/\/(w|u|r|q|t|sign-in|sign-in\/reset|invite|profile\/address)\/[a-z2-7]{32,64}/) {
      "/\($0.output.1)/…"
    }
    .replacing(/(?m)^[0-9]{6}$/, with: "……")
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

  @Test func `the invitation reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.invitation).text) == """
        Hello,

        Dr Amelia Gunn invites you to Help Link Private.

        They write:
        "We spoke about this on Tuesday: it is how I find out who has room. I would be glad to see you there."

        Help Link Private is a private network of practitioners in Australia who
        tell each other how long a new client waits. The way in is an invitation
        from a colleague, and this is yours.

        See who invites you, and join:
        https://helplink.example/invite/…

        The link works once, until the end of 14 December 2026.
        It is yours alone, so please do not forward this email.

        If this is not for you, ignore it: nothing happens, and the link expires.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `the email to an invited member reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.alreadyAMember).text) == """
        Hello Mei-Lin Huang,

        Dr Amelia Gunn wanted to invite you to Help Link Private.
        You are a member already, so there is nothing to accept: just sign in.
        https://helplink.example/sign-in

        We have not told Dr Amelia Gunn that you are a member.

        --
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

        Reading this on another device? Type this code where you asked:
        ……

        Link and code work once, for 15 minutes from when you asked.
        It is yours alone, so please do not forward this email.

        If you did not ask for it, ignore this email: nothing happens.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `the email about a forgotten password reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.passwordReset).text) == """
        Hello Dr Amelia Gunn,

        Here is the link you asked for. It lets you choose a new password for Help Link Private:
        https://helplink.example/sign-in/reset/…

        It works once, for 60 minutes from when you asked.
        It is yours alone, so please do not forward this email.

        If you did not ask for it, ignore this email: your password stays as it is.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `the email to a new address reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.addressChange).text) == """
        Hello Dr Amelia Gunn,

        You asked to have our emails at this address from now on. Follow the link to use it for Help Link Private:
        https://helplink.example/profile/address/…

        It works once, for 60 minutes from when you asked.
        It is yours alone, so please do not forward this email.

        If you did not ask for it, ignore this email: nothing happens.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `the answer to a stranger reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.noAccount).text) == """
        Hello,

        Somebody, perhaps you, asked to be let in to Help Link Private with this address. There is no account under it.

        If you are a member, try the address that you joined with:
        https://helplink.example/sign-in

        If you are not: one joins by the invitation of a member.

        If it was not you who asked, ignore this email: nothing happens. We send at most one like it a day.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }
}
