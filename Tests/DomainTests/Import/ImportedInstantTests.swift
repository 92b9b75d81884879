import Foundation
import Testing

@testable import Domain

struct ImportedInstantTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("2026-11-01T00:00:00Z", 1_793_491_200),
    ("2024-02-29T23:59:59Z", 1_709_251_199),
    ("2000-03-01T00:00:00Z", 951_868_800), ("2100-03-01T00:00:00Z", 4_107_542_400),
  ])
  func `a moment is seconds since 1970`(text: String, seconds: Double) {
    #expect(ImportedInstant.read(text) == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: [
    "", "2026-11-01", "2026-11-01T00:00:00", "2026-11-01 00:00:00Z", "2026-11-01T00:00:00+00:00",
    "2026-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-00T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-11-01T24:00:00Z", "2026-11-01T00:60:00Z", "2026-11-01T00:00:60Z", "1969-12-31T23:59:59Z",
    "2026-11-01T00:00:00z", "２026-11-01T00:00:00Z", "2100-02-29T00:00:00Z",
  ])
  func `anything else is no moment`(text: String) {
    #expect(ImportedInstant.read(text) == nil)
  }

  @Test func `days follow each other without a gap for two centuries`() {
    let style = Date.ISO8601FormatStyle()
    for day in stride(from: 0, to: 73_000, by: 1) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400)
      #expect(ImportedInstant.read(style.format(date)) == date)
    }
  }
}
