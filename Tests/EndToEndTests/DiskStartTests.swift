import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A start on a disk that is full, read-only or closed to us, or with a database that is not whole: one line that names the
/// file and says what to do, exit code 1, and a start without further ado when it is mended.
@Suite(.timeLimit(.minutes(5)))
struct DiskStartTests {
  /// What fails, and the line, in which STATE stands for the state folder.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let calls: [FaultyDisk.Call]
    let number: Int32
    let end: String
    let line: String

    init(_ name: String, _ calls: FaultyDisk.Call..., number: Int32, end: String, line: String) {
      (testDescription, self.calls, self.number, self.end, self.line) = (name, calls, number, end, line)
    }
  }

  private static let firstStarts = [
    Case(
      "a folder that may not be made", .mkdir, number: EROFS, end: "/state",
      line: "the folder STATE cannot be made: mkdir: Read-only file system"),
    Case(
      "no room for a folder", .mkdir, number: ENOSPC, end: "/keys",
      line: "the folder STATE/keys cannot be made: mkdir: No space left on device"),
    Case(
      "a read-only folder of keys", .create, number: EROFS, end: "/keys/ring.draft",
      line: "STATE/keys/ring cannot be written: open: Read-only file system"),
    Case(
      "no room for the first key", .write, number: ENOSPC, end: "/keys/ring.draft",
      line: "STATE/keys/ring cannot be written: write: No space left on device"),
    Case(
      "a first key that is not synced", .sync, number: EIO, end: "/keys/ring.draft",
      line: "STATE/keys/ring cannot be written: fsync: Input/output error"),
    Case(
      "no room for the index of the log", .write, number: ENOSPC, end: "/helplink.sqlite-shm",
      line: "STATE/helplink.sqlite cannot be written: no space is left on its disk; make room there"),
    Case(
      "no room for the database, nor a way back", .write, .truncate, number: ENOSPC, end: "/helplink.sqlite",
      line: "STATE/helplink.sqlite cannot be written: no space is left on its disk; make room there"),
    Case(
      "a database that may not be made", .create, number: EACCES, end: "/helplink.sqlite",
      line: "STATE/helplink.sqlite cannot be opened or written "),
  ]

  private static let laterStarts = [
    Case(
      "a read-only folder", .openToWrite, number: EROFS, end: "/helplink.lock",
      line: "STATE/helplink.lock cannot be opened: Read-only file system"),
    Case(
      "no room for the lock's words", .write, number: ENOSPC, end: "/helplink.lock",
      line: "STATE/helplink.lock cannot be written: No space left on device"),
    Case(
      "a database that may not be read", .open, number: EACCES, end: "/helplink.sqlite",
      line: "STATE/helplink.sqlite cannot be opened or written (Permission denied); "),
    Case(
      "a database that may only be read", .openToWrite, number: EROFS, end: "/helplink.sqlite",
      line: "STATE/helplink.sqlite cannot be opened or written (Read-only file system); "),
    Case(
      "no room for the log", .write, .create, number: ENOSPC, end: "/helplink.sqlite-wal",
      line: "STATE/helplink.sqlite cannot be written: no space is left on its disk; make room there"),
    Case(
      "a log that may not be written", .openToWrite, number: EACCES, end: "/helplink.sqlite-wal",
      line: "STATE/helplink.sqlite-wal cannot be opened or written (Permission denied); "),
    Case(
      "a log that is not synced", .sync, number: EIO, end: "/helplink.sqlite-wal",
      line: "STATE/helplink.sqlite: the disk did not keep what was written "),
    Case(
      "a counter that may not be written", .openToWrite, number: EROFS, end: "/keys/generation",
      line: "STATE/keys/generation cannot be written: "),
    Case(
      "keys that may not be read", .open, number: EACCES, end: "/keys/ring", line: "STATE/keys/ring: "),
  ]

  @Test(arguments: firstStarts)
  func `a first start that the disk refuses says so in a line, and the next one works`(fault: Case)
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await expectRefusal(of: fault, site)
    }
  }

  @Test(arguments: laterStarts)
  func `a start that the disk refuses says so in a line, and the next one works`(fault: Case) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await expectRefusal(of: fault, site)
      #expect(try await site.members().count == 12)
    }
  }

  private func expectRefusal(of fault: Case, _ site: Installation) async throws {
    let disk = FaultyDisk(in: site.scratch)
    try disk.fail([(fault.calls, fault.number, fault.end), ([.space], fault.number, "/state")])
    let environment = try disk.environment()
    let ended = try await site.start(environment: environment).ended()
    let line = fault.line.replacing("STATE", with: site.scratch.path("state"))
    #expect(ended.code == (fault.end == "/keys/ring" ? 78 : 1), "\(ended.errors)")
    #expect(ended.errors.hasPrefix(line), "\(ended.errors)")
    #expect(ended.errors.count { $0 == "\n" } == 1, "\(ended.errors)")
    try disk.heal()
    _ = try await site.serve(environment: environment)
  }

  /// What became of the file.
  enum Damage: String, CaseIterable, Sendable {
    case header, lastHalf, zeroedPage, flippedPage

    func apply(to content: inout [UInt8]) {
      let page = 4_096
      switch self {
      case .header: for at in 0..<64 { content[at] ^= 0x5A }
      case .lastHalf: content.removeLast(content.count / 2)
      case .zeroedPage: for at in page * 3..<page * 4 { content[at] = 0 }
      case .flippedPage: for at in page * 5..<page * 6 { content[at] ^= 0xFF }
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func `a damaged database is told in a line that says what to do, and is left as it is`(damage: Damage)
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let file = URL(fileURLWithPath: site.database)
      var content = [UInt8](try Data(contentsOf: file))
      damage.apply(to: &content)
      try Data(content).write(to: file)
      let ended = try await site.start().ended()
      #expect(ended.code == 1)
      #expect(ended.errors.hasPrefix("\(site.database) is damaged ("), "\(ended.errors)")
      #expect(
        ended.errors.hasSuffix("; keep the file for later and restore the last backup\n"), "\(ended.errors)")
      #expect(ended.errors.count { $0 == "\n" } == 1, "\(ended.errors)")
      #expect([UInt8](try Data(contentsOf: file)) == content)
    }
  }

  @Test(arguments: [true, false])
  func `a database that was lost is not taken for a new one: nothing is sent`(isEmpty: Bool) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      _ = try await site.serve().terminate()
      let file = URL(fileURLWithPath: site.database)
      if isEmpty { try Data().write(to: file) } else { try FileManager.default.removeItem(at: file) }
      _ = try await site.serve()
      let (facts, ended) = try await site.status()
      #expect(facts.fence == "closed: the database is older than the last sending: a backup was restored")
      #expect(ended.code == 1)
    }
  }

  @Test func `a daemon that is stopped while its disk is full ends well, and nothing acknowledged is lost`()
    async throws
  {
    try await Scratch.using { scratch in
      let (site, disk, daemon) = try await Installation.onFaultyDisk(in: scratch)
      let link = try await site.button("No wait", of: "mei.chan@example.com")
      #expect(try await Visitor.post(link, form: ["waiting-period": "now"]).status == 303)
      try disk.fill()
      try disk.fail(.write, .truncate, .create, with: ENOSPC, at: "")
      let ended = try await daemon.terminate()
      #expect(ended.code == 0, "\(ended.errors)")
      try disk.heal()
      _ = try await site.serve(environment: try disk.environment())
      #expect(try await site.member("mei.chan@example.com").waitingPeriod == "now")
    }
  }
}
