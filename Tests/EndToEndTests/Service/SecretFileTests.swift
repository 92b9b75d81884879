import Foundation
import Testing

@testable import helplink

struct SecretFileTests {
  private static let secret = "correct horse\n"

  private func file(mode: Int, _ content: Data = Data(secret.utf8), in scratch: Scratch) throws -> String {
    let path = scratch.path("secret")
    try content.write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    return path
  }

  /// Both ways to ask say the same.
  private func refusal(_ path: String) throws -> String {
    let read = try #require(throws: SecretFile.Refusal.self) { try SecretFile.text(at: path) }
    #expect(throws: read) { try SecretFile.check(path) }
    return read.description
  }

  /// systemd's credentials are 0400; a certificate's key may be its group's to read.
  @Test(arguments: [0o400, 0o440, 0o600, 0o640, 0o660, 0o601])
  func `a secret that only some may read is read`(mode: Int) async throws {
    try await Scratch.using { scratch in
      let path = try file(mode: mode, in: scratch)
      #expect(try SecretFile.text(at: path) == Self.secret)
      try SecretFile.check(path)
    }
  }

  @Test(arguments: [
    (0o644, "read"), (0o604, "read"), (0o444, "read"), (0o666, "read"), (0o602, "written"),
    (0o622, "written"),
  ])
  func `a secret that everybody may read or replace is refused, with the remedy`(mode: Int, verb: String)
    async throws
  {
    try await Scratch.using { scratch in
      let path = try file(mode: mode, in: scratch)
      let said = try refusal(path)
      #expect(said == "\(path) may be \(verb) by everybody: chmod o-rwx \(path)")
    }
  }

  @Test func `a link is judged by the file that it leads to`() async throws {
    try await Scratch.using { scratch in
      let link = scratch.path("link")
      let target = try file(mode: 0o644, in: scratch)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      let said = try refusal(link)
      #expect(said == "\(link) may be read by everybody: chmod o-rwx \(link)")
    }
  }

  @Test func `what is no file is refused at once`() async throws {
    try await Scratch.using { scratch in
      let folder = try scratch.makeFolder("folder")
      #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
      for (path, words) in [
        (scratch.path("nothing"), "there is no such file"), (folder, "is not a file"),
        (scratch.path("pipe"), "is not a file"), ("/dev/zero", "is not a file"),
      ] {
        let said = try refusal(path)
        #expect(said == "\(path): \(words)")
      }
    }
  }

  @Test(arguments: [
    (Data([0x70, 0xFF, 0x70]), "is not UTF-8"),
    (Data(repeating: 0x70, count: 1 << 20 + 1), "is too large to be a secret"),
  ])
  func `what is no text is refused, and none of it is said`(content: Data, words: String) async throws {
    try await Scratch.using { scratch in
      let path = try file(mode: 0o600, content, in: scratch)
      let refusal = try #require(throws: SecretFile.Refusal.self) { try SecretFile.text(at: path) }
      #expect(refusal.description == "\(path): \(words)")
    }
  }
}
