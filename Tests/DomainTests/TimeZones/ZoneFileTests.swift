import Domain
import Foundation
import Testing

@Suite struct `A zone file` {
  @Test(arguments: ZoneSamples.zones)
  func `changes when zdump says so, to the offset that it says, for twenty years`(zone: String) throws {
    let file = try ZoneSamples.file(zone)
    let changes = file.changes(from: try date("2020-01-01T00:00:00Z"), to: try date("2041-01-01T00:00:00Z"))
    let expected = try #require(ZdumpTable.changes[zone]).split { $0 == "," || $0.isNewline }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let written = changes.map { "\($0.formatted(.iso8601)) \(signed(file.offset(at: $0)))" }
    #expect(written == expected)
    // Nuuk kept its summer in 2023.
    #expect(expected.count == (zone == "America/Nuuk" ? 41 : 42))
  }

  @Test(arguments: ZoneSamples.zones)
  func `keeps its offset between two changes and has another after each`(zone: String) throws {
    let file = try ZoneSamples.file(zone)
    let ends = (try date("1880-01-01T00:00:00Z"), try date("2120-01-01T00:00:00Z"))
    let points = [ends.0] + file.changes(from: ends.0, to: ends.1)
    var chance = SeededGenerator(seed: 1)
    for (point, next) in zip(points, points.dropFirst()) {
      let between = Date(
        timeIntervalSince1970: .random(
          in: point.timeIntervalSince1970..<next.timeIntervalSince1970, using: &chance))
      #expect(file.offset(at: between) == file.offset(at: point))
      #expect(file.offset(at: next - 1) == file.offset(at: point))
      #expect(file.offset(at: next) != file.offset(at: point))
    }
  }

  @Test func `says the same whether its rule is written out to 2037 or not`() throws {
    let fat = try ZoneFile(bytes: try ZoneSamples.decoded(ZoneSamples.fat["Australia/Sydney"]))
    let slim = try ZoneSamples.file("Australia/Sydney")
    let ends = (try date("1000-01-01T00:00:00Z"), try date("2500-01-01T00:00:00Z"))
    let changes = slim.changes(from: ends.0, to: ends.1)
    #expect(changes == fat.changes(from: ends.0, to: ends.1))
    #expect(changes.count > 1000)
    #expect(changes.map(slim.offset) == changes.map(fat.offset))
  }

  @Test func `of version 1 keeps its last offset, and before the first change its first kind of time`() throws
  {
    let file = try ZoneFile(
      bytes: ZoneFileWriter(
        version: 0, transitions: [(-2_000_000_000, 1), (1_800_000_000, 0)], offsets: [36_000, -12_345]
      ).bytes)
    let seconds = [
      -3_000_000_000.0, -2_000_000_001, -2_000_000_000, 1_799_999_999, 1_800_000_000, 9_000_000_000,
    ]
    #expect(
      seconds.map { file.offset(at: Date(timeIntervalSince1970: $0)) }
        == [36_000, 36_000, -12_345, -12_345, 36_000, 36_000])
  }

  @Test(arguments: "234".utf8)
  func `of a later version is read from its second half`(version: UInt8) throws {
    let file = try ZoneFile(
      bytes: ZoneFileWriter(
        version: version, transitions: [(-5_000_000_000, 1), (5_000_000_000, 0)], offsets: [36_000, 39_600],
        oldTransitions: [(7, 1), (3, 200)]
      ).bytes)
    #expect(
      file.changes(from: .distantPast, to: .distantFuture)
        == [-5_000_000_000, 5_000_000_000].map { Date(timeIntervalSince1970: $0) })
  }

  @Test func `follows its rule from its last transition on, and without a rule stays as it is`() throws {
    let transitions: [(Int, UInt8)] = [(1_790_000_000, 1)]
    let ruled = ZoneFileWriter(
      transitions: transitions, offsets: [36_000, 39_600], rule: "ABC-10DEF,M10.1.0,M4.1.0/3")
    var still = ruled
    still.rule = ""
    let ends = (try date("2026-01-01T00:00:00Z"), try date("2028-01-01T00:00:00Z"))
    // 1,790,000,000 lies in September 2026: the rule takes the hour back that the transition gave.
    #expect(
      try ZoneFile(bytes: ruled.bytes).changes(from: ends.0, to: ends.1).map { $0.formatted(.iso8601) }
        == ["2026-10-03T16:00:00Z", "2027-04-03T16:00:00Z", "2027-10-02T16:00:00Z"])
    #expect(
      try ZoneFile(bytes: still.bytes).changes(from: ends.0, to: ends.1)
        == [Date(timeIntervalSince1970: 1_790_000_000)])
  }

  @Test func `counts no change of name, and only changes after the first and up to the last instant asked`()
    throws
  {
    let file = try ZoneFile(
      bytes: ZoneFileWriter(
        transitions: [(100, 1), (200, 2), (300, 0)], offsets: [0, 3600, 3600], rule: ""
      ).bytes)
    func changes(_ from: Double, _ to: Double) -> [Double] {
      file.changes(from: Date(timeIntervalSince1970: from), to: Date(timeIntervalSince1970: to))
        .map(\.timeIntervalSince1970)
    }
    #expect(changes(0, 1000) == [100, 300])
    #expect(changes(100, 300) == [300])
    #expect(changes(99.5, 299.9) == [100])
    #expect(changes(100.5, 300.5) == [300])
    #expect(changes(300, 100) == [])
    #expect(changes(100, 100) == [])
  }

  @Test(arguments: [-Double.infinity, -1e300, 1e300, .infinity, .nan])
  func `answers for instants that no calendar has`(seconds: Double) throws {
    let file = try ZoneSamples.file("Australia/Sydney")
    let date = Date(timeIntervalSince1970: seconds)
    #expect([36_000, 36_292, 39_600].contains(file.offset(at: date)))
    #expect(file.changes(from: date, to: date) == [])
    #expect(file.changes(from: Date(timeIntervalSince1970: 0), to: date).count < 17_000)
  }

  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  /// As the table writes offsets: `+10:30`.
  private func signed(_ offset: Int) -> String {
    let minutes = offset.magnitude / 60
    let parts = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return (offset < 0 ? "-" : "+") + parts.joined(separator: ":")
  }
}
