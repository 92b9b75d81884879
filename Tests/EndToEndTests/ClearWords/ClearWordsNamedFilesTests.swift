import Foundation
import Testing

@testable import helplink

/// Files and folders that keys name, told where the key is written; and places that are taken.
@Suite(.timeLimit(.minutes(5)))
struct ClearWordsNamedFilesTests {
  @Test func `what a key names and is not there is told where the key is written`() async throws {
    try await Scratch.using { scratch in
      let added = """
        templates: /none/templates
        schedules: \(scratch.path("site.yaml"))
        data: /none/data
        control: /none/run/control
        http.tls: {certificate: /none/chain.pem, private-key: /none/key.pem}
        mail.smtp: {url: "smtp://127.0.0.1", ca: \(scratch.path("site.yaml"))}

        """
      let words = try ClearWords(in: scratch)
      let text = ClearWords.right(scratch).replacing(scratch.path("mail"), with: "/none/mail")
        .replacing("http: {listen: 127.0.0.1:0}\n", with: "http.listen: 127.0.0.1:0\n")
      try scratch.write("site.yaml", text + added)
      try await words.expect([
        "@/site.yaml:9:12: mail.maildir: /none: there is no such folder",
        "@/site.yaml:11:12: templates: /none/templates: there is no such folder",
        "@/site.yaml:12:12: schedules: @/site.yaml: is a file, not a folder",
        "@/site.yaml:13:7: data: /none/data: there is no such folder",
        "@/site.yaml:14:10: control: /none/run: there is no such folder",
        "@/site.yaml:15:25: http.tls.certificate: /none/chain.pem: there is no such file",
        "@/site.yaml:15:55: http.tls.private-key: /none/key.pem: there is no such file",
        "@/site.yaml:16:42: mail.smtp.ca: @/site.yaml: holds no certificate in PEM",
      ])
    }
  }

  /// What happens to the files of a right certificate, and what is said then.
  static let certificates: [(spoil: String, line: String)] = [
    ("nothing", ""),
    ("open", "12:16: http.tls.private-key: @/key.pem may be read by everybody: chmod o-rwx @/key.pem"),
    ("swap", "11:16: http.tls.certificate: @/chain.pem holds no certificate in PEM"),
    (
      "other",
      "12:16: http.tls.private-key: @/key.pem is not the private key of the first certificate in @/chain.pem"
    ),
    ("empty", "12:16: http.tls.private-key: @/key.pem holds no private key in PEM that needs no passphrase"),
    ("folder", "11:16: http.tls.certificate: @/chain.pem: is a folder, not a file"),
  ]

  @Test(arguments: certificates)
  func `a certificate or key that cannot serve is told by its file`(spoil: String, line: String) async throws
  {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      let tls = """
        http: {listen: "127.0.0.1:0", tls: {
          certificate: \(scratch.path("chain.pem")),
          private-key: \(scratch.path("key.pem"))}}

        """
      let text = ClearWords.right(scratch).replacing("http: {listen: 127.0.0.1:0}\n", with: tls)
      try scratch.write("site.yaml", text)
      try self.spoil(spoil, in: scratch)
      let lines = line.isEmpty ? [] : ["@/site.yaml:\(line)"]
      try await words.expect(lines, code: line.isEmpty ? 0 : 78, commands: ["check"])
      if !line.isEmpty { try await words.expect(lines, commands: ["serve"]) }
    }
  }

  private func spoil(_ what: String, in scratch: Scratch) throws {
    let files = FileManager.default
    let (chain, key) = try DemoCertificate.make(in: try scratch.makeFolder("made"), now: Date())
    let (chainPath, keyPath) = (scratch.path("chain.pem"), scratch.path("key.pem"))
    try files.moveItem(atPath: what == "swap" ? key : chain, toPath: chainPath)
    try files.moveItem(atPath: what == "swap" ? chain : key, toPath: keyPath)
    switch what {
    case "open": chmod(keyPath, 0o644)
    case "empty": try Data().write(to: URL(fileURLWithPath: keyPath))
    case "folder":
      try files.removeItem(atPath: chainPath)
      try scratch.makeFolder("chain.pem")
    case "other":
      let (_, other) = try DemoCertificate.make(in: try scratch.makeFolder("again"), now: Date())
      try Data(contentsOf: URL(fileURLWithPath: other)).write(to: URL(fileURLWithPath: keyPath))
    default: break
    }
  }

  @Test func `a port or a socket's place that is taken ends the daemon with one line and what to do`()
    async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      _ = try await site.serve()
      let port = try #require(site.url.split(separator: ":").last)
      let words = try ClearWords(in: scratch)
      let taken = ClearWords.right(scratch)
        .replacing(scratch.path("state") + "\n", with: scratch.path("other") + "\n")
      try scratch.write("site.yaml", taken.replacing("127.0.0.1:0", with: "127.0.0.1:\(port)"))
      try await words.expect(
        [
          "stopped: port \(port) of 127.0.0.1 is in use by another program; stop that program, or change http.listen"
        ],
        code: 1, commands: ["serve"])
      try scratch.write("plain", "")
      try scratch.write("site.yaml", taken + "control: \(scratch.path("plain"))\n")
      let said = try await words.say(["serve"])
      #expect(said.code == 1)
      #expect(
        said.lines.last
          == "stopped: @/plain is in the way: it is not a socket; move it away, or change control")
    }
  }
}
