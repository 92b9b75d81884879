import Foundation
import Testing

/// A practitioner whom seekers may book at nine on any day, or at more times, by phone, and a seeker who does without scripts.
struct Bookable: Sendable {
  static let practitioner = "amelia.hart@example.com"
  static let practitionerName = "Amelia Hart"
  static let seeker = "sam.lee@example.com"

  let site: Installation
  /// The practitioner's.
  let id: String

  /// Imports the practitioner alone, as one who sees adults and said today how soon: seekers near Adelaide find them.
  static func importFitting(_ site: Installation) async throws {
    let file = try site.scratch.write(
      "fitting.jsonl",
      """
      {"name": "\(practitionerName)", "email": "\(practitioner)", "profession": "psychologist", \
      "registration": "PSY9900000001", "bio": "Unhurried.", "areas": ["depression"], "modalities": ["emdr"], \
      "age_groups": ["adult"], "client_types": ["individual"], "modes": ["in-person"], "funding": ["private"], \
      "languages": ["en"], "gender": "female", "waiting_period": "2-weeks", \
      "locations": [{"postcode": "5000", "locality": "Adelaide", "state": "SA"}], \
      "confirmed_at": "\(Date().formatted(.iso8601))", "accepting_new_clients": true}

      """)
    let ended = try await site.command("members", "import", file)
    try #require(ended.code == 0, "\(ended.output)\n\(ended.errors)")
  }

  /// What the page of a member's times sends for one in person on Wednesdays at nine.
  static let offer = [
    "when": "weekly-2", "time": "09:00", "minutes": "50", "mode": "in-person", "place": "Adelaide SA 5000",
  ]

  /// Opens an imported practitioner to seekers, while no daemon runs.
  static func prepare(_ site: Installation, offers: Bool = true, hours: [Int] = [9]) async throws {
    let who = try await open(practitioner, at: site)
    guard offers else { return }
    for (hour, first) in zip(hours, "abcdefg") {
      for (weekday, second) in "abcdefg".enumerated() {
        try await Record.execute(
          """
          INSERT INTO slot_offer
          SELECT '\(first)\(second)' || substr(id, 3), id, \(20_000 + weekday), 1, \(hour * 60), 50, 'phone', NULL, NULL
          FROM practitioner WHERE id = \(who)
          """, in: site.database)
      }
    }
  }

  /// The same without a time; returns their identifier as SQL.
  @discardableResult
  static func open(_ address: String, at site: Installation) async throws -> String {
    let who = "(SELECT id FROM practitioner WHERE email = '\(address)')"
    try await Record.execute(
      """
      UPDATE listing SET is_open_to_seekers = 1, verified_number = registration_number, verified_at = 1
      WHERE practitioner_id = \(who)
      """, in: site.database)
    return who
  }

  /// The same at work.
  static func at(_ site: Installation) async throws -> Bookable {
    Bookable(site: site, id: try await site.member(practitioner).id)
  }

  /// The page of free times, and what they send.
  func times(_ path: String? = nil) async throws -> [String] {
    let page = try await Visitor.get(
      path.map { site.url + $0 } ?? "\(site.url)/bookings/new?practitioner=\(id)")
    return Self.times(in: page.body)
  }

  static func times(in page: String) -> [String] {
    page.matches(of: /name="slot" value="([0-9]+)"/).map { String($0.1) }
  }

  /// Chooses a time in a browser without cookies yet, or with some.
  func choose(_ time: String, headers: [String: String] = [:]) async throws -> Visitor.Answer {
    try await Visitor.post(
      "\(site.url)/bookings/new", form: ["practitioner": id, "slot": time], headers: headers)
  }

  static let details = [
    "name": "Sam Lee", "email": seeker, "phone": "0412 345 678", "standing": "adult", "agree": "yes",
  ]

  /// Chooses the time of a number, and says who it is for.
  func ask(_ number: Int = 0, _ details: [String: String] = details) async throws {
    let held = try await choose(try await times()[number])
    try #require(held.status == 303 && held["location"] == "/bookings/details")
    let sent = try await Visitor.post(
      "\(site.url)/bookings/details", form: details, headers: ["cookie": held.cookies])
    try #require(sent.status == 303 && sent["location"] == "/bookings/sent")
  }

  /// Books the time of a number, and returns the confirmation that the seeker gets.
  func book(_ number: Int = 0, _ maildir: Maildir? = nil) async throws -> DeliveredMessage {
    let maildir = maildir ?? site.maildir
    try await ask(number)
    let question = try await maildir.message(to: Self.seeker, linkingTo: "/b/")
    let confirmed = try await Visitor.post(try #require(question.link), form: ["choice": "confirm"])
    try #require(confirmed.status == 303)
    return try await maildir.message(to: Self.seeker, linkingTo: "/move")
  }
}

extension DeliveredMessage {
  /// The page of the booking that a message is about.
  var link: String? {
    links(to: "/b/").first.map { $0.replacing("/move", with: "").replacing("/cancel", with: "") }
  }
}
