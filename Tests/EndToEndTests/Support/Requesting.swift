import Foundation
import Testing

/// A practitioner who publishes no times, and a seeker who asks for one and does without scripts.
struct Requesting: Sendable {
  let site: Installation
  /// The practitioner's.
  let id: String

  /// The same at work; `Bookable.prepare` opened the practitioner before.
  static func at(_ site: Installation) async throws -> Requesting {
    Requesting(site: site, id: try await site.member(Bookable.practitioner).id)
  }

  /// The same at a site of their own.
  static func atWork(in scratch: Scratch) async throws -> Requesting {
    let site = try Installation.delivering(in: scratch)
    try await site.importPractitioners()
    try await Bookable.prepare(site, offers: false)
    _ = try await site.serve()
    return try await at(site)
  }

  /// Says who it is for, and returns the email that asks whether it was meant.
  func ask() async throws -> DeliveredMessage {
    let form = Bookable.details.merging(["practitioner": id, "wishes": "Zebra mornings"]) { $1 }
    let sent = try await Visitor.post("\(site.url)/requests/new", form: form)
    try #require(sent.status == 303 && sent["location"] == "/requests/sent")
    return try await site.maildir.message(to: Bookable.seeker, linkingTo: "/q/")
  }

  /// Asks and confirms, and returns what the practitioner gets.
  func confirm() async throws -> DeliveredMessage {
    let link = try #require(try await ask().requestLink)
    try #require(try await Visitor.post(link, form: ["choice": "confirm"]).status == 303)
    return try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/q/")
  }

  /// The practitioner gives the first time of the short list.
  func offer(_ question: DeliveredMessage) async throws -> DeliveredMessage {
    let link = try #require(question.requestLink)
    let time = try #require(Bookable.times(in: try await Visitor.get(link).body).first)
    let form = ["choice": "offer", "slot": time, "meeting": "phone", "minutes": "50"]
    try #require(try await Visitor.post(link, form: form).status == 303)
    return try await site.maildir.message(to: Bookable.seeker, linkingTo: "/move")
  }

  /// The practitioner moves what was booked to a time that they type; returns the calendar entries of both sides.
  func move() async throws -> [String] {
    let told = try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/move")
    let day = Date(timeIntervalSinceNow: 20 * 86_400).formatted(.iso8601.year().month().day())
    let form = [
      "choice": "move", "slot": "other", "day": day, "time": "10:30", "meeting": "video", "minutes": "45",
    ]
    let link = try #require(told.link)
    try #require(try await Visitor.post("\(link)/move", form: form).status == 303)
    return try await eventually("the move told to both") {
      let entries = try site.maildir.messages().map(\.calendar).filter { $0.contains("SEQUENCE:1") }
      return entries.count == 2 ? entries : nil
    }
  }

  /// What was answered so far.
  static func answers(_ site: Installation) async throws -> [String] {
    try await Record.texts(
      "SELECT answer FROM time_request_part WHERE answer IS NOT NULL", in: site.database)
  }
}

extension DeliveredMessage {
  /// The page of the request that a message is about.
  var requestLink: String? { links(to: "/q/").first { !$0.hasSuffix("/no") && !$0.hasSuffix("/full") } }
}
