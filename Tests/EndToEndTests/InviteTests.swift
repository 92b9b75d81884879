import Foundation
import Testing

/// How the first member joins: `helplink invite`, with a daemon and without one.
@Suite(.timeLimit(.minutes(5)))
struct InviteTests {
  private struct Invited: Decodable {
    let id: String
    let address: String
    let note: String
    let expiresAt: Date
    let isMember: Bool
  }

  @Test func `the operator invites while the daemon runs, and the first member joins`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let daemon = try await site.serve()
      let invited = try await site.facts(
        Invited.self, "invite", "first@example.org", "--note", "Hello\nfrom https://evil.example us")
      #expect(invited.address == "first@example.org" && invited.note == "Hello from us" && !invited.isMember)
      #expect(abs(invited.expiresAt.timeIntervalSinceNow - 14 * 86_400) < 120)
      let message = try await site.maildir.message(to: "first@example.org", linkingTo: "/invite/")
      #expect(message.header("Subject") == "Help Link Pty Ltd invites you to Help Link")
      #expect(message.text.contains("\"Hello from us\""))
      let link = try #require(message.links(to: "/invite/").first)
      #expect(try await Visitor.get(link).body.contains("Help Link Pty Ltd invites you"))
      #expect(try await Visitor.post(link, form: ["name": "Dr First"]).status == 303)
      #expect(try await Visitor.post(link, form: ["name": "Dr First"]).status == 410)
      #expect(try await site.members().map(\.email) == ["first@example.org"])
      #expect(!(daemon.output + daemon.errors).contains(try #require(link.split(separator: "/").last)))
      let again = try await site.facts(Invited.self, "invite", "FIRST@example.org")
      #expect(again.isMember)
    }
  }

  @Test func `without a daemon the invitation waits for the next, and a second replaces the first`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let first = try await site.facts(Invited.self, "invite", "first@example.org")
      let second = try await site.facts(Invited.self, "invite", "first@example.org")
      #expect(first.id == second.id)
      let words = try await site.command("invite", "first@example.org")
      #expect(
        words.output.hasPrefix("an invitation goes to first@example.org; its link works until the end of "))
      let fourth = try await site.command("invite", "first@example.org")
      #expect(fourth.code == 1)
      #expect(fourth.errors.split(separator: "\n").count == 1)
      #expect(fourth.errors.contains("invitations.daily-per-address"))
      _ = try await site.serve()
      let message = try await site.maildir.message(to: "first@example.org", linkingTo: "/invite/")
      let link = try #require(message.links(to: "/invite/").first)
      #expect(try await Visitor.get(link).status == 200)
      #expect(try site.maildir.messages().count == 1, "links that were replaced are not sent")
    }
  }

  @Test(arguments: [["invite"], ["invite", "a@example.org", "b@example.org"]])
  func `bad usage ends with 64`(arguments: [String]) async throws {
    try await Scratch.using { scratch in
      let ended = try await Installation.delivering(in: scratch).command(arguments)
      #expect(ended.code == 64)
    }
  }

  @Test(arguments: [
    ["invite", "nobody"], ["invite", "a@example.org", "--note", String(repeating: "x", count: 501)],
  ])
  func `what is no address or too long a note ends with 1 and one line`(arguments: [String]) async throws {
    try await Scratch.using { scratch in
      let ended = try await Installation.delivering(in: scratch).command(arguments)
      #expect(ended.code == 1)
      #expect(ended.errors.split(separator: "\n").count == 1)
    }
  }
}
