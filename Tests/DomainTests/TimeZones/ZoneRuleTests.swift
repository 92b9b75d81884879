import Domain
import Foundation
import Testing

/// The last line of a zone file (RFC 9636, section 3.3.2). The instants are those of glibc's `zdump`, where
/// it understands the rule.
@Suite struct `A zone file's rule` {
  struct Case: Sendable {
    let rule: String
    /// Seconds east of UTC when 2027 begins.
    let offset: Int
    /// In 2027 and 2028.
    let changes: [String]

    init(_ rule: String, _ offset: Int, _ changes: [String]) {
      (self.rule, self.offset, self.changes) = (rule, offset, changes)
    }
  }

  static let cases = [
    Case("AEST-10", 36_000, []),
    Case("<+0545>-5:45", 20_700, []),
    Case("<-00>0", 0, []),
    Case("LMT+4:30:10", -16_210, []),
    Case(
      "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 39_600,
      ["2027-04-03T15:00:00Z", "2027-10-02T15:30:00Z", "2028-04-01T15:00:00Z", "2028-09-30T15:30:00Z"]),
    Case(
      "IST-1GMT0,M10.5.0,M3.5.0/1", 0,
      ["2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z", "2028-03-26T01:00:00Z", "2028-10-29T01:00:00Z"]),
    Case(
      "<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200,
      ["2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z", "2028-03-26T01:00:00Z", "2028-10-29T01:00:00Z"]),
    Case(
      "IST-2IDT,M3.4.4/26,M10.5.0", 7200,
      ["2027-03-26T00:00:00Z", "2027-10-30T23:00:00Z", "2028-03-24T00:00:00Z", "2028-10-28T23:00:00Z"]),
    Case(
      "EST5EDT,J60/0,J300", -18_000,
      ["2027-03-01T05:00:00Z", "2027-10-27T06:00:00Z", "2028-03-01T05:00:00Z", "2028-10-27T06:00:00Z"]),
    Case(
      "EST5EDT,59,299/1:30:15", -18_000,
      ["2027-03-01T07:00:00Z", "2027-10-27T05:30:15Z", "2028-02-29T07:00:00Z", "2028-10-26T05:30:15Z"]),
    Case(
      "ABC+4:30:10DEF,M2.5.1/24,M8.2.3/-0:30", -16_210,
      ["2027-02-23T04:30:10Z", "2027-08-11T03:00:10Z", "2028-02-29T04:30:10Z", "2028-08-09T03:00:10Z"]),
    // A week less an hour beyond the day: the end of 2026 comes on 1 January 2027, that of 2028 after 2028.
    Case(
      "ABC-3DEF,M3.1.0/-167,M12.5.6/167", 14_400,
      ["2027-01-01T19:00:00Z", "2027-02-27T22:00:00Z", "2027-12-31T19:00:00Z", "2028-02-26T22:00:00Z"]),
    // Daylight saving that never ends, as RFC 9636 writes it in versions 2 and 3.
    Case("XXX3EDT4,0/0,J365/23", -14_400, []),
    Case("EST5EDT,0/0,J365/25", -14_400, []),
  ]

  @Test(arguments: cases)
  func `changes the offset when it says`(_ example: Case) throws {
    let file = try ZoneFile(bytes: ZoneFileWriter(version: UInt8(ascii: "3"), rule: example.rule).bytes)
    let (from, to) = (try date("2027-01-01T00:00:00Z"), try date("2029-01-01T00:00:00Z"))
    #expect(file.offset(at: from) == example.offset, "\(example.rule)")
    #expect(
      file.changes(from: from, to: to).map { $0.formatted(.iso8601) } == example.changes, "\(example.rule)")
  }

  @Test(arguments: [1583, 1899, 1900, 1969, 1970, 2000, 2100, 2400, 9999])
  func `holds in every year`(year: Int) throws {
    let file = try ZoneFile(bytes: ZoneFileWriter(rule: "AEST-10AEDT,M10.1.0,M4.1.0/3").bytes)
    let calendar = Calendar.utc
    let newYear = try #require(calendar.date(from: DateComponents(year: year, month: 1, day: 2)))
    let nextYear = try #require(calendar.date(from: DateComponents(year: year, month: 12, day: 31)))
    let changes = file.changes(from: newYear, to: nextYear)
    #expect(changes.map { calendar.component(.month, from: $0 + 36_000) } == [4, 10])
    #expect(changes.allSatisfy { calendar.component(.weekday, from: $0 + 36_000) == 1 })
    #expect(changes.allSatisfy { calendar.component(.day, from: $0 + 36_000) <= 7 })
  }

  @Test(arguments: [
    "AEST", "-10", "AE-10", "<AE>-10", "<+10-10", "<+1.0>-10", "A1ST-10", ":Australia/Sydney", "AEST-25",
    "AEST-10:60", "AEST-10:", "AEST-99999999999999999999", "AEST--10", "AEST-10 ", "AEST-10AEDT",
    "AEST-10AEDT,M10.1.0", "AEST-10AEDT,M10.1.0,", "AEST-10AEDT,M10.1.0,M4.1.0,", "AEST-10AE,M10.1.0,M4.1.0",
    "AEST-10AEDT,M13.1.0,M4.1.0", "AEST-10AEDT,M0.1.0,M4.1.0", "AEST-10AEDT,M10.6.0,M4.1.0",
    "AEST-10AEDT,M10.0.0,M4.1.0", "AEST-10AEDT,M10.1.7,M4.1.0", "AEST-10AEDT,M10.1,M4.1.0",
    "AEST-10AEDT,J0,M4.1.0", "AEST-10AEDT,J366,M4.1.0", "AEST-10AEDT,366,M4.1.0", "AEST-10AEDT,-1,M4.1.0",
    "AEST-10AEDT,M10.1.0/168,M4.1.0", "AEST-10AEDT,M10.1.0/-168,M4.1.0", "AEST-10AEDT,M10.1.0/,M4.1.0",
    "AEST-10AEDT,M10.1.0/2:0:60,M4.1.0", "Ä\u{7}\u{1B}[2J",
  ])
  func `that cannot be read refuses the file, and its control characters go no further`(rule: String) throws {
    let error = #expect(throws: ZoneFileError.self) {
      _ = try ZoneFile(bytes: ZoneFileWriter(rule: rule).bytes)
    }
    guard case .rule(let text) = error else {
      Issue.record("\(rule): \(String(describing: error))")
      return
    }
    #expect(text == rule.filter { $0.isASCII && $0 >= " " })
    #expect(error?.explanation.contains("not a rule") == true)
  }

  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }
}

extension Calendar {
  /// In UTC; Julian before October 1582, unlike zone files.
  fileprivate static var utc: Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }
}
