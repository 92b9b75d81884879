import Domain
import Foundation
import Testing

@testable import Mail

@Suite struct `Emails about a request` {
  private func shortened(_ text: String) -> String {
    text.replacing(/\/q\/[a-z2-7]{64}/, with: "/q/…")
  }

  private func message(_ entry: OutboxEntry) throws -> Message {
    try EmailFixture.maker().message(for: entry, to: EmailFixture.wanted(EmailFixture.address)).message
  }

  @Test func `the one to confirm reads well`() throws {
    #expect(
      shortened(try EmailFixture.message(.requestConfirm).text).hasPrefix(
        """
        Hello,

        Somebody gave this address to ask for an appointment with
        Dr Amelia Gunn.
        If they cannot, we ask the next who may fit.

        Nobody has been asked yet. If it was you, confirm it:
        https://helplink.example/q/…

        """))
  }

  @Test func `the question to a practitioner has its three answers, and no word of who asks`() throws {
    let message = try EmailFixture.message(.request)
    #expect(message.subject == "Can you offer someone a time?")
    let text = shortened(message.text)
    for line in [
      "See it, and offer a time:\nhttps://helplink.example/q/…\n",
      "Not this one:\nhttps://helplink.example/q/…/no\n", "I'm full:\nhttps://helplink.example/q/…/full\n",
      "(Sydney time)",
    ] { #expect(text.contains(line)) }
    var entry = try EmailFixture.entry(.request)
    guard case .request(var facts) = entry.email else { throw EmailFixture.Missing() }
    facts.isAgain = true
    entry.email = .request(facts)
    #expect(try self.message(entry).subject == "Can you offer another time?")
  }

  /// Each part has a link of its own, which is not the seeker's.
  @Test func `its links are for one reader each`() throws {
    let keys = try EmailFixture.keys(1)
    var codes: [UInt8] = []
    for kind in [Email.Kind.requestConfirm, .request, .requestNews] {
      let link = try #require(EmailFixture.links(try EmailFixture.message(kind).text).first)
      let token = link.split(separator: "/").last ?? ""
      let opened = try keys.open(token, for: .request, now: try EmailFixture.entry(kind).createdAt)
      codes.append(opened.choice)
    }
    #expect(codes == [0, 1, 0])
  }

  @Test func `the news says what happens next`() throws {
    var entry = try EmailFixture.entry(.requestNews)
    #expect(try message(entry).text.contains("Dr Li Chen"))
    guard case .requestNews(var facts) = entry.email else { throw EmailFixture.Missing() }
    (facts.news, facts.practitioner) = (.over, "")
    entry.email = .requestNews(facts)
    let over = try message(entry)
    #expect(over.text.contains("Find someone else:\nhttps://helplink.example/find\n"))
    #expect(over.subject == "No time has come of your request")
  }

  @Test func `a time that a practitioner gave is told as theirs`() throws {
    let seeker = try message(`Emails about a booking`.entry(.booked, to: .seeker, by: .practitioner))
    #expect(seeker.text.contains("ask for another") && seeker.calendar?.method == "REQUEST")
    let own = try message(`Emails about a booking`.entry(.booked, to: .practitioner, by: .practitioner))
    #expect(own.text.contains("told whoever asked for it"))
  }
}
