import Foundation
import Testing

/// Much is wrong at once: one run of `check` tells all of it, in order.
@Suite(.timeLimit(.minutes(5)))
struct ClearWordsTogetherTests {
  /// Twenty-two mistakes in the keys of one file, two in the environment and two in credentials.
  @Test func `every key that is wrong has its line, whatever else is wrong`() async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      try scratch.write("site.yaml", Self.wrongKeys)
      try scratch.folder(
        "credentials",
        with: ["mail.smtp.pasword": "hunter2", "mail.from-name": "hunter3\nhunter4", "tls.pem": "not ours"])
      try close("credentials/mail.from-name", in: scratch)
      try close("credentials/mail.smtp.pasword", in: scratch)
      let environment = [
        "HELPLINK_SITE_URI": "x", "HELPLINK_MAIL_RATE": "1e3",
        "CREDENTIALS_DIRECTORY": scratch.path("credentials"),
      ]
      try await words.expect(Self.wrongKeyLines, environment: environment)
      // A command whose daemon is not asked says the same.
      try await words.expect(Self.wrongKeyLines, environment: environment, commands: ["status"])
    }
  }

  /// A right configuration that names folders and files which are not.
  @Test func `templates, schedules, data, keys and files that are wrong are told in one run`() async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch, adding: Self.folders(scratch))
      try Self.fillFolders(scratch)
      try await words.expect(Self.wrongFolderLines, commands: ["check"])
      #expect(!FileManager.default.fileExists(atPath: scratch.path("state")))
      let said = try await words.say(["serve"])
      #expect(said.code == 78)
      #expect(Set(said.lines) == Set(Self.wrongFolderLines))
    }
  }

  @Test func `what is wrong in the configuration hides nothing of what is wrong elsewhere`() async throws {
    try await Scratch.using { scratch in
      let added = "mail.rate: many\ncolour: red\n"
      let words = try ClearWords(in: scratch, adding: Self.folders(scratch) + added)
      try Self.fillFolders(scratch)
      try scratch.folder("state", with: ["helplink.sqlite": ""])
      try await Record.execute("CREATE TABLE other (x)", in: scratch.path("state/helplink.sqlite"))
      let said = try await words.say(["check"])
      #expect(said.code == 78)
      let others = [
        "@/site.yaml:15:12: mail.rate: must be a whole number from 0 to 1000000",
        "@/site.yaml:16:1: colour: is not a key",
        "@/state/helplink.sqlite is the database of another program; move it away or set state to another folder",
      ]
      #expect(Set(said.lines) == Set(Self.wrongFolderLines + others))
      #expect(said.lines.count == Self.wrongFolderLines.count + 3)
    }
  }

  private func close(_ file: String, in scratch: Scratch) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.path(file))
  }

  private static let wrongKeys = """
    site:
      url: http://help.example
      nam: Help Link
      time-zone: Sydney
      operator: Example
    stat: /var/lib/helplink
    keys: keys
    control: {a: b}
    http:
      listen: 8080
      tls: {certificate: /c}
      trusted-proxies: [10.0.0.1, proxy, [a]]
    mail:
      from: help
      from-rounds:
      from-name: ~
      rate: 0800
      return-path: 10.0.0.1
      transport: yes
      smtp:
        url: smtp://u:hunter5@relay.example
        user: someone
        tls: no
        connections: "65"
        ca: ca.pem
    weather: fine
    """

  private static let wrongKeyLines = [
    "@/site.yaml:2:8: site.url: \(ConfigurationTests.url)",
    "@/site.yaml:3:3: site.nam: is not a key; did you mean site.name?",
    "@/site.yaml:4:14: site.time-zone: must be the name of a time zone such as Australia/Perth",
    "@/site.yaml:5:13: site.operator: must hold keys and their values",
    "@/site.yaml:6:1: stat: is not a key; did you mean state?",
    "@/site.yaml:7:7: keys: must be a path that starts with /",
    "@/site.yaml:8:10: control: must be one value",
    "@/site.yaml:10:11: http.listen: \(ConfigurationTests.listen)",
    "@/site.yaml:11:22: http.tls.certificate: needs http.tls.private-key beside it",
    "@/site.yaml:12:31: http.trusted-proxies: must be an address such as 10.0.0.7 or a block such as 10.0.0.0/8",
    "@/site.yaml:12:38: http.trusted-proxies: must be a list of single values",
    "@/site.yaml:14:9: mail.from: must be an email address: an email address has one @ between a name and a domain",
    "@/site.yaml:15:15: mail.from-rounds: has no value",
    "@/site.yaml:16:14: mail.from-name: has no value",
    "@/site.yaml:18:16: mail.return-path: must be a domain such as bounces.example.com",
    "@/site.yaml:19:14: mail.transport: must be smtp or maildir",
    "@/site.yaml:21:10: mail.smtp.url: \(ConfigurationTests.relay)",
    "@/site.yaml:22:11: mail.smtp.user: needs mail.smtp.password beside it",
    "@/site.yaml:23:10: mail.smtp.tls: must be required or none",
    "@/site.yaml:24:18: mail.smtp.connections: must be a whole number from 1 to 64",
    "@/site.yaml:25:9: mail.smtp.ca: must be a path that starts with /",
    "@/site.yaml:26:1: weather: is not a key",
    "HELPLINK_SITE_URI: is not a key; did you mean HELPLINK_SITE_URL?",
    "HELPLINK_MAIL_RATE: mail.rate: must be a whole number from 0 to 1000000",
    "credential mail.smtp.pasword: is not a key; did you mean mail.smtp.password?",
    "credential mail.from-name: mail.from-name: must be one line of 1 to 100 characters",
    "@/site.yaml: site.name: is required",
    "@/site.yaml: site.operator.name: is required",
    "@/site.yaml: site.operator.contact: is required",
    "@/site.yaml: state: is required",
  ]
}
