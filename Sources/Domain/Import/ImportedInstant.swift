import Foundation

/// Reads RFC 3339 moments in UTC, as `2026-11-01T09:30:00Z`, strictly: no 30 February, no second 60.
enum ImportedInstant {
  private static let template = Array("dddd-dd-ddTdd:dd:ddZ".utf8)

  static func read(_ text: String) -> Date? {
    let octets = Array(text.utf8)
    guard octets.count == template.count, zip(octets, template).allSatisfy(fits) else { return nil }
    func number(_ range: Range<Int>) -> Int { octets[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
    let date = CivilDate(year: number(0..<4), month: number(5..<7), day: number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard (1970...2199).contains(date.year), (1...12).contains(date.month), date.day >= 1,
      date.day <= CivilDate.length(ofMonth: date.month, in: date.year), hour < 24, minute < 60, second < 60
    else { return nil }
    let seconds = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
    return Date(timeIntervalSince1970: Double(seconds))
  }

  private static func fits(_ octet: UInt8, _ pattern: UInt8) -> Bool {
    pattern == UInt8(ascii: "d") ? (48...57).contains(octet) : octet == pattern
  }
}
