import Testing

/// What members hear of each other.
extension `Text parts` {
  @Test func `the digest reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.digest).text) == """
        Hello Dr Amelia Gunn,

        Can you offer a time?

        Somebody asks for a time
        An answer is awaited until Tuesday 8 December 2026, 9:05 am (Sydney time)
        https://helplink.example/q/…

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

        Your times for help seekers

        You offer 3 free times in the next two weeks.
        Offer times:
        https://helplink.example/t/…

        The link works until the end of 20 January 2027. No sign-in.

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

        Some links of this email act for you, so please do not forward it.

        --
        Fewer digests, or none:
        https://helplink.example/u/…

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
}
