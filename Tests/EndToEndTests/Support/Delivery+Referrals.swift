import Domain
import Foundation
import Testing

extension Delivery {
  /// Who refers to the member, or is asked by them.
  private static let colleague = "marco.rossi@example.com"

  /// Emails of a referral: what the member is asked, or is told.
  static func bringAboutReferral(
    _ kind: Email.Kind, _ site: Installation, _ daemon: Program
  ) async throws -> (Program, DeliveredMessage) {
    let other = try await SignedInVisitor.signIn(colleague, at: site)
    guard kind != .referralYes else {
      let member = try await SignedInVisitor.signIn(address, at: site)
      let path = try await Referring.refer(member, to: [colleague], at: site)
      _ = try await other.post("\(path)/answer", ["answer": "yes"], from: path)
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/referrals/"))
    }
    let path = try await Referring.refer(other, to: [address], at: site)
    let question = try await site.maildir.message(to: address, linkingTo: "/r/")
    switch kind {
    case .referralReminder: return try await remind(of: question, site, daemon)
    case .referralClosed:
      _ = try await other.post("\(path)/close", ["choice": "placed"], from: path)
      return (daemon, try await site.maildir.message(to: address, linkingTo: "/referrals/"))
    default: return (daemon, question)
    }
  }

  /// The reminder is due in three days, and says that the question was asked only lately: as if it had been three days ago.
  private static func remind(
    of question: DeliveredMessage, _ site: Installation, _ daemon: Program
  ) async throws -> (Program, DeliveredMessage) {
    _ = try await eventually("the question to have left") {
      try await site.queue().contains { $0.kind == "referral" && $0.state == "sent" } ? true : nil
    }
    _ = try await daemon.terminate()
    let days = "UPDATE outbox SET settled_at = settled_at - 259200000 WHERE kind = 'referral'"
    try await Record.execute(days, in: site.database)
    let again = try await site.serve()
    for email in try await site.queue() where email.kind == "referral-reminder" {
      _ = try await site.command("queue", "retry", email.id)
    }
    let reminder = try await eventually("the reminder") {
      try site.maildir.messages().first {
        !$0.links(to: "/r/").isEmpty && $0.header("Message-ID") != question.header("Message-ID")
      }
    }
    return (again, reminder)
  }

  /// Nothing was answered that stands.
  func expectUnanswered() async throws {
    let answers = try await Record.texts(
      "SELECT answer FROM referral_asking WHERE answer IS NOT NULL", in: site.database)
    #expect(answers.isEmpty)
  }

  /// Whoever is asked answers; whoever is told sees the referral's page once they have signed in.
  func expectReferralSucceeds() async throws {
    if kind == .referral || kind == .referralReminder {
      let link = try #require(message.link(below: "I'm full"))
      var form = PageForm.all(in: try await Visitor.get(link).body).first?.hidden ?? [:]
      form["answer"] = "full"
      #expect(try await Visitor.post(link, form: form).status == 303)
      let member = try await site.member(Self.address)
      #expect(member.waitingPeriod == "closed" && member.confirmedBy == "email")
      return
    }
    let link = try #require(message.links(to: "/referrals/").first)
    let member = try await SignedInVisitor.signIn(Self.address, at: site)
    let onward = try await member.get(String(link.dropFirst(site.url.count)))
    let page = try await member.get(try #require(onward["location"]))
    #expect(page.status == 200)
    #expect(page.body.contains(kind == .referralYes ? "Yes, have them call me" : "Somebody takes them"))
    #expect(page.body.contains("Met a wombat by the creek."), "it is on the site")
  }
}
