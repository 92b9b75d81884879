import Foundation
import Testing

/// A daemon of another user runs. Wants root, to make one.
@Suite(.timeLimit(.minutes(5)), .enabled(if: RealPeers.areAsked, RealPeers.reason))
struct ClearWordsPeerTests {
  @Test func `whoever may not open its socket is told whose it is`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let daemon = try await site.serve()
      let control = scratch.path("state/control")
      let stranger = try Stranger.close(control)
      try Stranger.give(scratch.path("state"))
      chmod(scratch.path("state"), 0o755)
      for command in [["check"], ["status"], ["members", "list"], ["serve"]] {
        let line: [String] = stranger + [try Binary.path()] + command + ["--config", site.configuration]
        let ended = try await Program.run("/usr/bin/env", line, in: scratch)
        #expect(ended.code == 1)
        let folder = scratch.path("state")
        #expect(
          ended.errors
            == "\(folder) belongs to nobody; run this command as that user (sudo -u nobody helplink …)\n")
      }
      #expect(daemon.isRunning)
    }
  }
}
