import Foundation
import Testing

/// The referral with the real things: three colleagues are asked by Postfix, and answer from their emails in three ways.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct ReferralTests {
  private static let referrer = "marco.rossi@example.com"
  private static let answers = [
    (address: "thao.nguyen@example.com", label: "Yes, have them call me"),
    (address: "callum.obrien@example.com", label: "Not now"),
    (address: "kirra.evans@example.com", label: "I'm full"),
  ]

  @Test func `three answers by email: page, email and digest tell the same story, and the listing has moved`()
    async throws
  {
    try await Scratch.using { scratch in
      let addresses = [Self.referrer] + Self.answers.map(\.address)
      let postfix = try await Postfix.start(mailboxes: addresses, in: scratch)
      let site = try Installation(
        in: scratch,
        mail: """
          transport: smtp
          smtp:
            url: smtp://127.0.0.1:\(postfix.port)
            tls: required
            ca: \(postfix.authority)
          """)
      try await site.importPractitioners()
      let daemon = try await site.serve()
      let own = postfix.maildir(of: Self.referrer)
      let referrer = try await SignedInVisitor.signIn(Self.referrer, at: site, mail: own)
      let path = try await Referring.refer(referrer, to: Self.answers.map(\.address), at: site)
      let before = try await site.member("callum.obrien@example.com")
      for answer in Self.answers { try await press(answer.label, of: answer.address, postfix) }

      let news = try await own.message(to: Self.referrer, linkingTo: "/referrals/")
      #expect(news.text.contains("Dr Thảo Nguyễn says yes"))
      #expect(news.text.contains("\"Yes, have them call me\""))
      #expect(news.links(to: path).count == 1)
      #expect(try own.messages().filter { !$0.links(to: "/referrals/").isEmpty }.count == 1, "of a yes alone")
      for page in [path, "/referrals"] {
        let text = try await referrer.get(page).body
        for answer in Self.answers {
          #expect(text.contains(answer.label.replacing("'", with: "&#39;")), "\(page)")
        }
      }
      #expect(try await site.member("kirra.evans@example.com").waitingPeriod == "closed")
      #expect(try await site.member("callum.obrien@example.com") == before)
      let id = try await site.member("kirra.evans@example.com").id
      #expect(try await referrer.get("/practitioners/\(id)").body.contains("Closed to new clients"))

      #expect(try await site.command("schedule", "run", "digest").code == 0)
      let digest = try await own.message(to: Self.referrer, linkingTo: "/u/")
      #expect(digest.text.contains("\nAnswers to your referrals\n"), "\(digest.text)")
      for answer in Self.answers { #expect(digest.text.contains("\n\(answer.label)\n"), "\(digest.text)") }
      #expect(digest.links(to: path).count == 3)

      _ = try await referrer.post("\(path)/close", ["choice": "placed"], from: path)
      #expect(try await referrer.get(path).body.contains("Placed on"))
      for address in addresses { try Referring.expectNothing(in: postfix.maildir(of: address), daemon) }
      Referring.expectNothing(in: [postfix.words])
    }
  }

  /// Opens the link of an answer and presses its button, as a person does.
  private func press(_ label: String, of address: String, _ postfix: Postfix) async throws {
    let message = try await postfix.maildir(of: address).message(to: address, linkingTo: "/r/")
    #expect(message.links(to: "/r/").count == 5, "four answers, and what it is about")
    let link = try #require(message.link(below: label))
    let page = try await Visitor.get(link).body
    #expect(page.contains("Met a wombat by the creek."))
    let form = try #require(PageForm.all(in: page).first)
    #expect(try await Visitor.post(link, form: form.hidden).status == 303)
  }
}
