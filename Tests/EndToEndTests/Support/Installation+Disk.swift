import Foundation
import Testing

extension Installation {
  /// A daemon on a disk of the test's that has sent its round to the twelve of the fixture.
  static func onFaultyDisk(
    in scratch: Scratch
  ) async throws -> (site: Installation, disk: FaultyDisk, daemon: Program) {
    let site = try delivering(in: scratch)
    let disk = FaultyDisk(in: scratch)
    try await site.importPractitioners()
    let daemon = try await site.serve(environment: try disk.environment())
    try await site.sendRound()
    return (site, disk, daemon)
  }

  /// The link of a member's button.
  func button(_ label: String, of address: String) async throws -> String {
    try #require(try await maildir.message(to: address, linkingTo: "/w/").link(below: label))
  }

  /// A file with so many times the twelve of the fixture, under other addresses.
  func moreMembers(_ name: String, count: Int) throws -> String {
    let fixture = Binary.fixtures.appendingPathComponent("practitioners.jsonl")
    let text = try String(contentsOf: fixture, encoding: .utf8)
    let copies = (1...count).map { text.replacing("@", with: ".\(name)\($0)@") }
    return try scratch.write("\(name).jsonl", copies.joined(separator: "\n"))
  }

  /// Whether the daemon says that it can work.
  func isReady() async throws -> Bool { try await Visitor.get("\(url)/readyz").status == 200 }
}

extension Program {
  /// How many lines of its log hold these words.
  func count(_ words: String) -> Int { errors.split(separator: "\n").count { $0.contains(words) } }
}
