import Foundation
import Testing

/// The files in `systemd/`, judged by systemd's own programs.
@Suite(
  .enabled(if: RealPeers.areAsked, "runs systemd's programs: set HELPLINK_REAL_PEERS=1, as .ci/run does"))
struct SystemdUnitTests {
  private static let folder = Binary.repository.appendingPathComponent("systemd")

  private func analyze(_ arguments: [String], in scratch: Scratch) async throws -> Program.Ended {
    try await Program.run("/usr/bin/systemd-analyze", arguments, in: scratch)
  }

  /// Copies a unit, with the binary that was built in the place of the installed one, and perhaps with a fault.
  private func unit(_ name: String, fault: (String, String) = ("", ""), in scratch: Scratch) throws -> String
  {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    let here = text.replacingOccurrences(of: "/usr/bin/helplink", with: try Binary.path())
    return try scratch.write(name, here.replacingOccurrences(of: fault.0, with: fault.1))
  }

  @Test func `systemd has nothing to say against the units`() async throws {
    try await Scratch.using { scratch in
      let units = [
        try unit("helplink.service", in: scratch), try unit("helplink.socket", in: scratch),
      ]
      let ended = try await analyze(["verify", "--recursive-errors=no"] + units, in: scratch)
      #expect(ended.code == 0)
      #expect(ended.output + ended.errors == "")
    }
  }

  @Test(arguments: [
    ("helplink.service", "Restart=", "Restrat="), ("helplink.service", "/bin/kill", "/bin/kil"),
    ("helplink.service", "TimeoutStopSec=660", "TimeoutStopSec=long"),
    ("helplink.socket", "FileDescriptorName=", "DescriptorName="),
  ])
  func `it would have, were something wrong`(name: String, right: String, wrong: String) async throws {
    try await Scratch.using { scratch in
      // A socket is nothing without its service.
      _ = try unit("helplink.service", in: scratch)
      let path = try unit(name, fault: (right, wrong), in: scratch)
      let ended = try await analyze(["verify", "--recursive-errors=no", path], in: scratch)
      #expect(ended.code != 0 || !ended.errors.isEmpty, "\(wrong)")
    }
  }

  @Test func `the service is exposed by 1.2 of 10 at most`() async throws {
    try await Scratch.using { scratch in
      let path = try unit("helplink.service", in: scratch)
      let ended = try await analyze(["security", "--offline=true", "--threshold=12", path], in: scratch)
      #expect(ended.code == 0, "\(ended.output) \(ended.errors)")
      #expect(ended.output.contains("Overall exposure level"))
    }
  }

  @Test func `the service may raise its limit of open files, and change nothing of the machine`() async throws
  {
    try await Scratch.using { scratch in
      let path = Self.folder.appendingPathComponent("helplink.service")
      let unit = try String(contentsOf: path, encoding: .utf8)
      var allowed: Set<String> = []
      for line in unit.split(separator: "\n") where line.hasPrefix("SystemCallFilter=") {
        let value = line.dropFirst("SystemCallFilter=".count)
        let words = value.drop { $0 == "~" }.split(separator: " ").map(String.init)
        let calls = try await self.calls(in: words, scratch: scratch)
        if value.hasPrefix("~") { allowed.subtract(calls) } else { allowed.formUnion(calls) }
      }
      #expect(allowed.isSuperset(of: ["prlimit64", "fdatasync", "accept4", "futex", "clone3"]))
      #expect(allowed.isDisjoint(with: ["mount", "reboot", "settimeofday", "sched_setscheduler", "chown"]))
    }
  }

  /// The system calls that words of a filter stand for, sets within sets included.
  private func calls(in words: [String], scratch: Scratch) async throws -> Set<String> {
    var calls: Set<String> = []
    for word in words {
      guard word.hasPrefix("@") else {
        calls.insert(word)
        continue
      }
      let listed = try await analyze(["syscall-filter", word], in: scratch)
      let inner = listed.output.split(separator: "\n").dropFirst()
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("#") && !$0.isEmpty }
      calls.formUnion(try await self.calls(in: inner, scratch: scratch))
    }
    return calls
  }

  @Test func `an installation gets its user, and folders that only the right people look into`() async throws
  {
    try await Scratch.using { scratch in
      let root = try scratch.makeFolder("root/etc/helplink").replacingOccurrences(
        of: "/etc/helplink", with: "")
      try scratch.write("root/etc/helplink/helplink.yaml", "")
      for tool in [["systemd-sysusers"], ["systemd-tmpfiles", "--create"]] {
        let file = Self.folder.appendingPathComponent(tool[0].dropFirst(8) + ".d/helplink.conf").path
        let ended = try await Program.run(
          "/usr/bin/" + tool[0], tool.dropFirst() + ["--root=\(root)", file], in: scratch)
        #expect(ended.code == 0, "\(ended.errors)")
      }
      let users = try String(contentsOfFile: root + "/etc/passwd", encoding: .utf8)
      #expect(users.contains("/var/lib/helplink:/usr/sbin/nologin"))
      for (path, mode) in [
        ("/etc/helplink", 0o750), ("/etc/helplink/credentials", 0o700),
        ("/etc/helplink/helplink.yaml", 0o640),
      ] {
        let attributes = try FileManager.default.attributesOfItem(atPath: root + path)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(path)")
      }
    }
  }
}
