import Domain
import Testing

/// The gateways that open links in a browser: Chromium, over every link of every kind of email.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(10)))
struct GauntletBrowserTests {
  @Test(arguments: Email.Kind.allCases)
  func `a gateway's browser that opens every link and runs scripts changes nothing`(kind: Email.Kind)
    async throws
  {
    try await Delivery.of(kind) { delivery in
      let before = try await delivery.site.settledWriteTransactions()
      let browser = try await Browser.open(in: delivery.site.scratch)
      for link in delivery.links + delivery.links { try await browser.open(link) }
      #expect(try await delivery.site.settledWriteTransactions() == before)
      try await delivery.expectUntouched()
      try await delivery.expectThePersonSucceeds()
    }
  }
}
