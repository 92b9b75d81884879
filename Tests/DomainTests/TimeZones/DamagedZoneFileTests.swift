import Domain
import Foundation
import Testing

@Suite struct `A damaged zone file` {
  @Test(arguments: ZoneSamples.zones)
  func `that ends anywhere before its end is refused`(zone: String) throws {
    let bytes = try ZoneSamples.bytes(zone)
    let accepted = (0..<bytes.count).filter { (try? ZoneFile(bytes: Array(bytes[..<$0]))) != nil }
    #expect(accepted == [])
  }

  /// Some bits mean another zone, which nobody can tell from a right one: those must only not trap.
  @Test(arguments: ["Australia/Lord_Howe", "America/Nuuk"], [0x01, 0x08, 0x80, 0xFF])
  func `with any byte changed is refused or answers within a day of UTC`(zone: String, flips: UInt8) throws {
    let bytes = try ZoneSamples.bytes(zone)
    let ends = (Date(timeIntervalSince1970: 1_790_000_000), Date(timeIntervalSince1970: 1_860_000_000))
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= flips
      guard let file = try? ZoneFile(bytes: damaged) else { continue }
      let instants = [.distantPast, ends.0, .distantFuture] + file.changes(from: ends.0, to: ends.1)
      #expect(instants.allSatisfy { (-93_600...93_600).contains(file.offset(at: $0)) }, "byte \(index)")
    }
  }

  @Test func `made of chance is refused`() {
    var chance = SeededGenerator(seed: 7)
    let accepted = (0..<400).filter { length in
      let noise = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
      return [noise, Array("TZif2".utf8) + noise].contains { (try? ZoneFile(bytes: $0)) != nil }
    }
    #expect(accepted == [])
  }

  struct Wrong: Sendable {
    let words: String
    let bytes: [UInt8]

    init(_ words: String, _ writer: ZoneFileWriter) { (self.words, bytes) = (words, writer.bytes) }
    init(_ words: String, _ bytes: [UInt8]) { (self.words, self.bytes) = (words, bytes) }
  }

  static let wrong = [
    Wrong("not a time-zone file", Array("# a text\n".utf8)),
    Wrong("version byte is 53", ZoneFileWriter(version: UInt8(ascii: "5"))),
    Wrong("version byte is 49", ZoneFileWriter(version: UInt8(ascii: "1"))),
    Wrong("goes on for 2 bytes", ZoneFileWriter().bytes + [0, 0]),
    Wrong("goes on for 1 bytes", ZoneFileWriter(version: 0).bytes + [0]),
    Wrong("counts leap seconds", ZoneFileWriter(leapSeconds: [Array(repeating: 1, count: 12)])),
    Wrong("names no local time", ZoneFileWriter(offsets: [])),
    Wrong("names no local time", ZoneFileWriter(abbreviations: [])),
    Wrong("abbreviation does not end", ZoneFileWriter(abbreviations: Array("ABC".utf8))),
    Wrong("abbreviation lies outside", ZoneFileWriter(abbreviation: 4)),
    Wrong("flag is neither 0 nor 1", ZoneFileWriter(flag: 2)),
    Wrong("2 indicators for 1 kinds", ZoneFileWriter(indicators: [0, 0])),
    Wrong("indicator is neither", ZoneFileWriter(indicators: [3])),
    Wrong("93600 seconds from UTC", ZoneFileWriter(offsets: [93_600])),
    Wrong("-90000 seconds from UTC", ZoneFileWriter(offsets: [-90_000])),
    Wrong("not in ascending order", ZoneFileWriter(transitions: [(5, 0), (5, 0)])),
    Wrong("not in ascending order", ZoneFileWriter(transitions: [(5, 0), (-5, 0)])),
    Wrong("does not name", ZoneFileWriter(transitions: [(5, 1)])),
    Wrong("is cut short", ZoneFileWriter(version: 0, statedTransitions: .max)),
    Wrong("is cut short", ZoneFileWriter(statedTransitions: .max)),
    Wrong("no line begins", Array(ZoneFileWriter(rule: "").bytes.dropLast(2) + Array("X\n\n".utf8))),
  ]

  @Test(arguments: wrong)
  func `is refused in words that say what is wrong`(example: Wrong) throws {
    let error = #expect(throws: ZoneFileError.self) { _ = try ZoneFile(bytes: example.bytes) }
    #expect(error?.explanation.contains(example.words) == true, "\(error?.explanation ?? "")")
  }
}
