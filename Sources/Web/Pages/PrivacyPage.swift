import Domain

/// What is kept, why, how long, who sees it, and how one gets it or has it erased.
struct PrivacyPage: Page {
  let siteName: String
  let operatorName: String
  let contact: String
  /// Backups are kept for so many days at the most.
  let backupDays: Int
  /// Whether Google suggests places to members.
  var asksGoogle = false

  var title: String { "Privacy" }

  @HTMLBuilder var body: some HTML {
    h1 { "Privacy" }
    p(.class("lead")) {
      "\(siteName) is run by \(operatorName), who answers for what is kept here under the Privacy Act 1988 and the "
      "Australian Privacy Principles."
    }
    kept
    seen
    howLong
    yours
    complaints
  }

  @HTMLBuilder private var kept: some HTML {
    h2 { "What we keep, and why" }
    ul(.class("bullets")) {
      li { "Your name and email address, so that colleagues and our emails reach you." }
      li {
        "Your listing: profession, registration number, places, how you work, and what you write about yourself, so "
        "that colleagues can send the right people your way."
      }
      li {
        "What you say about your wait and when you are away, with its history, so that a wrong press can be undone."
      }
      li {
        "Which emails we made for you, when, and what the receiving server answered, so that none is lost or sent twice."
      }
      li { "Which browsers are signed in, and a trail of what concerned your account's security." }
      li { "The emails you do not want, so that they stay stopped." }
    }
    p {
      "Nothing here is about clients, and please write nothing about them. There are no trackers, and no advertising."
    }
  }

  @HTMLBuilder private var seen: some HTML {
    h2 { "Who sees it" }
    p {
      "Colleagues who are members see your listing. The operator sees all of it. Nobody else does: it is neither sold "
      "nor given away, and it stays on the operator's own server and with the provider that carries its email."
    }
    if asksGoogle {
      p {
        "While you type a suburb, Google is asked which you may mean: it gets the letters, not who you are."
      }
    }
  }

  @HTMLBuilder private var howLong: some HTML {
    h2 { "How long" }
    p {
      "As long as you are a member. When you leave, your listing is gone at once, and \(LeavingDecision.graceDays) days "
      "later all of this is erased; until then you can come back. You need not wait: whoever has left can have it erased "
      "within the hour."
    }
    p { "What stays says nothing of who it was:" }
    ul(.class("bullets")) {
      li {
        "under the name \u{201C}\(Pseudonym.name)\u{201D}, that somebody was a member from one day to another, who invited "
        "them, and whom they invited;"
      }
      li { "of the trail what happened when, without the browsers and the numbers;" }
      li {
        "if mail to your address was refused, or you had stopped some of it, a code made from the address, which cannot "
        "be turned back into it: so that it is spared from then on, too."
      }
    }
    p {
      "Copies that the operator keeps as backups hold what stood on their day. They are thrown away after "
      "\(backupDays) days at the most."
    }
    p {
      "Of people who were invited and did not join nothing is kept once \(StrangersDecision.keptDays) days have passed "
      "since the invitation expired."
    }
  }

  @HTMLBuilder private var yours: some HTML {
    h2 { "Yours to ask for" }
    p {
      "All that is held about you is one file, which you can "
      a(.href("/profile/export")) { "download" }
      "; and you can "
      a(.href("/profile/leave")) { "leave" }
      " by yourself. To have something put right that you cannot change, or if you cannot sign in, write to "
      ContactLink(contact)
      "."
    }
  }

  @HTMLBuilder private var complaints: some HTML {
    h2 { "If you are not content" }
    p {
      "Tell us first. If our answer does not satisfy you, complain to the Office of the Australian Information "
      "Commissioner at "
      a(.href("https://www.oaic.gov.au/privacy/privacy-complaints")) { "oaic.gov.au" }
      ", or call "
      a(.class("nowrap"), .href("tel:1300363992")) { "1300 363 992" }
      "."
    }
  }
}
