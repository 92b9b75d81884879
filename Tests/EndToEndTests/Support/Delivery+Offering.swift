import Foundation
import Testing

extension Delivery {
  /// What is offered to help seekers, each in minutes after midnight.
  func offers() async throws -> [String] {
    try await Record.texts("SELECT minute FROM slot_offer", in: site.database)
  }

  /// The member offers a time, and thinks better of it.
  func expectTimesAreOffered() async throws {
    let link = try #require(message.links(to: "/t/").first)
    let page = try await Visitor.get(link).body
    #expect(page.contains("Offer times") && page.contains("Perth time"))
    let form = ["choice": "offer", "when": "weekly-2", "time": "09:00", "minutes": "50", "mode": "video"]
    let sent = try await Visitor.post(link, form: form)
    let result = site.url + (try #require(sent["location"]))
    #expect(try await Visitor.get(result).body.contains("Every Wednesday at 9:00 am"))
    #expect(try await offers() == ["540"])
    #expect(try await Visitor.post(result, form: ["choice": "undo"]).status == 303)
    #expect(try await offers() == [])
  }
}
