import Foundation
import Testing

/// The first thing a newcomer does.
@Suite(.timeLimit(.minutes(5)))
struct DemoTests {
  @Test func `the demo sends a round, shows every message, signs one in, and leaves nothing behind`()
    async throws
  {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let demo = try Program(
        try Binary.path(), ["demo", "--port", "\(port)", "--members", "40"], in: scratch)
      _ = try await eventually("the demo's addresses") { demo.output.contains("Press Ctrl-C") ? true : nil }
      let site = "http://localhost:\(port)"
      let letters = try await eventually("all letters") {
        let page = try await Visitor.get("\(site)/demo/mailbox").body
        let found = addresses("/demo/mailbox/", in: page)
        return found.count == 40 ? found : nil
      }
      let letter = site + (try #require(letters.first))
      #expect(try await Visitor.get(letter).body.contains("<iframe"))
      #expect(
        try await Visitor.get(letter + "/html").headers.first(name: "content-security-policy")?.contains(
          "sandbox") == true)
      #expect(try await Visitor.get(letter + "/raw").body.contains("Subject: How long is your wait?"))
      let link = try #require(demo.output.firstRange(of: "\(site)/sign-in/"))
      let address = String(demo.output[link.lowerBound...].prefix { !$0.isWhitespace })
      let signedIn = try await Visitor.send("POST", address)
      #expect(signedIn.status == 303)
      #expect(signedIn["location"] == "/listings")
      #expect(try await demo.terminate().code == 0)
      let left = try FileManager.default.contentsOfDirectory(
        atPath: FileManager.default.temporaryDirectory.path)
      #expect(!left.contains { $0.hasPrefix("helplink-demo-") && $0.hasSuffix("-\(demo.number)") })
    }
  }

  private func addresses(_ prefix: String, in page: String) -> [String] {
    page.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
      .filter { $0.hasPrefix(prefix) }
  }
}
