import Foundation
import Testing

@testable import helplink

/// `check --probe`: one line for the relay, one for the site.
@Suite(.timeLimit(.minutes(5)))
struct ProbeTests {
  /// What a relay offers, how it answers a password, what the configuration says, and what is said.
  static let relays: [(offers: [String], reply: String, settings: String, line: String)] = [
    ([], "", "tls: none", "well: no TLS, no signing in"),
    (["AUTH PLAIN"], "235 2.7.0 ok", "tls: none, user: u, password: hunter2", "well: no TLS, signed in"),
    (
      [], "", "tls: required",
      "STARTTLS not supported. (the server's last reply: 250 relay.example HELP); it offers no STARTTLS: use smtps:// in mail.smtp.url, or another port"
    ),
    (
      [], "", "tls: none, user: u, password: hunter2",
      "it offers no way to sign in; remove mail.smtp.user, or use the port for submission, mostly 587"
    ),
    (
      ["AUTH PLAIN"], "535 5.7.8 no", "tls: none, user: u, password: hunter2",
      "Login denied (the server's last reply: 535 5.7.8 no); mend mail.smtp.user or mail.smtp.password"
    ),
  ]

  @Test(arguments: relays)
  func `the relay is asked, and told nothing of a message`(
    offers: [String], reply: String, settings: String, line: String
  ) async throws {
    try await Scratch.using { scratch in
      let relay = try TalkingRelay(offering: offers, toCredentials: reply)
      scratch.atEnd { relay.stop() }
      let url = "smtp://127.0.0.1:\(relay.port)"
      let site = try Installation(in: scratch, mail: "smtp: {url: \"\(url)\", \(settings)}")
      let ended = try await site.command("check", "--probe")
      let isWell = line.hasPrefix("well")
      #expect(ended.code == (isWell ? 0 : 1))
      #expect((isWell ? ended.output : ended.errors).contains("relay \(url): \(line)\n"), "\(ended)")
      #expect(ended.errors.split(separator: "\n").count == (isWell ? 0 : 1), "\(ended.errors)")
      #expect(Set(relay.commands).isSubset(of: ["EHLO", "AUTH", "AHUAaHVudGVyMg==", "NOOP", "QUIT"]))
      #expect(relay.commands.contains("NOOP") == isWell)
      #expect(!(ended.output + ended.errors).contains("hunter2"))
    }
  }

  @Test func `a relay that is not there is told with what to do, also as JSON`() async throws {
    try await Scratch.using { scratch in
      let url = "smtp://127.0.0.1:\(try FreePort.find())"
      let site = try Installation(in: scratch, mail: "smtp: {url: \"\(url)\"}")
      let ended = try await site.command("check", "--probe", "--json")
      #expect(ended.code == 1)
      #expect(ended.errors.hasPrefix("relay \(url): Failed to connect"))
      #expect(ended.errors.hasSuffix("is this its port in mail.smtp.url, and may this machine reach it?\n"))
      struct Facts: Decodable {
        struct Probe: Decodable {
          let of: String
          let isWell: Bool
          let words: String
        }

        let probes: [Probe]
      }
      let facts = try JSONDecoder().decode(Facts.self, from: Data(ended.output.utf8))
      #expect(facts.probes.map(\.isWell) == [false, true])
      #expect(facts.probes.first.map { "\($0.of): \($0.words)\n" } == ended.errors)
    }
  }

  /// When a certificate for localhost that is valid for thirty days was made, in days from now; the site's host; whether its
  /// authority is trusted; and what is said. `DAY` is its last day.
  static let certificates: [(age: Double, host: String, isTrusted: Bool, line: String)] = [
    (0, "localhost", true, "well: the certificate is for localhost, trusted here, and valid until DAY"),
    (8, "localhost", true, "well: the certificate is for localhost, trusted here, and valid until DAY"),
    (
      10, "localhost", true,
      "the certificate expires on DAY, in less than 21 days: see why it was not renewed"
    ),
    (31, "localhost", true, "the certificate expired on DAY: renew it"),
    (0, "[::1]", true, "the certificate is not for ::1: get one for the host in site.url"),
    (0, "127.0.0.1", true, "well: the certificate is for 127.0.0.1, trusted here, and valid until DAY"),
    (
      0, "help.example", true, "the certificate is not for help.example: get one for the host in site.url"
    ),
    (
      0, "localhost", false,
      "no authority that this machine trusts vouches for the certificate: the file must hold the whole chain, the site's own certificate first"
    ),
  ]

  @Test(arguments: certificates)
  func `the certificate that browsers are shown is judged as they do`(
    age: Double, host: String, isTrusted: Bool, line: String
  ) async throws {
    try await Scratch.using { scratch in
      let made = Date() - age * 86_400
      let (chain, key) = try DemoCertificate.make(in: scratch.folder.path, now: made)
      let words = try ClearWords(in: scratch)
      let text = ClearWords.right(scratch).replacing("http://localhost:8080", with: "https://\(host)")
        .replacing("127.0.0.1:0}", with: "127.0.0.1:0, tls: {certificate: \(chain), private-key: \(key)}}")
      try scratch.write("site.yaml", text)
      let ended = try await Program(
        try Binary.path(), ["check", "--probe", "--config", words.configuration],
        environment: isTrusted ? ["SSL_CERT_FILE": chain] : [:], in: scratch
      ).ended()
      let day = (made + 30 * 86_400).formatted(.iso8601.year().month().day())
      let said = "site https://\(host): \(line.replacing("DAY", with: day))\n"
      let isWell = line.hasPrefix("well")
      #expect(ended.code == (isWell ? 0 : 1))
      #expect((isWell ? ended.output : ended.errors).contains(said), "\(ended)")
    }
  }

  @Test func `behind a proxy the certificate is the one shown at the site's address`() async throws {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let (chain, key) = try DemoCertificate.make(in: scratch.folder.path, now: Date())
      let site = try Installation.delivering(in: scratch)
      let text = try String(contentsOfFile: site.configuration, encoding: .utf8)
        .replacing(site.url, with: "https://localhost:\(port)")
      try scratch.write("helplink.yaml", text)
      func probe() async throws -> Program.Ended {
        try await Program(
          try Binary.path(), ["check", "--probe", "--config", site.configuration],
          environment: ["SSL_CERT_FILE": chain], in: scratch
        ).ended()
      }
      let silent = try await probe()
      #expect(silent.code == 1)
      #expect(
        silent.errors
          == "site https://localhost:\(port): Couldn't connect to server; is the proxy in front of the daemon running, and does the host in site.url lead to it?\n"
      )
      // The daemon itself stands for a proxy here, with a configuration of its own.
      let served = text.replacing(#/  listen: .*/#, with: "  listen: 127.0.0.1:\(port)")
      let proxy = try scratch.write(
        "proxy.yaml", served + "http.tls.certificate: \(chain)\nhttp.tls.private-key: \(key)\n")
      let daemon = try Program(try Binary.path(), ["serve", "--config", proxy], in: scratch)
      _ = try await eventually("the daemon to listen") {
        daemon.errors.contains("listening port=\(port)") ? true : nil
      }
      // Beside the daemon that owns the state folder.
      let shown = try await probe()
      #expect(shown.code == 0, "\(shown.errors)")
      #expect(shown.output.contains("site https://localhost:\(port): well: the certificate is for localhost"))
    }
  }
}
