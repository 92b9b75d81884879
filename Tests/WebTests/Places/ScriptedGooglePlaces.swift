import AsyncHTTPClient
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization

@testable import Web

/// Google's Places on loopback, as its reference describes Autocomplete (New), unless the test has it do otherwise.
final class ScriptedGooglePlaces: Sendable {
  /// What came in.
  struct Question: Decodable, Sendable {
    let input: String
    let sessionToken: String
    let includedPrimaryTypes: [String]
    let includedRegionCodes: [String]
    let languageCode: String
  }

  private struct State {
    var labels: [String] = []
    var answer: (@Sendable () async throws -> Response)?
    var questions: [Question] = []
    var bodies: [String] = []
  }

  static let key = "AIza made up"
  /// Far longer than a loaded machine takes to answer, so that only silence is waited out.
  static let patience = Duration.seconds(8)
  private let state = Mutex(State())

  /// Runs one for a test, with what asks it.
  static func run(
    logger: Logger = Logger(label: "test"), now: @escaping @Sendable () -> Date,
    _ test: @escaping @Sendable (ScriptedGooglePlaces, GooglePlaces) async throws -> Void
  ) async throws {
    let google = ScriptedGooglePlaces()
    var quiet = Logger(label: "google")
    quiet.logLevel = .critical
    let localities = try SiteFixture.reference.get().localities
    try await Application(router: google.router(), logger: quiet).test(.live) { server in
      let client = GooglePlaces.makeClient()
      let places = GooglePlaces(
        key: key, address: "http://127.0.0.1:\(server.port ?? 0)", client: client, patience: patience,
        localities: localities, now: now, logger: logger)
      do { try await test(google, places) } catch {
        try await client.shutdown()
        throw error
      }
      try await client.shutdown()
    }
  }

  /// What it predicts, as it writes it: "Richmond VIC, Australia".
  func predicts(_ labels: String...) {
    state.withLock { ($0.labels, $0.answer) = (labels, nil) }
  }

  /// What it does instead.
  func does(_ answer: @escaping @Sendable () async throws -> Response) {
    state.withLock { $0.answer = answer }
  }

  var questions: [Question] { state.withLock { $0.questions } }
  /// All that was written to it.
  var bodies: [String] { state.withLock { $0.bodies } }

  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    // A colon ends a path's segment nowhere, but is a parameter's sign to the router.
    router.post("/v1/**") { request, _ in
      guard request.uri.path == "/v1/places:autocomplete", Self.isAuthorized(request) else {
        return Response(status: .forbidden)
      }
      let body = try await request.body.collect(upTo: 65_536)
      let question = try JSONDecoder().decode(Question.self, from: Data(body.readableBytesView))
      let state = self.state.withLock { state in
        state.questions.append(question)
        state.bodies.append(String(buffer: body))
        return state
      }
      if let answer = state.answer { return try await answer() }
      return try Self.json(state.labels)
    }
    return router
  }

  private static func isAuthorized(_ request: Request) -> Bool {
    let fields = Dictionary(request.headers.map { ($0.name.canonicalName, $0.value) }) { first, _ in first }
    return fields["x-goog-api-key"] == key
      && fields["x-goog-fieldmask"] == "suggestions.placePrediction.text.text"
  }

  /// Without predictions the answer is an empty object.
  private static func json(_ labels: [String]) throws -> Response {
    let suggestions: [[String: Any]] =
      labels.map { ["placePrediction": ["text": ["text": $0]]] } + [
        ["queryPrediction": ["text": ["text": "x"]]]
      ]
    let object: [String: Any] = labels.isEmpty ? [:] : ["suggestions": suggestions]
    let body = try JSONSerialization.data(withJSONObject: object)
    return Response(
      status: .ok, headers: [.contentType: "application/json; charset=UTF-8"],
      body: .init(byteBuffer: ByteBuffer(bytes: body)))
  }
}
