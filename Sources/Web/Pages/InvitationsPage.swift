/// A member's invitations: the form for one more, and what has become of the others.
struct InvitationsPage: Page {
  /// One of them, in words that are ready to be read.
  struct Row: Sendable {
    /// The identifier of the invitation, which names the row.
    let id: String
    let address: String
    /// "Sent on 26 November 2026. The link works until the end of 9 December 2026."
    let state: String
    /// In the member's own words; may be empty.
    let note: String
    /// Who joined by it, once colleagues see them.
    let joined: (name: String, path: LinkTarget)?
    /// "Send it again", where it can be.
    let again: String?
    let mayBeRevoked: Bool
  }

  /// Whether the member may invite at all: those whom colleagues see.
  let mayInvite: Bool
  /// How many more may be open.
  let left: Int
  let rows: [Row]
  let formToken: String
  /// What was typed, when the form came back.
  var email = ""
  var note = ""
  var problems = Problems()
  /// What has just been done: "The invitation is on its way."
  var done: String?

  var title: String { problems.title("Invite a colleague") }
  var navigationEntry: NavigationEntry? { .invitations }

  @HTMLBuilder var body: some HTML {
    h1 { "Invite a colleague" }
    ProblemSummary(problems)
    if let done { p(.class("notice"), .role("status")) { done } }
    if mayInvite {
      p {
        "The way in is an invitation. They get an email with your name, what you write, and a link that works "
        "once, for 14 days."
      }
      invitationForm
    } else {
      p(.class("notice")) {
        "You can invite colleagues as soon as your listing is published: whoever you invite should see who you are."
      }
    }
    if !rows.isEmpty {
      h2 { "Whom you invited" }
      ul(.class("invitations"), .role("list")) { rows.map(item) }
    }
  }

  private var invitationForm: some HTML {
    form(.class("stack"), .method(.post), .action("/invitations")) {
      FormToken(formToken)
      TextField(
        name: "email", label: "Their email address", value: email, kind: .email, maxlength: 254,
        problem: problems["email"])
      TextArea(
        name: "note", label: "A few words from you (optional)",
        hint: "It goes into the email as you write it; links are left out. Nothing about clients, please.",
        value: note, rows: 4, maxlength: 500, problem: problems["note"])
      button(.class("button"), .type("submit")) { "Send the invitation" }
      p(.class("quiet small")) { quota }
    }
  }

  private var quota: String {
    switch left {
    case 0: "As many are open as may be. One more can go out when one is accepted or expires."
    case 1: "You can send one more for now."
    default: "You can send \(left) more for now."
    }
  }

  private func item(_ row: Row) -> some HTML {
    li(.class("invitation"), .id("invitation-\(row.id)")) {
      div {
        p(.class("address")) { row.address }
        if let problem = problems["invitation-\(row.id)"] { p(.class("wrong small")) { problem } }
        p(.class("quiet small")) {
          row.state
          if let joined = row.joined {
            " "
            a(.href(joined.path)) { "See the listing of \(joined.name)" }
          }
        }
        if !row.note.isEmpty { p(.class("quiet small")) { "“\(row.note)”" } }
      }
      acts(row)
    }
  }

  @HTMLBuilder private func acts(_ row: Row) -> some HTML {
    if row.again != nil || row.mayBeRevoked {
      div(.class("acts")) {
        if let again = row.again { act(again, "resend", row) }
        if row.mayBeRevoked { act("Take it back", "revoke", row) }
      }
    }
  }

  private func act(_ words: String, _ verb: String, _ row: Row) -> some HTML {
    form(.method(.post), .action("/invitations/\(row.id)/\(verb)")) {
      FormToken(formToken)
      button(.class("button plain"), .type("submit"), .ariaLabel("\(words): \(row.address)")) { words }
    }
  }
}
