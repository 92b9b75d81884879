import Domain

/// What is kept, why, how long, who sees it, and how one gets it or has it erased.
struct PrivacyPage: Page {
  let siteName: String
  let operatorName: String
  let contact: String
  /// Backups are kept for so many days at the most.
  let backupDays: Int
  /// What was kept of a seeker goes so many days after their last appointment.
  let seekersKeptDays: Int
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
    looking
    seekers
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
        "The referrals you make, and what you answer to those of colleagues: what is needed, in words that identify "
        "nobody, and a note. Those who are asked read it on the site; no email has it, and it goes with whoever made it."
      }
      li {
        "Which emails we made for you, when, and what the receiving server answered, so that none is lost or sent twice."
      }
      li { "Which browsers are signed in, and a trail of what concerned your account's security." }
      li { "Which emails you do not want, and how often you want the others, so that it stays so." }
    }
    p {
      "But for appointments, nothing here says who a client is, and please write nothing that does. There are no "
      "trackers, and no advertising."
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

  @HTMLBuilder private var looking: some HTML {
    h2(.id("looking")) { "If you look for help" }
    p {
      "Your answers stay in your browser, in a cookie that only this site can read. They are gone when you close the browser, "
      "after \(Int(KeptEnquiry.lasts / 3_600)) hours, or when you press \u{201C}Clear my answers\u{201D}. We keep no copy. What we "
      "count is how often a practitioner was shown on a day, so that all of them get their turn; it says nothing about "
      "you."
    }
  }

  @HTMLBuilder private var seekers: some HTML {
    h2 { "If you book an appointment" }
    p {
      "We keep your name, email address and phone number, what you answered before, and the time, to arrange it. The practitioner you book with sees "
      "them once you have confirmed, and no other member does. All of it is erased \(seekersKeptDays) days after your last "
      "appointment; what you did not confirm goes after a day. Our emails and calendar entries do not name you."
    }
    p {
      "If you ask for a time, whoever you ask sees what you answered before and which times suit you, and so does the next, if "
      "you ticked that box. Who you are and how to reach you only the one sees who gives you a time. If none does, all of it is "
      "erased \(seekersKeptDays) days after we told you so."
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
