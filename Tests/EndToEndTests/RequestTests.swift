import Foundation
import Testing

/// A seeker who asks for a time where none is published, with the real daemon, over HTTP and by the links of delivered emails.
@Suite(.timeLimit(.minutes(5)))
struct RequestTests {
  @Test func `goes the whole way, from the form to the calendar, to another time, and to the end of it`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await Bookable.prepare(site, offers: false)
      try await expectDigestTomorrow(site)
      let daemon = try await site.serve()
      let requesting = try await Requesting.at(site)
      let page = try await Visitor.get("\(site.url)/bookings/new?practitioner=\(requesting.id)").body
      #expect(page.contains("href=\"/requests/new?practitioner=\(requesting.id)\""))
      let question = try await requesting.confirm()
      #expect(try await Visitor.get(try #require(question.requestLink)).body.contains("Zebra mornings"))
      let member = try await SignedInVisitor.signIn(Bookable.practitioner, at: site)
      #expect(try await member.get("/profile").body.contains("One request waits for your answer."))
      #expect(try await member.get("/profile/appointments").body.contains("Zebra mornings"))
      try await expectToldInDigest(site)

      let booked = try await requesting.offer(question)
      #expect(booked.calendar.contains("METHOD:REQUEST") && booked.calendar.contains("SEQUENCE:0"))
      let moved = try await requesting.move()
      #expect(moved.map(uid) == [uid(booked.calendar), uid(booked.calendar)])
      let link = try #require(booked.link)
      #expect(try await Visitor.get("\(link)/move").body.contains("\(path(link))/another"))
      let again = try await Visitor.post("\(link)/another", form: ["choice": "another", "wishes": "Fridays"])
      #expect(again.status == 303)
      let off = try await calendar(holding: "METHOD:CANCEL", site)
      #expect(uid(off) == uid(booked.calendar) && off.contains("SEQUENCE:2"))

      let second = try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/q/")
      let full = ["choice": "full", "listing": "3-months"]
      #expect(try await Visitor.post(try #require(second.requestLink), form: full).status == 303)
      _ = try await site.maildir.message(to: Bookable.seeker, linkingTo: "/find")
      #expect(try await site.member(Bookable.practitioner).waitingPeriod == "3-months")
      try expectNobodyNamed(site, daemon)
    }
  }

  @Test func `whose practitioner is erased is told that it is off, and not by whom`()
    async throws
  {
    try await Scratch.using { scratch in
      let requesting = try await Requesting.atWork(in: scratch)
      let site = requesting.site
      let booked = try await requesting.offer(try await requesting.confirm())
      let erased = try await site.command("members", "erase", Bookable.practitioner, "--yes")
      #expect(erased.code == 0, "\(erased.errors)")
      let off = try await calendar(holding: "METHOD:CANCEL", site)
      #expect(uid(off) == uid(booked.calendar) && off.contains("SEQUENCE:1"))
      let message = try #require(try site.maildir.messages().first { $0.calendar == off })
      #expect(!(message.text + message.html).contains(Bookable.practitionerName))
    }
  }

  /// By whatever clock the practitioner's runs, the digest of tomorrow is due before the time for an answer is over.
  private func expectDigestTomorrow(_ site: Installation) async throws {
    let days = Int(Date().timeIntervalSince1970 / 86_400)
    try await Record.execute(
      "UPDATE practitioner SET digest_day = \((days + 4) % 7), digest_hour = 12", in: site.database)
  }

  /// Shown and sent: that somebody asks, until when, and how many times the practitioner offers; both lead on without a sign-in.
  private func expectToldInDigest(_ site: Installation) async throws {
    let shown = try await site.command("emails", "preview", "digest", "--member", Bookable.practitioner)
    #expect(try await site.command("schedule", "run", "digest").code == 0)
    let digest = try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/t/")
    for text in [shown.output, digest.text] {
      #expect(text.contains("\nSomebody asks for a time\nAn answer is awaited until "), "\(text)")
      #expect(text.contains("\nYou offer no free time in the next two weeks.\n"))
    }
    let (request, times) = (try #require(digest.requestLink), try #require(digest.links(to: "/t/").first))
    #expect(try await Visitor.get(request).body.contains("Zebra mornings"))
    let page = try await Visitor.get(times).body
    #expect(page.contains("Offer a time") && !page.contains("Zebra"))
  }

  private func path(_ link: String) -> String { "/b/" + (link.split(separator: "/").last ?? "") }

  private func uid(_ calendar: String) -> String? {
    calendar.split(whereSeparator: \.isNewline).first { $0.hasPrefix("UID:") }.map(String.init)
  }

  private func calendar(holding text: String, _ site: Installation) async throws -> String {
    try await eventually("a calendar entry with \(text)") {
      try site.maildir.messages().first {
        $0.header("To")?.contains(Bookable.seeker) == true && $0.calendar.contains(text)
      }?.calendar
    }
  }

  /// No name, number or word of the seeker is in an email or the log; their address is where theirs go, and nowhere else.
  private func expectNobodyNamed(_ site: Installation, _ daemon: Program) throws {
    for message in try site.maildir.messages() {
      let said = message.text + message.html + message.calendar + (message.header("Subject") ?? "")
      for word in ["Sam", "Lee", "0412", "Zebra", "Fridays"] { #expect(!said.contains(word), "\(word)") }
      for word in ["patient", "therap", "psych", "mental", "health", "clinic", "depress"] {
        #expect(!said.lowercased().contains(word), "\(word)")
      }
    }
    let log = daemon.output + daemon.errors
    for word in ["Sam", Bookable.seeker, "0412", "Zebra"] { #expect(!log.contains(word)) }
  }
}
