import Domain
import Foundation
import Testing

/// Bookings held against others' programs: Postfix, two readers of calendars, and dateutil.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(10)))
struct BookingPeerTests {
  /// A Python that has icalendar and dateutil: what `.ci/run` has installed, or the one in the path.
  private static let python =
    ProcessInfo.processInfo.environment["HELPLINK_ICALENDAR_PYTHON"] ?? "python3"

  private static func run(_ script: String, _ arguments: [String], in scratch: Scratch) async throws
    -> [String]
  {
    let path = Binary.fixtures.appendingPathComponent(script).path
    let ended = try await Program.run("/usr/bin/env", [python, path] + arguments, in: scratch)
    try #require(ended.code == 0, "\(ended.errors)")
    return ended.output.split(separator: "\n").map(String.init)
  }

  private struct Entry: Decodable {
    let method: String
    let uid: String
    let sequence: Int
    let start: Int
    let summary: String
  }

  @Test func `what Postfix delivers is read alike by icalendar and libical, and leaves the right calendar`()
    async throws
  {
    try await Scratch.using { scratch in
      let postfix = try await Postfix.start(
        mailboxes: [Bookable.seeker, Bookable.practitioner], in: scratch)
      let site = try Installation(
        in: scratch,
        mail: """
          smtp:
            url: smtp://localhost:\(postfix.port)
            ca: \(postfix.authority)
          """)
      try await site.importPractitioners()
      try await Bookable.prepare(site)
      _ = try await site.serve()
      let mailbox = postfix.maildir(of: Bookable.seeker)
      let booked = try await Bookable.at(site).book(1, mailbox)
      let link = try #require(booked.link)
      let time = try #require(Bookable.times(in: try await Visitor.get("\(link)/move").body).last)
      _ = try await Visitor.post("\(link)/move", form: ["choice": "move", "slot": time])
      let moved = try await news("SEQUENCE:1", in: mailbox)
      let afterMove = try await read([booked, moved], in: scratch)
      #expect(afterMove.held.map { $0.start * 1_000 } == [Int(time)])
      _ = try await Visitor.post("\(link)/cancel", form: ["choice": "cancel"])
      let cancelled = try await news("METHOD:CANCEL", in: mailbox)
      let all = try await read([booked, moved, cancelled], in: scratch)
      #expect(all.read.map(\.method) == ["REQUEST", "REQUEST", "CANCEL"])
      #expect(all.read.map(\.sequence) == [0, 1, 2] && Set(all.read.map(\.uid)).count == 1)
      #expect(all.held.isEmpty)
      // Whatever order the network delivers them in.
      #expect(try await read([cancelled, booked, moved], in: scratch).held.isEmpty)
    }
  }

  private func news(_ mark: String, in mailbox: Maildir) async throws -> DeliveredMessage {
    try await eventually("\(mark)") { try mailbox.messages().first { $0.calendar.contains(mark) } }
  }

  private func read(_ messages: [DeliveredMessage], in scratch: Scratch) async throws -> (
    read: [Entry], held: [Entry]
  ) {
    let lines = try await Self.run("calendar_entries.py", messages.map(\.file.path), in: scratch)
    let decoder = JSONDecoder()
    return (
      try lines.dropLast().map { try decoder.decode(Entry.self, from: Data($0.utf8)) },
      try decoder.decode([Entry].self, from: Data((lines.last ?? "").utf8))
    )
  }

  private static let zones = [
    "Australia/Sydney", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Brisbane", "Europe/London",
  ]

  /// Not a peer's: it is here for the minutes that it takes.
  @Test func `fifty clients race for a time, two hundred times, and each time one has it`() async throws {
    try await Scratch.using { try await Bookable.race(200, hours: [9, 10, 11, 12], in: $0) }
  }

  @Test func `weekly times of ten years are dateutil's, in five zones and across both changes of the clocks`()
    async throws
  {
    let first = try #require(LocalDay("2026-01-01"))
    let last = first.adding(3_652)
    let patterns = Self.zones.flatMap { zone in
      (0..<7).flatMap { weekday in
        [0, 59, 90, 120, 150, 180, 540, 1_439].map { (zone, first.adding(weekday), $0) }
      }
    }
    let answers = try await Scratch.using { scratch in
      let lines = patterns.map { "\($0.0) \($0.1.text) \($0.2) \(last.text)\n" }
      let file = try scratch.write("patterns", lines.joined())
      return try await Self.run("slot_patterns.py", [file], in: scratch)
    }
    try #require(answers.count == patterns.count)
    for ((zone, day, minute), answer) in zip(patterns, answers) {
      #expect(try ours(zone, day, minute, until: last) == answer.split(separator: " ").compactMap { Int($0) })
    }
  }

  private func ours(_ name: String, _ day: LocalDay, _ minute: Int, until last: LocalDay) throws -> [Int] {
    let zone = try #require(TimeZone(identifier: name))
    let offer = SlotOffer(
      id: try #require(SlotOffer.ID(bytes: Array(1...16))),
      practitioner: try #require(Practitioner.ID(bytes: Array(1...16))), firstDay: day, isWeekly: true,
      minute: minute, minutes: 50, mode: .phone)
    let slots = SlotBook(offers: [offer]).slots(
      from: day.start(in: zone), to: last.adding(1).start(in: zone), in: zone)
    return slots.map { Int($0.start.timeIntervalSince1970) }
  }
}
