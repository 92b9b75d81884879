import Foundation

/// One line that `systemd-analyze calendar` printed: a label that ends at column 17, and a value.
struct CalendarLine {
  enum Label { case original, normalized, instant, end, other }

  private static let width = 17
  private let bytes: UnsafeRawBufferPointer

  /// Calls `read` for each line; none may be kept.
  static func each(of output: Data, _ read: (CalendarLine) -> Void) {
    output.withUnsafeBytes { bytes in
      var rest = bytes
      while let start = rest.baseAddress, !rest.isEmpty {
        let end = memchr(start, 10, rest.count).map { UnsafeRawPointer($0) - start } ?? rest.count
        read(CalendarLine(bytes: UnsafeRawBufferPointer(start: start, count: end)))
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(end + 1))
      }
    }
  }

  /// Told apart by one letter each: `  Original form: `, `Normalized form: `, `    Next elapse: `, `       Iter. #2: `,
  /// `       (in UTC): `, `       From now: `.
  var label: Label {
    guard bytes.count > Self.width else { return .end }
    switch (bytes[2], bytes[0], bytes[7], bytes[11]) {
    case (UInt8(ascii: "O"), _, _, _): return .original
    case (_, UInt8(ascii: "N"), _, _): return .normalized
    case (_, _, UInt8(ascii: "("), _), (_, _, UInt8(ascii: "t"), _), (_, _, _, UInt8(ascii: ".")):
      return .instant
    default: return .other
    }
  }

  var text: String { String(decoding: bytes.dropFirst(Self.width), as: UTF8.self) }

  /// Whether the value is a time in UTC: `Sat 2026-10-03 15:30:00 UTC`.
  var isInUTC: Bool {
    bytes.count == Self.width + 27 && bytes[bytes.count - 3] == UInt8(ascii: "U")
      && bytes[bytes.count - 1] == UInt8(ascii: "C")
  }

  /// That time in seconds since 1970.
  var instant: Int {
    let day = days(year: number(at: 4, digits: 4), month: number(at: 9), day: number(at: 12))
    return ((day * 24 + number(at: 15)) * 60 + number(at: 18)) * 60 + number(at: 21)
  }

  private func number(at column: Int, digits: Int = 2) -> Int {
    var number = 0
    var index = Self.width + column
    while index < Self.width + column + digits {
      number = number * 10 + Int(bytes[index]) - 48
      index += 1
    }
    return number
  }

  /// Days since 1970-01-01 (Richards, "Mapping Time", 1998: a year is counted from March).
  private func days(year: Int, month: Int, day: Int) -> Int {
    let before = (14 - month) / 12
    let (y, m) = (year + 4800 - before, month + 12 * before - 3)
    return day + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045 - 2_440_588
  }
}
