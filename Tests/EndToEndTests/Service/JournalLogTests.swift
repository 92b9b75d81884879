import Foundation
import Logging
import Testing

@testable import helplink

struct JournalLogTests {
  private let lines = LogLines()

  @Test(arguments: [
    (Logger.Level.trace, 7), (.debug, 7), (.info, 6), (.notice, 5), (.warning, 4), (.error, 3),
    (.critical, 2),
  ])
  func `the journal gets a priority and no time`(level: Logger.Level, priority: Int) {
    lines.logger().log(level: level, "sent", metadata: ["email": "7sz6", "attempt": "2"])
    #expect(lines.all == ["<\(priority)>sent attempt=2 email=7sz6\n"])
  }

  @Test func `a terminal gets the time in UTC and the level`() {
    let time = Date(timeIntervalSince1970: 1_795_478_399.25)
    lines.logger(forJournal: false, at: time).notice("ready", metadata: ["port": "8080"])
    #expect(lines.all == ["2026-11-23T23:59:59.250Z notice ready port=8080\n"])
  }

  @Test func `what the logger, its provider, the error and the event know stands in one line`() {
    struct Lost: Error, CustomStringConvertible { let description = "lost the line" }
    var logger = lines.logger()
    logger[metadataKey: "schedule"] = "waiting-period"
    logger[metadataKey: "zone"] = "Australia/Perth"
    logger.handler.metadataProvider = Logger.MetadataProvider { ["round": "2026-12", "zone": "UTC"] }
    logger.error("not queued", error: Lost(), metadata: ["round": "2027-01"])
    #expect(
      lines.all == ["<3>not queued error=\"lost the line\" round=2027-01 schedule=waiting-period zone=UTC\n"])
  }

  @Test func `errors go to the journal when the variable names their stream`() async throws {
    try await Scratch.using { scratch in
      let file = try #require(FileHandle(forReadingAtPath: try scratch.write("stream", "")))
      var facts = stat()
      try #require(fstat(file.fileDescriptor, &facts) == 0)
      func isJournal(_ named: String?) -> Bool {
        JournalLog.isJournal(
          environment: named.map { ["JOURNAL_STREAM": $0] } ?? [:], descriptor: file.fileDescriptor)
      }
      #expect(isJournal("\(facts.st_dev):\(facts.st_ino)"))
      #expect(!isJournal("\(facts.st_dev):\(facts.st_ino + 1)"))
      #expect(!isJournal("\(facts.st_dev + 1):\(facts.st_ino)"))
      #expect(!isJournal(""))
      #expect(!isJournal(nil))
    }
  }
}
