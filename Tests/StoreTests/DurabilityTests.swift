import Domain
import Foundation
import GRDB
import Testing

@testable import Store

struct DurabilityTests {
  private func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  @Test func `the connection that writes syncs in full, keeps a write-ahead log and foreign keys`()
    async throws
  {
    try await ScratchStore.with { store in
      let settings = try await store.writer.submit { database, _ in
        try ["synchronous", "journal_mode", "foreign_keys"].map {
          try DatabaseValue.fetchOne(database, sql: "PRAGMA \($0)").map {
            String.fromDatabaseValue($0) ?? "\($0)"
          }
        }
      }
      #expect(settings == ["2", "wal", "1"])
    }
  }

  @Test func `a commit is in the log before perform returns, and a clean close leaves no log`() async throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    let before = size(scratch.path + "-wal")
    try await store.join(1...20)
    #expect(size(scratch.path + "-wal") > before)
    try store.close()
    #expect(size(scratch.path + "-wal") == 0)
  }

  @Test func `a database that is opened again holds everything`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    try await store.join(1...30, wait: Sample.said(.now, means: .import))
    try await store.apply(
      [.waitSaid(Sample.id(3), Sample.said(.closed), Sample.event(1))], emails: [Sample.email(1, to: 3)])
    let directory = store.directory.byAvailability(now: Sample.now)
    let entry = try await store.entry(1)
    try store.close()

    store = try scratch.open()
    #expect(directory.count == 30)
    #expect(store.directory.byAvailability(now: Sample.now) == directory)
    #expect(try await store.entry(1) == entry)
    #expect(try await store.number("SELECT count(*) FROM wait_event") == 1)
    try store.close()
  }

  /// What a copy of the files shows is what a crash at that moment would leave.
  @Test func `what perform acknowledged survives the process`() async throws {
    let (scratch, copy) = (try ScratchStore(), try ScratchStore())
    let store = try scratch.open()
    try await store.join(1...25)
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: scratch.path + ending, toPath: copy.path + ending)
    }
    let survivor = try copy.open()
    #expect(survivor.directory.count == 25)
    try survivor.close()
    try store.close()
  }

  @Test func `the log stays short however much is committed, and what is in it comes into the database`()
    async throws
  {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    try await store.join(1...500)
    var longest = 0
    for number in 0..<1_000 {
      let members = (0..<20).map { (number * 20 + $0) % 500 + 1 }
      try await store.apply(
        emails: members.enumerated().map {
          Sample.email(number * 20 + $0.offset, to: $0.element, period: "\(2_000 + number)-11")
        })
      longest = max(longest, size(scratch.path + "-wal"))
    }
    #expect(longest > 4 << 20, "too little was committed for the log to begin anew")
    #expect(longest < 32 << 20)
    #expect(size(scratch.path) > 8 << 20, "what was committed is moved from the log into the database")
    try store.close()
    #expect(size(scratch.path + "-wal") == 0)
  }

  @Test func `the engine names its version`() async throws {
    try await ScratchStore.with { store in
      let version = try store.engineVersion()
      #expect(version.hasPrefix("SQLite 3."))
    }
  }
}
