import Foundation
import Testing

@testable import helplink

/// What is wrong in other sources than the file, and in several at once.
struct ConfigurationSourcesTests {
  @Test(arguments: [
    (
      ["HELPLINK_MAIL_RATE": "fast"],
      "HELPLINK_MAIL_RATE: mail.rate: must be a whole number from 0 to 1000000"
    ),
    (["HELPLINK_MAIL_RATE": ""], "HELPLINK_MAIL_RATE: mail.rate: must be a whole number from 0 to 1000000"),
    (["HELPLINK_SITE_URI": "x"], "HELPLINK_SITE_URI: is not a key; did you mean HELPLINK_SITE_URL?"),
    (["HELPLINK_WEATHER_REPORT": "x"], "HELPLINK_WEATHER_REPORT: is not a key"),
    (
      ["HELPLINK_MAIL_SMTP_PASSWORD": "hunter2"],
      "HELPLINK_MAIL_SMTP_PASSWORD: mail.smtp.password: needs mail.smtp.user beside it"
    ),
    (
      ["HELPLINK_HTTP_TRUSTED_PROXIES": "10.0.0.1,proxy"],
      "HELPLINK_HTTP_TRUSTED_PROXIES: http.trusted-proxies: must be an address such as 10.0.0.7 or a block such as 10.0.0.0/8"
    ),
    (
      ["HELPLINK_MAIL_TRANSPORT": "maildir"],
      "helplink.yaml: mail.maildir: is required by the maildir transport"
    ),
    (
      ["HELPLINK_STATE": "/" + String(repeating: "s", count: 100)],
      "HELPLINK_STATE: state: is too long for the control socket in it: set control to a shorter path"
    ),
    (
      ["HELPLINK_CONTROL": "/" + String(repeating: "s", count: 107)],
      "HELPLINK_CONTROL: control: must have at most 107 characters, being a socket"
    ),
  ])
  func `a mistake in the environment is named by its variable`(environment: [String: String], message: String)
  {
    #expect(ConfigurationTests.complaint(ConfigurationTests.least, environment: environment) == message)
  }

  @Test(arguments: [
    (
      ["mail.smtp.pasword": "hunter2"],
      "credential mail.smtp.pasword: is not a key; did you mean mail.smtp.password?"
    ),
    (
      ["HELPLINK_MAIL_SMTP_PASWORD": "hunter2"],
      "credential HELPLINK_MAIL_SMTP_PASWORD: is not a key; did you mean HELPLINK_MAIL_SMTP_PASSWORD?"
    ),
    (
      ["mail.smtp.password": "hunter2\nhunter3"],
      """
      credential mail.smtp.password: mail.smtp.password: must be one line of 1 to 1000 characters
      credential mail.smtp.password: mail.smtp.password: needs mail.smtp.user beside it
      """
    ),
    (
      ["mail.rate": "1", "HELPLINK_MAIL_RATE": "1"], "credential mail.rate: mail.rate: is set twice"
    ),
  ])
  func `a mistake in a credential is named by its file`(credentials: [String: String], message: String) {
    let complaint = ConfigurationTests.complaint(ConfigurationTests.least, credentials: credentials)
    #expect(complaint == message)
    #expect(!complaint.contains("hunter"))
  }

  @Test func `all mistakes are told together: file, environment, credentials, what is missing`() {
    let yaml = "mail:\n  smtp: {connections: 0, tls: no}\n  rate: x\nstat: /s\n"
    let complaint = ConfigurationTests.complaint(
      yaml, environment: ["HELPLINK_SITE_URL": "x"], credentials: ["mail.from": "y"])
    #expect(
      complaint == """
        helplink.yaml:2:23: mail.smtp.connections: must be a whole number from 1 to 64
        helplink.yaml:2:31: mail.smtp.tls: must be required or none
        helplink.yaml:3:9: mail.rate: must be a whole number from 0 to 1000000
        helplink.yaml:4:1: stat: is not a key; did you mean state?
        HELPLINK_SITE_URL: site.url: \(ConfigurationTests.url)
        credential mail.from: mail.from: must be an email address: an email address has one @ between a name and a domain
        helplink.yaml: site.name: is required
        helplink.yaml: site.operator.name: is required
        helplink.yaml: site.operator.contact: is required
        helplink.yaml: state: is required
        helplink.yaml: mail.smtp.url: is required by the smtp transport
        """)
  }

  @Test(arguments: ["", "# nothing\n", "~", "site:\nmail:\n"])
  func `an empty file lacks the required keys`(yaml: String) {
    let keys = ["site.url", "site.name", "site.operator.name", "site.operator.contact", "state"]
    let last = ["mail.smtp.url: is required by the smtp transport", "mail.from: is required"]
    let lines = keys.map { "\($0): is required" } + last
    #expect(
      ConfigurationTests.complaint(yaml) == lines.map { "helplink.yaml: " + $0 }.joined(separator: "\n"))
  }

  @Test(arguments: ["- a\n", "text"])
  func `a file that holds no keys says so`(yaml: String) {
    #expect(
      ConfigurationTests.complaint(yaml).hasPrefix("helplink.yaml:1:1: must hold keys and their values\n"))
  }

  @Test func `files and credentials are read from their folders`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "helplink-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("site.yaml")
    try Data(ConfigurationTests.least.utf8).write(to: file)
    let credentials = folder.appendingPathComponent("credentials")
    try FileManager.default.createDirectory(at: credentials, withIntermediateDirectories: false)
    let rate = credentials.appendingPathComponent("mail.rate")
    try Data("7\n".utf8).write(to: rate)
    try Data([0xff]).write(to: credentials.appendingPathComponent("tls.der"))
    let environment = ["CREDENTIALS_DIRECTORY": credentials.path]
    chmod(rate.path, 0o604)
    #expect(
      complaint(file.path, environment)
        == "credential mail.rate: \(rate.path) may be read by everybody: chmod o-rwx \(rate.path)")
    chmod(rate.path, 0o400)
    #expect(try Configuration.load(path: file.path, environment: environment).mail.rate == 7)
    chmod(rate.path, 0o600)
    try Data([0xff]).write(to: rate)
    #expect(complaint(file.path, environment) == "credential mail.rate: is not UTF-8")
    #expect(
      complaint(file.path + "l", [:])
        == "\(file.path)l: there is no such file; name the configuration with --config FILE")
    #expect(
      complaint(folder.path, [:])
        == "\(folder.path): is a folder, not a file; name the configuration with --config FILE")
    #expect(
      complaint(file.path, ["CREDENTIALS_DIRECTORY": file.path + "l"])
        == "CREDENTIALS_DIRECTORY: is not a folder that can be read")
  }

  private func complaint(_ path: String, _ environment: [String: String]) -> String? {
    do throws(ConfigurationMistakes) {
      _ = try Configuration.load(path: path, environment: environment)
      return nil
    } catch { return error.description }
  }
}
