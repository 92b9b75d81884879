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
    #expect(try message { _ in }.subject == "1 person asks for a time and more: Help Link Private")
    let subjects = [
      "1 person asks for a time", "1 colleague asks you", "2 answers", "5 new openings", "1 new colleague",
      "1 recommendation",
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
    let many = try message { $0.sections[2].more = 2 }.text
    #expect(many.contains("And 2 more:\nhttps://helplink.example/sign-in?next=/referrals\n"))
  }

  @Test func `tells of a request that somebody asks, until when, and leads to the answer without a sign-in`()
    throws
  {
    let message = try message { $0.sections[0].more = 2 }
    let lines = message.text.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex(of: "Somebody asks for a time"))
    #expect(lines[place + 1] == "An answer is awaited until Tuesday 8 December 2026, 9:05 am (Sydney time)")
    let token = try EmailFixture.keys(1).open(
      lines[place + 2].suffix(64), for: .request, now: message.date + 2 * 86_400)
    #expect(token.subjectID(TimeRequest.self)?.text == "gezdgnbvgy3tqojqgezdgnbvgy")
    #expect(RequestReader(code: token.choice) == .practitioner(1))
    #expect(message.subject.hasPrefix("3 people ask for a time"))
    #expect(lines.contains("https://helplink.example/profile/appointments#requests"))
  }

  @Test(
    arguments: [
      (0, "You offer no free time"), (1, "You offer 1 free time"), (12, "You offer 12 free times"),
      (nil, nil),
    ] as [(Int?, String?)])
  func `says how many times are free, and where to offer more, for as long as the buttons work`(
    count: Int?, words: String?
  ) throws {
    let message = try message { $0.freeTimes = count }
    let links = EmailFixture.links(message.text).filter { $0.contains("/t/") }
    #expect(
      links.count == (count == nil ? 0 : 1)
        && message.text.contains("in the next two weeks") == (count != nil))
    guard let words, let text = links.first?.suffix(64) else { return }
    #expect(message.text.contains("\n\(words) in the next two weeks.\nOffer times:\n"))
    let keys = try EmailFixture.keys(1)
    let expiry = message.date + LinkLifetimes.waitingPeriod
    let token = try keys.open(text, for: .offering, now: expiry - 1)
    #expect(try EmailFixture.entry(.digest).recipient == token.subjectID().map(Recipient.practitioner))
    #expect(throws: LinkTokenError.expired(token)) { try keys.open(text, for: .offering, now: expiry) }
  }

  @Test func `asks not to be forwarded where a link acts for the member, and only there`() throws {
    func asks(_ change: (inout DigestEmail) -> Void) throws -> Bool {
      let text = try message {
        ($0.question, $0.freeTimes, $0.sections) = (nil, nil, Array($0.sections.dropFirst()))
        change(&$0)
      }.text
      return text.contains("please do not forward")
    }
    let request = DigestRequest(
      id: try #require(TimeRequest.ID(bytes: Array(1...16))), number: 1, askedAt: .now)
    #expect(try !asks { _ in })
    #expect(try asks { $0.freeTimes = 0 })
    #expect(try asks { $0.question = DigestQuestion(present: nil) })
    #expect(try asks { $0.sections = [DigestSection(.requests, [DigestItem(request)])] })
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
    let message = try message { $0.sections[1].items[0].name = hostile }
    #expect(!message.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("https://evil") })
    #expect(message.html?.contains("<b>") == false)
  }

  @Test func `the same facts are the same bytes, and other facts are others`() throws {
    #expect(try message { _ in }.bytes() == message { _ in }.bytes())
    #expect(try message { _ in }.bytes() != message { $0.sections[1].more = 4 }.bytes())
  }
}
