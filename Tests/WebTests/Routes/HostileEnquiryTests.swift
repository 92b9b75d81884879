import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import NIOCore
import Store
import Synchronization
import Testing

@testable import Web

/// What nobody means well, and what must not be found anywhere.
@Suite struct `Answers of a help seeker` {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=y>", "'; DROP TABLE match_exposure; --", "{{name}}",
    "\u{202E}gnp", "a\u{0}b", "🙂🙂", "e\u{301}\u{301}\u{301}", "%zz", String(repeating: "a", count: 5_000),
    String(repeating: "𝕏", count: 400), "javascript:alert(1)", "../../etc/passwd", " ", "",
  ]

  @Test func `are never too much, and never markup`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.addHelpers(2...2)
    var chance = Chance()
    let steps = EnquiryStep.allCases
    let bodies = (0..<600).map { _ in
      let step = steps[Int.random(in: 0..<steps.count, using: &chance)]
      let names = step.fields.map(\.rawValue) + ["press", "found-place", "give-up", "x"]
      let pairs = (0..<4).map { _ in
        let name = names[Int.random(in: 0..<names.count, using: &chance)]
        let value = Self.hostile[Int.random(in: 0..<Self.hostile.count, using: &chance)]
        return "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
      }
      return (step.rawValue, pairs.joined(separator: "&"))
    }
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.lookForHelp()
      for (step, body) in bodies {
        let answer = try await browser.post("/find/\(step)", body)
        #expect([200, 303, 400].contains(answer.status), "\(answer.status) of \(step) \(body)")
        let page = answer.location == nil ? answer : try await browser.get(answer.location ?? "")
        for markup in ["<script>alert", "<img src=x"] { #expect(!page.text.contains(markup)) }
        #expect((browser.cookies["__Host-enquiry"]?.utf8.count ?? 0) < 4_000)
      }
    }
  }

  @Test func `the largest of them fit a cookie`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let concerns = try SiteFixture.reference.get().questionnaire.choices(of: .concerns).map(\.answer)
        .sorted { $0.count > $1.count }.prefix(Enquiry.mostConcerns).map { "concerns=\($0)" }
      let words = String(repeating: "%F0%9D%95%8F", count: 200)
      _ = try await browser.lookForHelp([
        "meeting": "meeting=any", "place": "place=Robinvale+Irrigation+District+Section+E+VIC+3549",
        "age": "age=adolescent",
        "filled-by": "filled-by=young-person", "paying": "paying=motor-accident", "state": "state=NSW",
        "concerns": concerns.joined(separator: "&") + "&words=" + words,
        "preferences": "soon=3-months&gender=non-binary&language=auslan",
      ])
      let cookie = try #require(browser.cookies["__Host-enquiry"])
      // RFC 6265, section 6.1: name, value and attributes together.
      #expect(cookie.utf8.count + 100 < 4_096, "\(cookie.utf8.count)")
    }
  }

  @Test func `a cookie that was forged, cut, or sealed for something else is a fresh start`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.lookForHelp()
      let genuine = try #require(browser.cookies["__Host-enquiry"])
      let sealing = Sealing(keys: fixture.keys)
      let kept = KeptEnquiry(enquiry: Enquiry(), until: SiteFixture.start + 900)
      let forged = [
        "", "x", "1.", "1.aaaa", String(genuine.dropLast(4)), "2" + genuine.dropFirst(), genuine + "a",
        String(genuine.reversed()), try sealing.seal(kept, for: .providerFlow),
        try sealing.seal("x", for: .enquiry),
        String(repeating: "a", count: 9_000),
      ]
      for cookie in forged {
        browser.cookies["__Host-enquiry"] = cookie
        #expect(try await browser.get("/find/matches").location == "/find?anew")
        #expect(try await browser.post("/find/meeting", "meeting=video").location == "/find?anew")
        #expect(try await browser.get("/find").status == 200)
      }
    }
  }

  /// Lines of the log as they would be written.
  private final class Lines: Sendable {
    let lines = Mutex<[String]>([])
  }

  private struct Recorder: LogHandler {
    let kept: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
      kept.lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
  }

  @Test func `stand in no address, no line of the log and nowhere in the database`() async throws {
    let kept = Lines()
    let fixture = try await SiteFixture(logger: Logger(label: "test") { _ in Recorder(kept: kept) })
    try await fixture.addHelpers(2...8)
    let mark = "zanthoxylum"
    try await fixture.test { client in
      var browser = Browser(client)
      var addresses: [String] = []
      var answer = try await browser.post("/find")
      while let location = answer.location, location != "/find/matches" {
        addresses.append(location)
        let step = String(location.dropFirst("/find/".count))
        let body =
          step == "concerns"
          ? "concerns=self-harm&words=\(mark)" : Browser.answers.first { $0.step == step }?.body
        answer = try await browser.post(location, body ?? "")
      }
      let page = try await browser.get("/find/matches")
      #expect(page.text.contains(mark), "they are shown to their owner alone")
      let seen = addresses + Array(browser.cookies.values) + kept.lines.withLock { $0 }
      for word in [mark, "self-harm", "Corinda"] { #expect(!seen.contains { $0.contains(word) }) }
    }
    #expect(try await fixture.octets(holding: mark) == 0)
    #expect(try await fixture.octets(holding: "self-harm") == 0)
    #expect(try await fixture.octets(holding: "PSY0000000001") > 0, "the search finds what is there")
  }
}
