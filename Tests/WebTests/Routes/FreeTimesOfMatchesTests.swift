import Domain
import Foundation
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite struct `The page of matches` {
  /// Whoever offers times weekly has some, whoever offered one in the past or offers none has not; the order is not touched.
  @Test func `tells of each match what the page of their times tells`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.addHelpers(2...13)
    try await fixture.test { client in
      var browser = Browser(client)
      let before = matched(try await browser.lookForHelp().text)
      var chance = Chance()
      let offers = try (2...13).filter { $0 % 3 != 0 }.map { number in
        Change.slotOffered(
          SlotOffer(
            id: SlotOffer.ID(using: &chance), practitioner: try SiteFixture.practitioner(number: number).id,
            firstDay: LocalDay(SiteFixture.start, in: .gmt).adding(-14), isWeekly: number % 3 == 1,
            minute: 540, minutes: 50, mode: .phone))
      }
      try await fixture.store.perform({ _ in }) { Decision((), changes: offers) }
      let page = try await browser.get("/find/matches").text
      #expect(matched(page) == before && before.count > 3)
      var free = 0
      for name in before {
        let number = try #require(name.split(separator: " ").last.flatMap { Int($0) })
        let id = try SiteFixture.practitioner(number: number).id
        let times = SiteFixture.times(in: try await browser.get("/bookings/new?practitioner=\(id)").text)
        #expect(page.contains("Free times of \(name)\"") == !times.isEmpty, "\(name)")
        #expect(page.contains("Ask \(name) for a time\"") == times.isEmpty, "\(name)")
        free += times.isEmpty ? 0 : 1
      }
      #expect((1..<before.count).contains(free))
    }
  }
}
