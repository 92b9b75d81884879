import Automation
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import Testing
import Synchronization

@testable import Web

/// A site over a real database in a scratch folder, with one member who was asked, and a clock of the test's own.
final class SiteFixture: Sendable {
  let store: Store
  let site: Site
  let keys: KeyRing
  let member: Practitioner
  let email: OutboxEntry.ID
  private let folder: URL
  /// The path of the database.
  var database: String { folder.appendingPathComponent("helplink.sqlite").path }
  private let clock: Clock

  final class Clock: Sendable {
    let now: Mutex<Date>
    init(_ start: Date) { now = Mutex(start) }
  }

  static let start = Date(timeIntervalSince1970: 1_796_000_000)
  /// What the member's listing says before anybody presses anything.
  static let before = StatedWait(.sixMonths, confirmedAt: start - 100 * 86_400, means: .import)

  init(
    clock: Clock = Clock(start), provider: OpenIDProvider? = nil, logger: Logger = Logger(label: "test"),
    signIn: SignInWays = SignInWays(), googlePlaces: GooglePlaces? = nil
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let keys = try #require(KeyRing([1: [UInt8](repeating: 7, count: 32)]))
    let store = try Store(path: folder.appendingPathComponent("helplink.sqlite").path, keys: keys)
    self.store = store
    self.keys = keys
    self.clock = clock
    site = Site(
      settings: SiteSettings(
        url: "https://network.example", name: "Help Link Private", operatorName: "Example Pty Ltd",
        operatorContact: "help@network.example",
        timeZone: try #require(TimeZone(identifier: "Australia/Sydney")), signIn: signIn),
      store: store, keys: keys, reference: try Self.reference.get(), now: { clock.now.withLock { $0 } },
      queued: {}, logger: logger, passwordParameters: Self.cheap, provider: provider,
      googlePlaces: googlePlaces)
    member = try Self.practitioner(number: 1)
    var chance = Chance()
    email = OutboxEntry.ID(using: &chance)
    try await add(member, wait: Self.before)
    try await ask(member, email: email, round: "2026-11")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func pass(_ seconds: TimeInterval) { clock.now.withLock { $0 += seconds } }

  func test(_ work: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
    try await Application(router: site.router(), logger: Logger(label: "test")).test(.router) {
      try await work($0)
    }
  }

  func add(_ practitioner: Practitioner, wait: StatedWait?) async throws {
    let profile = Profile(profession: "psychologist", registrationNumber: "PSY0000000001")
    var chance = Chance()
    let event = WaitEvent(id: Identifier(using: &chance), kind: .said, at: Self.start, means: .import)
    let changes: [Change] = [.joined(practitioner, profile, nil), .waitSaid(practitioner.id, wait, event)]
    try await store.perform({ _ in }) { Decision((), changes: changes) }
  }

  func ask(_ practitioner: Practitioner, email: OutboxEntry.ID, round: String) async throws {
    let facts = WaitingPeriodEmail(
      round: try #require(Round(round)), name: practitioner.name, present: Self.before,
      timeZone: "Australia/Sydney")
    let new = NewEmail(
      id: email, email: .waitingPeriod(facts), recipient: .practitioner(practitioner.id), period: round,
      notBefore: site.now(), useBy: site.now() + 86_400)
    try await store.perform({ _ in }) { Decision((), emails: [new]) }
  }

  func link(_ period: WaitingPeriod, of email: OutboxEntry.ID? = nil) -> String {
    let token = LinkToken(
      .waitingPeriod, subject: email ?? self.email, choice: UInt8(period.rank),
      expiresAt: Self.start + 45 * 86_400)
    return "/w/" + keys.seal(token)
  }

  /// What the member's listing says now.
  func wait() async throws -> StatedWait? {
    let id = member.id
    return try await store.read { try $0.wait(of: id) }
  }

  static func practitioner(number: Int) throws -> Practitioner {
    let octets = [UInt8](repeating: UInt8(number), count: 16)
    return Practitioner(
      id: try #require(Practitioner.ID(bytes: octets)), name: "Dr Example \(number)",
      email: try EmailAddress("member\(number)@example.com"), joinedAt: start)
  }

  private static let data = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appendingPathComponent("data")

  /// Stretching that costs next to nothing.
  static let cheap = StoredPassword.Parameters(cost: 16, blockSize: 1, parallelism: 1)

  /// Read once: the table has 17,841 rows, and a debug build takes a while over them.
  static let reference: Result<ReferenceData, any Error> = Result {
    func content(_ name: String) throws -> Data {
      try Data(contentsOf: data.appendingPathComponent(name))
    }
    let regions = try Regions(json: try content("au-regions.json"))
    let table = String(decoding: try content("au-localities.csv"), as: UTF8.self)
    let taxonomy = try Taxonomy(json: try content("practice-taxonomy.json"))
    let languages = try LanguageNames(json: try content("languages.json"))
    let questions = String(decoding: try content("questionnaire.yaml"), as: UTF8.self)
    return ReferenceData(
      taxonomy: taxonomy, languages: languages,
      localities: try Localities(csv: table, regions: regions),
      commonPasswords: try CommonPasswords(
        text: String(decoding: content("common-passwords.txt"), as: UTF8.self)),
      questionnaire: try QuestionnaireFile.read(
        questions, terms: FacetTerms(taxonomy: taxonomy, languages: languages)))
  }
}

/// A browser: keeps cookies, and sends them back.
struct Browser {
  let client: any TestClientProtocol
  var cookies: [String: String] = [:]

  init(_ client: any TestClientProtocol) { self.client = client }

  struct Answer {
    let status: Int
    let text: String
    let location: String?
    let headers: HTTPFields
  }

  mutating func get(_ path: String) async throws -> Answer { try await send(.get, path, "") }

  mutating func post(_ path: String, _ body: String = "", site: String = "same-origin") async throws -> Answer
  {
    try await send(.post, path, body, site: site)
  }

  /// Posts, and follows where it is sent.
  mutating func press(_ path: String, _ body: String) async throws -> Answer {
    let answer = try await post(path, body)
    guard let location = answer.location else { return answer }
    return try await get(String(location.prefix { $0 != "#" }))
  }

  mutating func send(_ method: HTTPRequest.Method, _ path: String, _ body: String, site: String? = nil)
    async throws -> Answer
  {
    var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    if let site, let name = HTTPField.Name("sec-fetch-site") { headers[name] = site }
    let response = try await client.executeRequest(
      uri: path, method: method, headers: headers, body: ByteBuffer(string: body))
    for field in response.headers[values: .setCookie] {
      let pair = field.split(separator: ";")[0].split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
    }
    return Answer(
      status: response.status.code, text: String(buffer: response.body),
      location: response.headers[.location],
      headers: response.headers)
  }
}

/// The value of a hidden field of a page.
func hidden(_ name: String, in page: String) -> String? {
  guard let field = page.range(of: "name=\"\(name)\" value=\"") else { return nil }
  return String(page[field.upperBound...].prefix { $0 != "\"" })
}
