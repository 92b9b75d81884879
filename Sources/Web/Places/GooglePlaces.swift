import AsyncHTTPClient
import Crypto
import Domain
import Foundation
import Logging

/// Has Google's Places (Autocomplete, the "New" one) say what a member may mean, and shows the rows of our table that it names,
/// before those that the table finds by itself.
///
/// Promise: whatever Google does, there is an answer within the patience it was made with; nothing of Google's is kept, and Google learns nothing
/// but the letters.
public actor GooglePlaces: PlaceFinder {
  private let key: String
  private let address: String
  private let requests: JSONRequests
  private let table: OfflinePlaces
  private let now: @Sendable () -> Date
  private let logger: Logger
  /// Makes tokens that say nothing of whom they are for.
  private let tokens = SymmetricKey(size: .bits256)
  /// After a failure Google is left alone until then.
  private var restsUntil = Date.distantPast

  /// How long a suggestion may keep somebody waiting.
  public static let patience = Duration.milliseconds(800)
  /// For so many seconds after a failure nobody waits for the next.
  static let rest: TimeInterval = 30
  /// What one member types within so many seconds is one session to Google.
  static let session: TimeInterval = 180

  /// - Parameters:
  ///   - key: The API key; sent in a header, and never shown.
  ///   - address: Where Google's API is, without a slash at the end.
  ///   - client: Who makes it shuts it down.
  ///   - patience: How long an answer of Google's is waited for.
  ///   - localities: The table that answers are looked up in.
  public init(
    key: String, address: String = "https://places.googleapis.com", client: HTTPClient,
    patience: Duration = GooglePlaces.patience, localities: Localities,
    now: @escaping @Sendable () -> Date, logger: Logger
  ) {
    self.key = key
    self.address = address
    requests = JSONRequests(client: client, patience: patience)
    table = OfflinePlaces(localities: localities)
    self.now = now
    self.logger = logger
  }

  /// A client for `init`.
  public static func makeClient() -> HTTPClient { JSONRequests.makeClient() }

  nonisolated var mayBeKept: Bool { false }

  func places(for search: PlaceSearch) async -> [Locality] {
    let ours = table.places(for: search)
    guard let session = search.session, Self.isWorthAsking(search.text), now() >= restsUntil else {
      return ours
    }
    do throws(JSONRequests.Unreachable) {
      let predictions = try await predictions(of: search.text, token: token(of: session))
      let named = predictions.flatMap { table.localities.places(named: $0) }
      return table.localities.suggestions(
        for: search.text, predicted: named, near: search.near, atMost: search.most)
    } catch {
      restsUntil = now() + Self.rest
      logger.warning("the table answers for Google Places", metadata: ["why": "\(error.why)"])
      return ours
    }
  }

  /// Postcodes are all in the table, and two letters are not worth the price of a request.
  private static func isWorthAsking(_ text: String) -> Bool {
    text.count { $0.isLetter } >= 3
  }

  private func predictions(of text: String, token: String) async throws(JSONRequests.Unreachable) -> [String]
  {
    let answer = try await requests.send(
      GooglePlacesQuestion(input: String(text.prefix(60)), sessionToken: token).request(to: address, key: key)
    )
    guard answer.status == 200 else { throw .init(why: "the answer was \(answer.status)") }
    guard let read = try? JSONDecoder().decode(GooglePlacesAnswer.self, from: answer.body) else {
      throw .init(why: "the answer cannot be read")
    }
    return read.labels
  }

  /// Google bills what carries the same token as one session. It says nothing of the member, and is another after a while.
  private func token(of session: SecretDigest) -> String {
    let window = Int(now().timeIntervalSince1970 / Self.session)
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(session.text) \(window)".utf8), using: tokens)
    return Base32.encode(Array(code.prefix(16)))
  }
}
