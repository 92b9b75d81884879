import Foundation
import Testing

@testable import helplink

/// The configuration that a package installs.
struct ExampleConfigurationTests {
  private static let file = Binary.repository.appendingPathComponent("systemd/helplink.yaml")

  /// The example as an operator leaves it: its three places filled, the `#` removed where a key stands behind it.
  private func example(settingAll: Bool) throws -> String {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
      .replacingOccurrences(of: "LEGAL NAME", with: "Example Network Pty Ltd")
      .replacingOccurrences(of: "HOST", with: "helplink.example")
      .replacingOccurrences(of: "RELAY", with: "relay.example")
    return settingAll ? text.replacing(/(?m)^#((?:  )*[a-z])/) { $0.1 } : text
  }

  @Test func `it passes the check when its three places are filled`() async throws {
    try await Scratch.using { scratch in
      let text = try example(settingAll: false)
        .replacingOccurrences(of: "/var/lib/helplink", with: scratch.path("state"))
      let file = try scratch.write("helplink.yaml", text)
      let ended = try await Program.run(try Binary.path(), ["check", "--config", file], in: scratch)
      #expect(ended.code == 0, "\(ended.errors)")
      #expect(ended.output.hasPrefix("\(file): right"))
    }
  }

  @Test func `it does not pass before that`() async throws {
    try await Scratch.using { scratch in
      let ended = try await Program.run(
        try Binary.path(), ["check", "--config", Self.file.path], in: scratch)
      #expect(ended.code == 78)
    }
  }

  /// A password has its place in a credential; a Maildir is for trying things out.
  @Test func `it names every key that an operator may want, with a value that holds`() throws {
    let written = WrittenSettings(yaml: try example(settingAll: true), fileName: "helplink.yaml")
    #expect(written.mistakes == [])
    let missing = Set(ConfigurationKeys.all.map(\.name)).subtracting(written.values.keys)
    #expect(
      missing == [
        "mail.smtp.password", "mail.maildir", "sign-in.provider.client-secret", "places.google-key",
      ])
    #expect(throws: Never.self) {
      try Configuration.read(
        yaml: try example(settingAll: true), fileName: "helplink.yaml",
        credentials: [
          "mail.smtp.password": "made up\n", "sign-in.provider.client-secret": "made up too\n",
          "places.google-key": "made up as well\n",
        ])
    }
  }
}
