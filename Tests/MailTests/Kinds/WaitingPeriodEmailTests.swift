import Domain
import Foundation
import Testing

@testable import Mail

/// What the monthly email says to whom.
@Suite struct `The waiting-period email` {
  /// 12:30 on 13 October 2026 in UTC; half past eleven at night in Sydney, and the 14th in Auckland.
  private static let said = Date(timeIntervalSince1970: 1_791_894_600)

  @Test(arguments: [
    (ConfirmationMeans.email, "Australia/Sydney", "You said so on 13 October 2026."),
    (.site, "Australia/Sydney", "You said so on 13 October 2026."),
    (.email, "Pacific/Auckland", "You said so on 14 October 2026."),
    (.operator, "Australia/Perth", "We entered it for you on 13 October 2026, and it is not confirmed yet."),
    (
      .import, "Australia/Perth",
      "It was brought in from a list dated 13 October 2026, and is not confirmed yet."
    ),
  ])
  func `says when and how it was last confirmed, in the reader's zone`(
    means: ConfirmationMeans, zone: String, words: String
  ) throws {
    let message = try EmailFixture.message {
      $0.present = StatedWait(.oneMonth, confirmedAt: Self.said, means: means)
      $0.timeZone = zone
    }
    #expect(message.text.contains("\n\(words)\n"))
    #expect(message.html?.contains(words) == true)
  }

  @Test func `says so when nothing was ever said`() throws {
    let message = try EmailFixture.message { $0.present = nil }
    #expect(message.text.contains("Your listing does not say yet."))
    #expect(!message.text.contains("says this now") && message.html?.contains("says this now") == false)
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `marks the present answer in words, and no other`(period: WaitingPeriod) throws {
    let message = try EmailFixture.message {
      $0.present = StatedWait(period, confirmedAt: Self.said, means: .email)
    }
    #expect(message.text.contains("\n\(period.label) (your listing says this now)\n"))
    #expect(message.text.matches(of: /says this now/).count == 1)
    #expect(message.html?.matches(of: /Your listing says this now/).count == 1)
  }

  @Test func `the day it names is one on which the buttons work to the end`() throws {
    let entry = try EmailFixture.entry(.waitingPeriod)
    let zone = try #require(TimeZone(identifier: "Australia/Sydney"))
    let expiry = entry.createdAt + LinkLifetimes.waitingPeriod
    #expect(LocalDay(expiry, in: zone).words == "15 January 2027")
    #expect(try EmailFixture.message(.waitingPeriod).text.contains("until the end of 14 January 2027."))
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\0"])
  func `a name never begins a line of its own`(end: String) throws {
    let message = try EmailFixture.message(name: "Amelia\(end)https://evil.example")
    #expect(!message.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("https://evil") })
    #expect(message.to.name?.contains("\n") == false)
  }
}
