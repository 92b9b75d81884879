import Foundation
import NIOCore
import Testing

/// Digests by the real binary: shown before, sent, and stopped.
@Suite(.timeLimit(.minutes(5)))
struct DigestTests {
  private struct Preview: Decodable {
    let due: Date?
    let text: String?
    let raw: String?
  }

  private struct PlanLine: Decodable {
    let due: Date
    let email: String
    let period: String
  }

  private static let member = "siobhan.kelly@example.com"

  private func using(_ runs: Bool, _ test: (Installation) async throws -> Void) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await site.importNeighbour()
      if runs { _ = try await site.serve() }
      try await test(site)
    }
  }

  @Test(arguments: [false, true])
  func `the next one is shown as it will be, and planned for the same moment`(runs: Bool) async throws {
    try await using(runs) { site in
      let shown = try await site.command("emails", "preview", "digest", "--member", Self.member)
      #expect(shown.code == 0, "\(shown.errors)")
      #expect(
        shown.output.contains("Nora Lindqvist\nPerth WA 6000\n") && shown.output.contains("/practitioners/"))
      let facts = try await site.facts(
        Preview.self, "emails", "preview", "digest", "--member", Self.member)
      let due = try #require(facts.due)
      #expect(facts.raw?.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click") == true)
      let plan = try await site.facts([PlanLine].self, "schedule", "plan", "--member", Self.member)
      let planned = plan.filter { $0.email == "digest" }
      #expect(planned.map(\.due) == [due])
      let raw = try await site.command("emails", "preview", "digest", "--member", Self.member, "--raw")
      #expect(raw.output.contains("Subject: 1 new colleague"))
    }
  }

  @Test func `nothing to say, nobody to say it to, and another kind are told`() async throws {
    try await using(false) { site in
      let nothing = try await site.command(
        "emails", "preview", "digest", "--member", "marco.rossi@example.com")
      #expect(nothing.code == 0)
      #expect(
        nothing.output.contains("there is nothing to say") || nothing.output.contains("/practitioners/"))
      #expect(
        try await site.command("emails", "preview", "digest", "--member", "no.one@example.com").code == 1)
      #expect(
        try await site.command("emails", "preview", "invitation", "--member", Self.member).code == 64)
      let sample = try await site.command("emails", "preview", "digest")
      #expect(sample.output.contains("New openings that match your saved searches"))
    }
  }

  @Test func `goes out once, and after one click no other does`() async throws {
    try await using(true) { site in
      let shown = try await site.facts(Preview.self, "emails", "preview", "digest", "--member", Self.member)
      let ran = try await site.command("schedule", "run", "digest")
      #expect(ran.code == 0, "\(ran.errors)")
      let message = try await site.maildir.message(to: Self.member, linkingTo: "/practitioners/")
      func news(_ text: String?) -> [Substring] {
        // Links to press, and the day until which they work, are those of each message.
        (text ?? "").split(separator: "\n").filter {
          !$0.contains(/\/[uwqt]\//) && !$0.hasPrefix("The links work until")
        }
      }
      #expect(news(message.text) == news(shown.text))
      let again = try await site.command("schedule", "run", "digest")
      #expect(again.output.contains("digest: 0 emails queued"), "\(again.output)")

      let visitor = try await SignedInVisitor.signIn(Self.member, at: site)
      let colleague = try #require(message.links(to: "/practitioners/").first)
      let page = try await visitor.get(String(colleague.dropFirst(site.url.count)))
      #expect(page.status == 200 && page.body.contains("Nora Lindqvist"))

      let link = try #require(message.oneClickUnsubscribe)
      let answer = try await Visitor.post(link, form: ["List-Unsubscribe": "One-Click"])
      #expect(answer.status == 200 && answer["location"] == nil)
      let preferences = try await visitor.get("/profile/emails").body
      #expect(preferences.matches(of: /value="never" checked/).count == 1)
    }
  }
}
