import Foundation

/// A time zone as the system's tzdata keeps it: the bytes of a TZif file (RFC 9636), versions 1 to 4.
///
/// Promise: bytes that are cut short or contradict themselves are refused; none trap. Not checked: the
/// abbreviations' letters, and in versions 2 to 4 the 32-bit block, which is for readers of version 1.
/// Instants before the year 1000 or after 9999 are taken for the first and last second of these years.
public struct ZoneFile: Sendable {
  private let table: ZoneTable
  /// Decides from the last transition on, and everything if there is none (section 3.2). Without it the last
  /// transition's offset stays.
  private let rule: ZoneRule?

  /// Reads the whole file. Throws ``ZoneFileError`` for anything else.
  public init(bytes: [UInt8]) throws(ZoneFileError) {
    var bytes = ZoneBytes(bytes)
    let header = try ZoneFileHeader(&bytes)
    if header.version == 1 {
      (table, rule) = (try ZoneTable(&bytes, header: header, timesOf: 4), nil)
    } else {
      (table, rule) = try Self.secondHalf(&bytes, after: header)
    }
    guard bytes.left == 0 else { throw .trailing(bytes.left) }
  }

  private static func secondHalf(
    _ bytes: inout ZoneBytes, after first: ZoneFileHeader
  ) throws(ZoneFileError) -> (ZoneTable, ZoneRule?) {
    _ = try bytes.take(first.blockLength(timesOf: 4))
    let header = try ZoneFileHeader(&bytes)
    guard header.version == first.version else {
      throw .contradiction("its halves have the versions \(first.version) and \(header.version)")
    }
    let table = try ZoneTable(&bytes, header: header, timesOf: 8)
    guard try bytes.line().isEmpty else { throw .contradiction("no line begins after its 64-bit block") }
    return (table, try ZoneRule.read(bytes.line()))
  }

  /// Seconds east of UTC.
  public func offset(at date: Date) -> Int { offset(atSecond: ZoneClock.second(of: date)) }

  /// The instants at which the offset changes, ascending: after `from`, up to and including `to`. A change of
  /// name or of the daylight-saving flag alone is none.
  public func changes(from: Date, to: Date) -> [Date] {
    let (first, last) = (ZoneClock.second(of: from), ZoneClock.second(of: to))
    guard first < last else { return [] }
    let moments = table.instants + (rule?.moments(from: first, to: last) ?? [])
    return Set(moments.filter { first < $0 && $0 <= last }).sorted()
      .filter { offset(atSecond: $0 - 1) != offset(atSecond: $0) }
      .map { Date(timeIntervalSince1970: Double($0)) }
  }

  private func offset(atSecond second: Int) -> Int {
    if let rule, table.instants.last.map({ $0 <= second }) ?? true { return rule.offset(at: second) }
    return table.offset(at: second)
  }
}
