import Domain
import Foundation
import Testing

/// A site whose disk is recorded from its first start.
struct Recording: Sendable {
  /// A button in a member's message.
  struct Button: Sendable {
    let link: String
    let period: String
  }

  let scratch: Scratch
  let site: Installation
  let disk: FaultyDisk

  init(in scratch: Scratch) throws {
    self.scratch = scratch
    site = try Installation.delivering(in: scratch)
    disk = FaultyDisk(in: scratch)
  }

  func serve() async throws -> Program {
    try await site.serve(environment: try disk.environment(recording: true))
  }

  /// Twelve times so many members, each asked how long their wait is.
  func serveAndSendRound(members: Int) async throws -> Program {
    let daemon = try await serve()
    let ended = try await site.command("members", "import", try site.moreMembers("n", count: members))
    try #require(ended.code == 0, "\(ended.errors)")
    try await site.sendRound()
    return daemon
  }

  /// One of the seven of each member, other ones for other members.
  func buttons() async throws -> [Button] {
    let periods = ["now", "2-weeks", "1-month", "3-months", "6-months", "over-6-months", "closed"]
    return try site.maildir.messages().enumerated().map { index, message in
      let links = message.links(to: "/w/")
      try #require(links.count == periods.count)
      return Button(link: links[index % periods.count], period: periods[index % periods.count])
    }
  }

  /// Presses them, so many at a time.
  func press(_ buttons: [Button], atOnce: Int) async throws {
    try await withThrowingTaskGroup(of: Int.self) { group in
      for (index, button) in buttons.enumerated() {
        if index >= atOnce { #expect(try await group.next() == 303) }
        group.addTask { try await Visitor.post(button.link, form: ["waiting-period": button.period]).status }
      }
      for try await status in group { #expect(status == 303) }
    }
  }

  /// The keys that links were signed with.
  func ring() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: ringPath))) }

  var ringPath: String { scratch.path("state/keys/ring") }
  var counterPath: String { scratch.path("state/keys/generation") }
}

/// Something that the daemon let the world know, and must stand by from then on.
enum Promise: Hashable, Sendable {
  /// A press was answered with the page of its result.
  case saved(email: String, period: String)
  /// A message began to be delivered: its email is at least `sending`.
  case begun(email: String)

  /// What an answer of the site's promises: "303 See Other", to the link of the button that counts.
  init?(told text: String) {
    guard text.hasPrefix("HTTP/1.1 303"), let link = text.firstMatch(of: /(?i)location: \/w\/(\w+)/)?.1,
      let token = Base32.decode(String(link)), token.count == 40,
      let period = WaitingPeriod(rank: Int(token[19]))
    else { return nil }
    self = .saved(email: Base32.encode(Array(token[3..<19])), period: period.rawValue)
  }

  /// What a message that is being written into a Maildir promises; its email's identifier stands in its Message-ID.
  init?(message bytes: [UInt8]) {
    let text = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    guard let id = text.firstMatch(of: /(?i)\nmessage-id: <(\w{26})/)?.1 else { return nil }
    self = .begun(email: String(id))
  }
}
