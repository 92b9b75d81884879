import Foundation
import GRDB
import Testing

/// Cuts the power at many moments of a recording, and looks at what each leaves.
struct CrashReplay {
  /// What was looked at.
  struct Examined: Sendable {
    var images = 0
    /// A few, for the program itself to start on.
    var samples: [[String: [UInt8]]] = []
    var promises = 0
  }

  let recording: Recording
  let ring: [UInt8]
  let events: [DiskRecord.Event]
  private var disk = CrashDisk()
  private var promises: Set<Promise> = []
  /// Names and lengths of messages, by the identifiers of their emails.
  private var messages: [String: (name: String, length: Int)] = [:]
  private var chance = Chance(state: 7)
  private var examined = Examined()

  init(recording: Recording, ring: [UInt8], events: [DiskRecord.Event]) {
    (self.recording, self.ring, self.events) = (recording, ring, events)
  }

  /// At each promise, when all that may be lost is lost; and at so many moments more, torn and untorn.
  mutating func run(cuts: Int) async throws -> Examined {
    let chosen = Set((0..<cuts).map { _ in Int.random(in: 0..<events.count, using: &chance) })
    for (index, event) in events.enumerated() {
      disk.apply(event)
      let isPromise = note(event)
      if isPromise || chosen.contains(index) { try await examine(.everything, at: index) }
      if chosen.contains(index) {
        for size in [512, 4_096] { try await examine(.sectors(size), at: index) }
      }
    }
    examined.promises = promises.count
    return examined
  }

  private mutating func note(_ event: DiskRecord.Event) -> Bool {
    let promise: Promise? =
      switch event {
      case .told(let text): Promise(told: text)
      case .written(let path, 0, let bytes) where path.contains("/mail/tmp/"): Promise(message: bytes)
      default: nil
      }
    if case .written(let path, _, let bytes) = event, case .begun(let email) = promise {
      messages[email] = (URL(fileURLWithPath: path).lastPathComponent, bytes.count)
    }
    return promise.map { promises.insert($0).inserted } ?? false
  }

  private mutating func examine(_ loss: CrashDisk.Loss, at index: Int) async throws {
    examined.images += 1
    let image = disk.image(loss, using: &chance)
    let words: Comment = "after event \(index) of \(events.count), \(loss)"
    guard let database = image[recording.site.database], !database.isEmpty else {
      #expect(promises.isEmpty, words)
      return
    }
    // Without its keys a database is of no use: no link that was ever sent could be read.
    #expect(image[recording.ringPath] == ring, words)
    let kept = try await KeptRecord.read(image, of: recording)
    #expect(kept.integrity == "ok", words)
    #expect(promises.subtracting(kept.promises) == [], words)
    for email in kept.sent {
      let message = try #require(messages[email])
      #expect(
        image[recording.site.maildir.folder.path + "/new/\(message.name)"]?.count == message.length, words)
    }
    let counter = image[recording.counterPath].map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect((Int(counter.dropLast()) ?? 0) <= kept.generation, words)
    if examined.images.isMultiple(of: 100) { examined.samples.append(image) }
  }
}

/// What a database holds that was left by a crash.
private struct KeptRecord: Sendable {
  var integrity: String
  var promises: Set<Promise> = []
  /// What the relay, here the Maildir, is said to have.
  var sent: [String] = []
  var generation = 0

  /// Lays the files of the database out and opens them, which recovers what can be recovered.
  static func read(_ image: [String: [UInt8]], of recording: Recording) async throws -> KeptRecord {
    let folder = try recording.scratch.makeFolder("image-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for ending in ["", "-wal", "-journal"] {
      guard let content = image[recording.site.database + ending] else { continue }
      try Data(content).write(to: URL(fileURLWithPath: folder + "/image" + ending))
    }
    let queue = try DatabaseQueue(path: folder + "/image")
    let kept = try await queue.read { database in
      var kept = KeptRecord(
        integrity: try String.fetchOne(database, sql: "PRAGMA integrity_check") ?? "no answer")
      guard try database.tableExists("record_marks"), try database.tableExists("wait_event") else {
        return kept
      }
      kept.generation = try Int.fetchOne(database, sql: "SELECT generation FROM record_marks") ?? 0
      kept.promises = try Self.promises(database)
      kept.sent = try String.fetchAll(database, sql: "SELECT id FROM outbox WHERE state = 'sent'")
      return kept
    }
    try queue.close()
    return kept
  }

  private static func promises(_ database: Database) throws -> Set<Promise> {
    let begun = try String.fetchAll(
      database, sql: "SELECT id FROM outbox WHERE state IN ('sending', 'sent', 'uncertain') AND attempts > 0")
    // The event, and the listing that colleagues see.
    let saved = try Row.fetchAll(
      database,
      sql: """
        SELECT email_id, waiting_period FROM wait_event JOIN listing USING (practitioner_id, waiting_period)
        WHERE kind = 'said' AND email_id IS NOT NULL
        """)
    return Set(begun.map { Promise.begun(email: $0) })
      .union(saved.map { Promise.saved(email: $0["email_id"], period: $0["waiting_period"]) })
  }
}
