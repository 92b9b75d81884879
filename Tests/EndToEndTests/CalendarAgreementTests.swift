import Foundation
import Testing

/// Our calendars against those of systemd 252: 360 expressions in 8 zones, 50 instants from each of 20 bases.
///
/// Equal they must be, save where systemd breaks the rule in one of the three ways that ``CalendarExcuse`` knows. There
/// ours is held against the rule instead, and how often that happens is bounded.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .serialized, .timeLimit(.minutes(5)))
struct CalendarAgreementTests {
  @Test func `the sample is whole`() throws {
    #expect(try CalendarSample.handPicked().count == 60)
    #expect(Set(try CalendarSample.expressions()).count == 360)
    for zone in CalendarSample.zones {
      let bases = try CalendarBases(zone)
      #expect(bases.beside.count == 10 && bases.elsewhere.count == 10)
      let clock = try ZoneClock(zone)
      #expect(bases.all.filter(clock.isSecondPass).isEmpty, "\(zone)")
    }
  }

  @Test(arguments: CalendarSample.zones)
  func `fires when systemd does`(zone: String) throws {
    var comparison = try CalendarComparison(zone: zone)
    for base in try CalendarBases(zone).all { try comparison.compare(from: base, count: 50) }
    let mistakes = comparison.mistakes
    let wrong = mistakes.count
    #expect(wrong == 0, "such as\n\(mistakes.prefix(10).joined(separator: "\n"))")
    #expect(comparison.instants > 340_000)
    for excuse in CalendarExcuse.allCases {
      #expect(comparison.excuses[excuse, default: 0] <= excuse.most, "\(excuse)")
    }
  }

  @Test func `the table that make test reads is what systemd says`() throws {
    let table = try CalendarTable()
    #expect(table.mistakes.isEmpty, "\(table.mistakes.joined(separator: "\n"))")
    if CalendarTable.isToBeWritten { try Data(table.text.utf8).write(to: CalendarTable.file) }
    #expect(try String(contentsOf: CalendarTable.file, encoding: .utf8) == table.text)
  }
}
