import Domain
import Foundation
import Testing

extension Delivery {
  /// Emails of a request: what its seeker confirms, what a practitioner is asked, and that it came to nothing.
  static func bringAboutRequest(_ kind: Email.Kind, _ site: Installation) async throws -> DeliveredMessage {
    let requesting = try await Requesting.at(site)
    if kind == .requestConfirm { return try await requesting.ask() }
    let question = try await requesting.confirm()
    guard kind == .requestNews else { return question }
    let link = try #require(question.requestLink)
    try #require(try await Visitor.post(link, form: ["choice": "no"]).status == 303)
    return try await site.maildir.message(to: Bookable.seeker, linkingTo: "/find")
  }

  /// Nobody is asked who was not, and nothing is answered that was not.
  func expectRequestUntouched() async throws {
    let states = try await Record.texts("SELECT state FROM time_request", in: site.database)
    switch kind {
    case .requestConfirm: #expect(states == ["unconfirmed"])
    case .request:
      #expect(states == ["asked"])
      #expect(try await Requesting.answers(site) == [])
    default: #expect(states == ["over"])
    }
  }

  func expectRequestSucceeds() async throws {
    switch kind {
    case .requestConfirm:
      let link = try #require(message.requestLink)
      #expect(try await Visitor.post(link, form: ["choice": "confirm"]).status == 303)
      _ = try await site.maildir.message(to: Bookable.practitioner, linkingTo: "/q/")
    case .request:
      let booked = try await Requesting.at(site).offer(message)
      #expect(booked.calendar.contains("METHOD:REQUEST"))
    default:
      let page = try await Visitor.get(try #require(message.links(to: "/find").first))
      #expect(page.status == 200 && page.body.contains("13 11 14"))
    }
  }
}
