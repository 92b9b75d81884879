import Foundation
import Testing

/// The text parts as they read, so that a change of words or of white space is seen.
@Suite struct `Text parts` {
  /// Tokens are long and prove nothing here.
  private func shortened(_ text: String) -> String {
    text.replacing(/\/(w|u|r|sign-in|sign-in\/reset|invite|profile\/address)\/[a-z2-7]{32,64}/) {
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

  @Test func `the digest reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.digest).text) == """
        Hello Dr Amelia Gunn,

        Can you take someone?

        Dr Kirra Evans
        A place is needed within 4 weeks
        https://helplink.example/sign-in?next=/referrals/eirceirceirceirceirceircei

        Answers to your referrals

        Dr Siobhan Kelly
        Yes, within a month
        https://helplink.example/sign-in?next=/referrals/irceirceirceirceirceirceiq

        Marco Rossi
        Not now
        https://helplink.example/sign-in?next=/referrals/mztgmztgmztgmztgmztgmztgmy

        New openings that match your saved searches

        Mei-Lin Huang
        Corinda QLD 4075 · Within 2 weeks
        https://helplink.example/practitioners/ifbegrcfizduqskkjnge2tspka

        Dr Siobhan Kelly
        Newtown NSW 2042, Glebe NSW 2037 · No wait
        https://helplink.example/practitioners/gmztgmztgmztgmztgmztgmztgm

        And 3 more:
        https://helplink.example/listings/searches

        New colleagues near you, with areas in common

        Marco Rossi
        Marrickville NSW 2204
        https://helplink.example/practitioners/o53xo53xo53xo53xo53xo53xo4

        They would refer to you

        Dr Anh Nguyen
        Leichhardt NSW 2040
        https://helplink.example/practitioners/tgmztgmztgmztgmztgmztgmzte

        Is your wait still the same?

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

        The links work until the end of 20 January 2027.
        They answer for you, so please do not forward this email.

        --
        Fewer digests, or none:
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

  @Test func `the question of a referral reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.referral).text) == """
        Hello Mei-Lin Huang,

        Can you take someone?

        Dr Amelia Gunn asks whether you have room for someone
        within 4 weeks. What it is about is on the site, never in an email:
        https://helplink.example/r/…

        Follow the link that is your answer.
        One click, then one press to confirm. No sign-in.

        Yes, have them call me
        https://helplink.example/r/…

        Yes, within a month
        https://helplink.example/r/…

        Not now
        https://helplink.example/r/…

        I'm full
        https://helplink.example/r/…

        "I'm full" also says so on your listing, as you choose on the page.
        An answer is awaited until the end of 14 December 2026.
        The links answer for you, so please do not forward this email.

        --
        Help Link Private is run by Example Practice Pty Ltd.
        To reach us: hello@helplink.example

        """)
  }

  @Test func `a yes reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.referralYes).text) == """
        Hello Dr Amelia Gunn,

        Mei-Lin Huang says yes.
        Their answer to your referral: "Yes, within a month".

        You can pass on how to reach them, and how long it may take.
        Once it is settled, close the referral, so that nobody else waits:
        https://helplink.example/sign-in?next=/referrals/cejbgfavcylrqgi2dmob2hq7ea

        You get this because you asked. What it is about is on the site,
        never in an email.

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
