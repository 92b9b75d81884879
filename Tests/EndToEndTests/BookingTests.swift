import Foundation
import Testing

/// A seeker who books, moves and cancels with the real daemon, over HTTP and by the links of delivered emails.
@Suite(.timeLimit(.minutes(5)))
struct BookingTests {
  @Test func `goes the whole way, from the practitioner's page to the calendar and back`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await Bookable.prepare(site, offers: false)
      let daemon = try await site.serve()
      let member = try await SignedInVisitor.signIn(Bookable.practitioner, at: site)
      let offered = try await member.post("/profile/slots", Bookable.offer, from: "/profile/slots")
      #expect(offered.status == 303)
      let bookable = try await Bookable.at(site)
      let message = try await bookable.book(2)
      try await expectOneTime(in: message, page: try await Visitor.get(try #require(message.link)).body)
      let toPractitioner = try await site.maildir.message(
        to: Bookable.practitioner, linkingTo: "/profile/appointments")
      #expect(toPractitioner.calendar.contains("METHOD:REQUEST"))
      let appointments = try await member.get("/profile/appointments").body
      for word in ["Sam Lee", Bookable.seeker, "0412 345 678"] { #expect(appointments.contains(word)) }

      let link = try #require(message.link)
      let time = try #require(Bookable.times(in: try await Visitor.get("\(link)/move").body).last)
      #expect(
        try await Visitor.post("\(link)/move", form: ["choice": "move", "slot": time]).status == 303)
      let moved = try await news(of: 1, site)
      try await expectOneTime(in: moved, page: try await Visitor.get(link).body)
      #expect(try await Visitor.post("\(link)/cancel", form: ["choice": "cancel"]).status == 303)
      #expect(try await news(of: 2, site).calendar.contains("METHOD:CANCEL"))
      try Bookable.expectNothingSaid(["sam lee", "sam,", "0412 345"], site, daemon)
    }
  }

  /// What the seeker is told of the change of a number.
  private func news(of sequence: Int, _ site: Installation) async throws -> DeliveredMessage {
    try await eventually("the news of change \(sequence)") {
      try site.maildir.messages().first {
        $0.header("To")?.contains(Bookable.seeker) == true && $0.calendar.contains("SEQUENCE:\(sequence)")
      }
    }
  }

  /// Page, email and calendar say the same day and hours, with the zone's name.
  private func expectOneTime(in message: DeliveredMessage, page: String) async throws {
    let lines = message.text.split(separator: "\n").map(String.init)
    let hours = try #require(lines.first { $0.contains("(Adelaide time)") && $0.contains(" to ") })
    let day = lines[try #require(lines.firstIndex(of: hours)) - 1]
    #expect(page.contains(day) && page.contains(hours))
    let entry = message.calendar.replacing("\n ", with: "").replacing("\\,", with: ",")
    #expect(entry.contains("DESCRIPTION:\(day), \(hours)"))
    #expect(entry.contains("DTSTART;TZID=Australia/Adelaide:"))
  }

  @Test func `fifty clients race for a time, one has it, and the others are told and offered the next`()
    async throws
  {
    try await Scratch.using { try await Bookable.race(10, hours: [9], in: $0) }
  }
}
