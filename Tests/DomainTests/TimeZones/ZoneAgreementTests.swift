import Foundation
import Testing

@testable import Domain

/// Against Foundation's past, which no release of its data rewrites, and its zones of fixed offset.
@Suite struct `Two reckonings of a zone` {
  static let from = Date(timeIntervalSince1970: 1_577_836_800)
  static let to = Date(timeIntervalSince1970: 1_735_689_600)

  @Test(arguments: ZoneSamples.zones)
  func `agree where Foundation and IANA's file tell the same history, 2020 to 2024`(zone: String) throws {
    let known = try #require(TimeZone(identifier: zone))
    let file = try ZoneSamples.file(zone)
    #expect(ZoneAgreement.compare(known, with: file, from: Self.from, to: Self.to) == nil)
  }

  @Test(arguments: 1...20)
  func `differ from the second on at which the file alone changes, and not before`(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let ends = (Int(Self.from.timeIntervalSince1970), Int(Self.to.timeIntervalSince1970))
    let second = Int.random(in: ends.0...ends.1, using: &chance)
    let shift = Int.random(in: 1...7200, using: &chance) * (Bool.random(using: &chance) ? 1 : -1)
    // Only for a quarter of an hour: no look once a day would meet it.
    let file = try ZoneFile(
      bytes: ZoneFileWriter(
        transitions: [(second, 1), (second + 900, 0)], offsets: [36_000, 36_000 + shift]
      ).bytes)
    let zone = try #require(TimeZone(identifier: "Etc/GMT-10"))
    let instant = Date(timeIntervalSince1970: Double(second))
    #expect(
      ZoneAgreement.compare(zone, with: file, from: Self.from, to: Self.to)
        == ZoneDisagreement(zone: "Etc/GMT-10", instant: instant, program: 36_000, system: 36_000 + shift))
    #expect(ZoneAgreement.compare(zone, with: file, from: Self.from, to: instant - 1) == nil)
    #expect(ZoneAgreement.compare(zone, with: file, from: instant + 900, to: Self.to) == nil)
    #expect(ZoneAgreement.compare(zone, with: file, from: instant + 1.5, to: Self.to)?.instant == instant + 1)
  }

  @Test func `differ from the second on at which Foundation alone changes`() throws {
    let zone = try #require(TimeZone(identifier: "Australia/Sydney"))
    let summerless = try ZoneFile(bytes: ZoneFileWriter().bytes)
    // 1 May 2024; the clocks go forward on 6 October.
    let may = Date(timeIntervalSince1970: 1_714_521_600)
    let found = try #require(ZoneAgreement.compare(zone, with: summerless, from: may, to: Self.to))
    #expect(found.instant.formatted(.iso8601) == "2024-10-05T16:00:00Z")
    #expect((found.program, found.system) == (39_600, 36_000))
  }

  @Test func `differ at once, and over spans of centuries, and not at all in no time`() throws {
    let zone = try #require(TimeZone(identifier: "Etc/GMT-10"))
    let other = try ZoneFile(bytes: ZoneFileWriter(offsets: [34_200], rule: "ABC-9:30").bytes)
    let same = try ZoneFile(bytes: ZoneFileWriter().bytes)
    #expect(ZoneAgreement.compare(zone, with: other, from: Self.from, to: Self.to)?.instant == Self.from)
    #expect(ZoneAgreement.compare(zone, with: other, from: Self.from, to: Self.from)?.instant == Self.from)
    #expect(ZoneAgreement.compare(zone, with: other, from: Self.to, to: Self.from) == nil)
    #expect(ZoneAgreement.compare(zone, with: same, from: .distantPast, to: .distantFuture) == nil)
    let century = Self.to + 100 * 365.25 * 86_400
    let sydney = try #require(TimeZone(identifier: "Australia/Sydney"))
    let slim = try ZoneSamples.file("Australia/Sydney")
    #expect(ZoneAgreement.compare(sydney, with: slim, from: Self.from, to: century) == nil)
  }
}
