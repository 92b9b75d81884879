import Foundation
import Fuzzing
import Testing

@testable import helplink

@Suite(.timeLimit(.minutes(60)))
struct ConfigurationFuzzTests {
  struct Wrong: Error { let what: String }

  @Test func `every mistake of a configuration names the file, or what overrode it`() async throws {
    let full = """
      site: {url: "https://help.example", name: Help, time-zone: Australia/Perth,
        operator: {name: A, contact: a@example.com}}
      state: /var/lib/helplink
      http: {listen: "127.0.0.1:8080", trusted-proxies: [127.0.0.1, "::1"]}
      mail: {from: help@example.com, rate: 60, transport: smtp, smtp: {url: "smtps://relay:465", user: a, tls: required}}
      """
    try await Fuzz.run("configurations", corpus: [ConfigurationTests.least, full], count: 1_500) { text in
      do throws(ConfigurationMistakes) { _ = try ConfigurationTests.read(text) } catch {
        let lines = error.description.split(separator: "\n")
        if lines.isEmpty { throw Wrong(what: "nothing is said") }
        for line in lines where !line.hasPrefix("helplink.yaml") { throw Wrong(what: "no file: \(line)") }
      }
    }
  }

  @Test func `what a command may ask is understood or refused`() async throws {
    let corpus = [
      #"{"status":{}}"#, #"{"members":{"after":"","limit":100}}"#,
      #"{"command":{"_0":"retry","email":"abc"}}"#,
      #"{"importMembers":{"lines":["{}"],"firstNumber":1}}"#, #"{"releaseStream":{"_0":"rounds"}}"#,
    ]
    try await Fuzz.run("control requests", corpus: corpus) { text in
      _ = try? JSONDecoder().decode(ControlRequest.self, from: Data(text.utf8))
    }
  }
}
