import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A disk without room, or one that fails, under a daemon that runs: nothing is acknowledged that is not on disk, nothing is
/// sent, one line says so, and all goes on by itself when it may.
@Suite(.timeLimit(.minutes(5)))
struct DiskFaultTests {
  /// What the disk does, and a word of what the operator is told.
  enum Trouble: String, CaseIterable, Sendable {
    case full = "no space is left on its disk"
    case failing = "the disk fails"
    case readOnly = "mend the rights"

    func begin(_ disk: FaultyDisk) throws {
      switch self {
      case .full: try disk.fill()
      case .failing: try disk.fail(.write, with: EIO, at: "helplink.sqlite-wal")
      case .readOnly: try disk.fail(.write, .truncate, with: EROFS, at: "helplink.sqlite-wal")
      }
    }
  }

  @Test func `a press on a full disk`() async throws {
    try await Scratch.using { scratch in
      let (site, disk, daemon) = try await self.site(in: scratch)
      let link = try await site.button("Within a month", of: "thao.nguyen@example.com")
      let before = try await site.member("thao.nguyen@example.com")
      try disk.fill()
      let answer = try await Visitor.post(link, form: ["waiting-period": "1-month"])
      print(answer.status, answer.headers, answer.body)
      print(try await site.status().facts, before)
      print(daemon.errors)
    }
  }

  /// A daemon on a disk of ours that has sent its round.
  func site(in scratch: Scratch) async throws -> (Installation, FaultyDisk, Program) {
    let site = try Installation.delivering(in: scratch)
    let disk = FaultyDisk(in: scratch)
    try await site.importPractitioners()
    let daemon = try await site.serve(environment: try disk.environment())
    try await site.sendRound()
    return (site, disk, daemon)
  }
}

extension Installation {
  /// The link of a member's button.
  func button(_ label: String, of address: String) async throws -> String {
    try #require(try await maildir.message(to: address, linkingTo: "/w/").link(below: label))
  }
}
