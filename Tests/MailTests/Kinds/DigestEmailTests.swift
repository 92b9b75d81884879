import Domain
import Foundation
import Testing

@testable import Mail

@Suite struct `The digest's email` {
  private func message(_ change: (inout DigestEmail) -> Void) throws -> Message {
    var entry = try EmailFixture.entry(.digest)
    guard case .digest(var facts) = entry.email else { throw EmailFixture.Missing() }
    change(&facts)
    entry.email = .digest(facts)
    return try EmailFixture.maker().message(for: entry, to: EmailFixture.wanted(EmailFixture.address)).message
  }

  @Test func `its subject is the first of the news`() throws {
    #expect(try message { _ in }.subject == "1 colleague asks you and more: Help Link Private")
    let subjects = [
      "1 colleague asks you", "2 answers", "5 new openings", "1 new colleague", "1 recommendation",
    ]
    for (place, subject) in subjects.enumerated() {
      #expect(try message { $0.sections = [$0.sections[place]] }.subject == "\(subject): Help Link Private")
    }
    #expect(try message { $0.sections = [] }.subject == "Is your wait still the same?: Help Link Private")
  }

  @Test func `tells of a referral how soon, what was answered, and where the rest is`() throws {
    let text = try message { _ in }.text
    let lines = text.split(separator: "\n").map(String.init)
    for (who, detail) in [
      ("Dr Kirra Evans", "A place is needed within 4 weeks"), ("Dr Siobhan Kelly", "Yes, within a month"),
      ("Marco Rossi", "Not now"),
    ] {
      let place = try #require(lines.firstIndex(of: who))
      #expect(lines[place + 1] == detail)
      #expect(lines[place + 2].contains("/sign-in?next=/referrals/"))
    }
    let many = try message { $0.sections[1].more = 2 }.text
    #expect(many.contains("And 2 more:\nhttps://helplink.example/sign-in?next=/referrals\n"))
  }

  @Test func `has the buttons only where it asks`() throws {
    let asking = try message { _ in }
    #expect(asking.text.matches(of: /\/w\//).count == 7)
    let telling = try message { $0.question = nil }
    #expect(!telling.text.contains("/w/") && telling.html?.contains("/w/") == false)
    #expect(!telling.text.contains("still the same"))
    let first = try message { $0.question = DigestQuestion(present: nil) }
    #expect(first.text.contains("Your listing does not say yet.") && !first.text.contains("says this now"))
  }

  @Test func `is stopped by its own stream's link, which its headers carry`() throws {
    let keys = try EmailFixture.keys(1)
    let message = try message { _ in }
    let header = try #require(message.headers.first { $0.name == "List-Unsubscribe" }?.value)
    let link = header.trimmingCharacters(in: CharacterSet(charactersIn: "<>"))
    #expect(message.text.contains("\n\(link)\n"))
    let token = try keys.open(
      String(link.split(separator: "/").last ?? ""), for: .unsubscribe, now: message.date)
    #expect(token.choice == EmailStream.digests.code)
    #expect(
      message.headers.first { $0.name == "List-Unsubscribe-Post" }?.value == "List-Unsubscribe=One-Click")
    #expect(
      message.headers.first { $0.name == "List-Id" }?.value.contains("digests.helplink.example") == true)
  }

  @Test(arguments: ["\n", "\r\n", "\u{2028}", "\0"])
  func `a colleague's name begins no line of its own, nor a tag`(end: String) throws {
    let hostile = "Mei\(end)https://evil.example <b>"
    let message = try message { $0.sections[0].items[0].name = hostile }
    #expect(!message.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("https://evil") })
    #expect(message.html?.contains("<b>") == false)
  }

  @Test func `the same facts are the same bytes, and other facts are others`() throws {
    #expect(try message { _ in }.bytes() == message { _ in }.bytes())
    #expect(try message { _ in }.bytes() != message { $0.sections[0].more = 4 }.bytes())
  }
}
