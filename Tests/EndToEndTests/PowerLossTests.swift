import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The power fails: whatever a disk may have kept, the database is whole, and everything is in it that anybody was told or
/// that was acted upon.
@Suite(.timeLimit(.minutes(5)))
struct PowerLossTests {
  /// FACTS: a sync is seen before each acknowledgement.
  @Test func `each acknowledgement comes after a sync of what it acknowledges`() async throws {
    try await Scratch.using { scratch in
      let recording = try Recording(in: scratch)
      let daemon = try await recording.serveAndSendRound(members: 1)
      try await recording.press(Array(try await recording.buttons()), atOnce: 1)
      _ = try await daemon.terminate()
      var disk = CrashDisk()
      var (writes, syncs, acknowledged) = (0, 0, 0)
      let log = recording.site.database + "-wal"
      for event in try recording.disk.record().events {
        disk.apply(event)
        switch event {
        case .written(log, _, _): writes += 1
        case .synced(log): syncs += 1
        case .told(let text) where Promise(told: text) != nil:
          #expect(writes > 0 && syncs > 0 && !disk.hasPending(at: log))
          (writes, syncs, acknowledged) = (0, 0, acknowledged + 1)
        default: continue
        }
      }
      #expect(acknowledged == 12)
    }
  }

  @Test func `whatever a loss of power leaves, the record is whole and every promise is in it`() async throws
  {
    try await Scratch.using { scratch in
      let recording = try Recording(in: scratch)
      let first = try await recording.serveAndSendRound(members: 3)
      let buttons = try await recording.buttons()
      try await recording.press(Array(buttons.prefix(20)), atOnce: 4)
      // What is written when it stops, and when it starts again on what is there, may be cut off as well.
      #expect(try await first.terminate().code == 0)
      let second = try await recording.serve()
      try await recording.press(Array(buttons.dropFirst(20)), atOnce: 4)
      kill(second.number, SIGKILL)
      _ = try await second.ended()

      let events = try recording.disk.record().events
      var replay = CrashReplay(recording: recording, ring: try recording.ring(), events: events)
      let examined = try await replay.run(cuts: 120)
      #expect(examined.promises == 36 + 36)
      #expect(examined.images > 250)
      #expect(examined.samples.count > 2)
      for sample in examined.samples { try await expectStart(on: sample, of: scratch) }
    }
  }

  /// The program itself finds nothing to complain of but that it is another file.
  private func expectStart(on image: [String: [UInt8]], of recorded: Scratch) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      for (path, content) in image {
        let file = URL(fileURLWithPath: path.replacing(recorded.folder.path, with: scratch.folder.path))
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content).write(to: file)
        chmod(file.path, 0o600)
      }
      let daemon = try await site.serve()
      #expect(daemon.count(" error ") == daemon.count("nothing is sent: the fence is closed"))
      #expect(try await daemon.terminate().code == 0)
    }
  }
}
