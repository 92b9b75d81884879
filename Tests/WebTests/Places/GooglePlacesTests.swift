import Domain
import Foundation
import Hummingbird
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Web

struct GooglePlacesTests {
  private func search(
    _ text: String, near: [PracticeLocation] = [], session: SecretDigest? = SecretDigest(of: "somebody")
  )
    -> PlaceSearch
  {
    PlaceSearch(text: text, near: near, most: 10, session: session)
  }

  private func table(_ text: String) throws -> [Locality] {
    try SiteFixture.reference.get().localities.suggestions(for: text, atMost: 10)
  }

  @Test func `what Google means comes before what the table finds, as rows of the table`() async throws {
    try await ScriptedGooglePlaces.run(now: { SiteFixture.start }) { google, places in
      google.predicts(
        "Hawthorn East VIC, Australia", "City of Boroondara VIC, Australia", "Hawthorn VIC 3122, Australia",
        "Hawthorn VIC, Australia", "Auckland, New Zealand")
      let found = await places.places(for: search("hawthrn"))
      #expect(found.map(\.location.label) == ["Hawthorn East VIC 3123", "Hawthorn VIC 3122"])
      google.predicts("Hawthorn SA, Australia")
      let both = await places.places(for: search("hawthorn"))
      #expect(both.first?.location.label == "Hawthorn SA 5062")
      let ours = try table("hawthorn")
      #expect(Set(both) == Set(ours) && both.count == ours.count)
    }
  }

  @Test func `places near to a member's own come first, whoever names them`() async throws {
    let melbourne = PracticeLocation(postcode: "3000", locality: "Melbourne", state: "VIC")
    try await ScriptedGooglePlaces.run(now: { SiteFixture.start }) { google, places in
      google.predicts("Richmond SA, Australia", "Richmond NSW, Australia")
      let found = await places.places(for: search("richmond", near: [melbourne]))
      let labels = found.map(\.location.label)
      #expect(labels.first == "Richmond VIC 3121" && labels.contains("Richmond SA 5033"))
    }
  }

  @Test func `Google is told the letters, and nothing of who typed them or where they are`() async throws {
    let own = PracticeLocation(postcode: "4075", locality: "Corinda", state: "QLD")
    try await ScriptedGooglePlaces.run(now: { SiteFixture.start }) { google, places in
      google.predicts("Richmond VIC, Australia")
      _ = await places.places(for: search("richm", near: [own]))
      let question = try #require(google.questions.first)
      #expect(question.input == "richm" && question.languageCode == "en-AU")
      #expect(question.includedPrimaryTypes == ["(regions)"] && question.includedRegionCodes == ["au"])
      let body = try #require(google.bodies.first)
      let fields = try #require(try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any])
      #expect(
        Set(fields.keys)
          == ["input", "sessionToken", "includedPrimaryTypes", "includedRegionCodes", "languageCode"])
      #expect(!body.contains("Corinda") && !body.contains(SecretDigest(of: "somebody").text))
      #expect(question.sessionToken.wholeMatch(of: /[a-z2-7]{26}/) != nil)
    }
  }

  @Test func `one member's typing has one token for a while, another's another`() async throws {
    let clock = SiteFixture.Clock(Date(timeIntervalSince1970: 1_800))
    try await ScriptedGooglePlaces.run(now: { clock.now.withLock { $0 } }) { google, places in
      google.predicts("Richmond VIC, Australia")
      for text in ["ric", "rich", "richm"] { _ = await places.places(for: search(text)) }
      _ = await places.places(for: search("ric", session: SecretDigest(of: "another")))
      clock.now.withLock { $0 += GooglePlaces.session }
      _ = await places.places(for: search("ric"))
      let tokens = google.questions.map(\.sessionToken)
      #expect(tokens.count == 5 && Set(tokens.prefix(3)).count == 1 && Set(tokens).count == 3)
    }
  }

  @Test(arguments: ["", "ri", "3121", "31", "  r ", "12 3456"])
  func `for what the table knows by itself, and for visitors, Google is not asked`(text: String) async throws
  {
    try await ScriptedGooglePlaces.run(now: { SiteFixture.start }) { google, places in
      google.predicts("Richmond VIC, Australia")
      let (known, richmond) = (try table(text), try table("richmond"))
      #expect(await places.places(for: search(text)) == known)
      #expect(await places.places(for: search("richmond", session: nil)) == richmond)
      #expect(google.questions.isEmpty)
    }
  }

  /// Ways to fail: refused, broken, endless, silent.
  private static let failures: [(why: String, answer: @Sendable () async throws -> Response)] = [
    ("the answer was 403", { Response(status: .forbidden) }),
    ("the answer was 429", { Response(status: .tooManyRequests) }),
    ("the answer was 302", { Response(status: .found, headers: [.location: "http://127.0.0.1:1/"]) }),
    (
      "the answer cannot be read",
      { Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "<html>"))) }
    ),
    (
      "the answer cannot be read",
      { Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: #"{"suggestions": 1}"#))) }
    ),
    (
      "more than 64 KiB came",
      { Response(status: .ok, body: .init(byteBuffer: ByteBuffer(repeating: 32, count: 70_000))) }
    ),
    (
      "nothing came in time",
      {
        try await Task.sleep(for: .seconds(60))
        return Response(status: .ok)
      }
    ),
  ]

  @Test(arguments: failures.indices)
  func `whatever Google does, the table answers in time, and Google is left alone for a while`(number: Int)
    async throws
  {
    let (why, answer) = Self.failures[number]
    let clock = SiteFixture.Clock(SiteFixture.start)
    let log = KeptLog()
    try await ScriptedGooglePlaces.run(logger: log.logger, now: { clock.now.withLock { $0 } }) {
      google, places in
      google.does(answer)
      let expected = try table("richmond")
      let begun = ContinuousClock.now
      #expect(await places.places(for: search("richmond")) == expected)
      // The silent one is silent for a minute.
      #expect(ContinuousClock.now - begun < .seconds(50))
      google.predicts("Kew VIC, Australia")
      #expect(await places.places(for: search("richmond")) == expected)
      #expect(google.questions.count == 1)
      clock.now.withLock { $0 += GooglePlaces.rest }
      #expect(await places.places(for: search("richmond")).first?.location.locality == "Kew")
      #expect(log.text.split(separator: "\n").count == 1 && log.text.contains(why), "\(log.text)")
      #expect(!log.text.contains("richmond") && !log.text.contains(ScriptedGooglePlaces.key))
    }
  }

  @Test func `where nobody listens the table answers`() async throws {
    let expected = try table("richmond")
    let client = GooglePlaces.makeClient()
    let places = GooglePlaces(
      key: "x", address: "http://127.0.0.1:1", client: client,
      localities: try SiteFixture.reference.get().localities, now: { SiteFixture.start },
      logger: Logger(label: "test"))
    #expect(await places.places(for: search("richmond")) == expected)
    try await client.shutdown()
  }
}
