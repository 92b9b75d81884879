import Domain

/// The answers to a referral, each a form of its own: one press each.
struct AnswerForms: Component {
  /// Where and with what an answer is sent.
  struct Target: Sendable {
    /// `/r/{token}`, or `/referrals/{id}/answer`
    let path: LinkTarget
    /// What shows that the browser may: a form token, or the secret of the result page. Nil on the page of a link.
    let proof: (name: String, value: String)?
  }

  let target: Target
  /// The wait that is offered first.
  let wait: WaitBand
  /// What "I'm full" makes of the listing unless it is chosen otherwise.
  var listing = WaitBand(.closed)
  /// The answer that the page offers already.
  var except: ReferralAnswer?

  @HTMLBuilder var body: some HTML {
    div(.class("answers")) {
      if except != .yes(from: nil) { press(.yes(from: nil)) }
      later
      if except != .no { press(.no) }
      if except != .full { full }
    }
  }

  private func press(_ answer: ReferralAnswer) -> some HTML {
    form(.method(.post), .action(target.path)) {
      AnswerProof(target)
      HiddenField(name: "answer", value: answer.slug)
      button(.class("button plain whole"), .type("submit")) { answer.label }
    }
  }

  private var later: some HTML {
    form(.class("inline"), .method(.post), .action(target.path)) {
      AnswerProof(target)
      div(.class("field")) {
        label(.for("later")) { "Yes, from" }
        select(.id("later"), .name("answer")) {
          for answer in ReferralAnswer.later {
            option(.value(answer.answer.slug), .selected(answer.band == wait)) { answer.band.label }
          }
        }
      }
      button(.class("button plain"), .type("submit")) { "Yes, from then" }
    }
  }

  private var full: some HTML {
    form(.class("inline"), .method(.post), .action(target.path)) {
      AnswerProof(target)
      HiddenField(name: "answer", value: ReferralAnswer.full.slug)
      ListingChoice(id: "listing", chosen: listing)
      button(.class("button plain"), .type("submit")) { ReferralAnswer.full.label }
    }
  }
}

/// What goes with an answer and nobody sees.
struct AnswerProof: Component {
  private let proof: (name: String, value: String)?

  init(_ target: AnswerForms.Target) { proof = target.proof }

  @HTMLBuilder var body: some HTML {
    if let proof { HiddenField(name: proof.name, value: proof.value) }
  }
}

/// What "I'm full" makes of one's listing.
struct ListingChoice: Component {
  let id: String
  let chosen: WaitBand

  var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(id)]) { "Your listing will say" }
      select(.id(id), .name("listing")) {
        for band in WaitBand.all { option(.value(band.slug), .selected(band == chosen)) { band.label } }
      }
    }
  }
}

extension ReferralAnswer {
  /// The answers that offer a place after a wait.
  fileprivate static let later = waits.map { (answer: ReferralAnswer.yes(from: $0), band: WaitBand($0)) }
}
