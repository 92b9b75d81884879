import Foundation
import Testing

/// What an operator decides about members and keys, with the daemon running and without.
@Suite(.timeLimit(.minutes(5)))
struct MemberCommandTests {
  private struct Trail: Decodable {
    let kind: String
    let detail: String
  }

  private struct Unverified: Decodable {
    let registrationNumber: String
    let email: String
  }

  private func using(_ runs: Bool, _ test: (Installation) async throws -> Void) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      if runs { _ = try await site.serve() }
      try await test(site)
    }
  }

  @Test(arguments: [false, true])
  func `a registration that was checked leaves the list of those that were not`(runs: Bool) async throws {
    try await using(runs) { site in
      let before = try await site.facts([Unverified].self, "members", "list", "--unverified")
      let first = try #require(before.first)
      #expect(before.count == (try await site.members().count))
      #expect(!first.registrationNumber.isEmpty)
      let ended = try await site.command("members", "verify", first.email)
      #expect(ended.code == 0 && ended.output.contains(first.registrationNumber), "\(ended.errors)")
      let after = try await site.facts([Unverified].self, "members", "list", "--unverified")
      #expect(after.map(\.email) == before.dropFirst().map(\.email))
      let again = try await site.command("members", "verify", first.email)
      #expect(again.code == 0 && again.output.contains("nothing changes"))
      let trail = try await site.facts([Trail].self, "members", "trail", first.email)
      #expect(trail.map(\.kind) == ["verified"])
      #expect(trail.first?.detail == "number \(first.registrationNumber)")
    }
  }

  @Test(arguments: [false, true])
  func `who is suspended gets no round until reinstated`(runs: Bool) async throws {
    try await using(runs) { site in
      let members = try await site.members()
      let address = try #require(members.first).email
      #expect(try await site.command("members", "suspend", address).code == 0)
      #expect(try await site.command("members", "suspend", address).output.contains("nothing changes"))
      #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
      #expect(try await site.queue().count == (members.count - 1) * 2)
      #expect(try await site.command("members", "reinstate", address).code == 0)
      #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
      #expect(try await site.queue().count == members.count * 2)
      let trail = try await site.facts([Trail].self, "members", "trail", address)
      #expect(trail.map(\.kind) == ["reinstated", "suspended"])
    }
  }

  @Test(arguments: [false, true])
  func `the export of a member is printed, or written for its owner alone`(runs: Bool) async throws {
    try await using(runs) { site in
      let member = try #require(try await site.members().first)
      let printed = try await site.command("members", "export", member.email)
      #expect(printed.code == 0 && printed.output.contains("\"email\" : \"\(member.email)\""))
      let file = site.scratch.path("export.json")
      let ended = try await site.command("members", "export", member.email, "--output", file)
      #expect(ended.code == 0 && ended.output == "", "\(ended.errors)")
      let attributes = try FileManager.default.attributesOfItem(atPath: file)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let written = try String(contentsOfFile: file, encoding: .utf8)
      #expect(
        written.contains("\"id\" : \"\(member.id)\"") && written.contains("\"detail\" : \"by the operator\""))
    }
  }

  @Test(arguments: [
    ["members", "verify", "nobody@example.org"], ["members", "suspend", "nobody@example.org"],
    ["members", "export", "nobody@example.org"], ["members", "reinstate", "nobody@example.org"],
    ["members", "trail", "nobody@example.org"],
  ])
  func `nobody is named in one line, and ends with 1`(command: [String]) async throws {
    try await using(false) { site in
      let ended = try await site.command(command)
      #expect(ended.code == 1)
      #expect(ended.errors == "no member has the identifier or address nobody@example.org\n")
    }
  }

  @Test func `a running daemon signs with a rotated key at once, and old links go on`() async throws {
    try await using(true) { site in
      try await site.sendRound()
      let address = Delivery.address
      let old = try #require(
        try await site.maildir.message(to: address, linkingTo: "/w/").links(to: "/w/").first)
      let ended = try await site.command("keys", "rotate")
      #expect(ended.code == 0 && ended.output.contains("key 2 "), "\(ended.errors)")
      #expect(try await Visitor.get(old).status == 200)
      _ = try await Visitor.post("\(site.url)/sign-in", form: ["email": address])
      let message = try await site.maildir.message(to: address, linkingTo: "/sign-in/")
      let link = try #require(message.links(to: "/sign-in/").first)
      #expect(try await Visitor.get(link).status == 200)
      #expect(try await site.writtenKeys() == [1, 2])
    }
  }

  @Test func `a key that is added with no daemon is there when one starts`() async throws {
    try await using(false) { site in
      #expect(try await site.command("keys", "rotate").code == 0)
      #expect(try await site.command("keys", "rotate", "--json").output.contains("\"key\" : 3"))
      #expect(try await site.writtenKeys() == [1, 2, 3])
      _ = try await site.serve()
    }
  }

  @Test func `a ring that is a credential is its owner's to change`() async throws {
    try await using(false) { site in
      let ring = try String(contentsOfFile: site.scratch.path("state/keys/ring"), encoding: .utf8)
      try site.scratch.folder("credentials", with: ["keys.ring": ring])
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o400], ofItemAtPath: site.scratch.path("credentials/keys.ring"))
      _ = try await site.serve(environment: ["CREDENTIALS_DIRECTORY": site.scratch.path("credentials")])
      let ended = try await site.command("keys", "rotate")
      #expect(ended.code == 1)
      #expect(ended.errors.contains("keys.ring") && ended.errors.contains("openssl rand -hex 32"))
      #expect(try await site.writtenKeys() == [1])
    }
  }
}

extension Installation {
  /// The numbers of the keys in the folder's ring.
  fileprivate func writtenKeys() async throws -> [Int] {
    let ring = try String(contentsOfFile: scratch.path("state/keys/ring"), encoding: .utf8)
    return ring.split(separator: "\n").compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
  }
}
