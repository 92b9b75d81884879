import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat

/// Asks somebody else's addresses for JSON: at most 64 KiB, within a bounded time, following nothing.
struct JSONRequests: Sendable {
  let client: HTTPClient
  /// How long a whole answer is waited for.
  var patience = Duration.seconds(10)

  private static let most = 65_536
  private static let late = "nothing came in time"

  /// Why nothing came, or nothing that can be read: without a word of what was sent.
  struct Unreachable: Error {
    let why: String
  }

  /// What came, and for how long it may be kept.
  struct Answer: Sendable {
    let status: UInt
    let body: Data
    /// In seconds.
    let keptFor: TimeInterval
  }

  /// Sends a request; what keeps an answer away is told without a word of what was sent.
  func send(_ request: HTTPClientRequest) async throws(Unreachable) -> Answer {
    var request = request
    request.headers.replaceOrAdd(name: "accept", value: "application/json")
    request.headers.replaceOrAdd(name: "user-agent", value: "helplink")
    do { return try await answer(request) } catch is NIOTooManyBytesError {
      throw Unreachable(why: "more than 64 KiB came")
    } catch is CancellationError {
      throw Unreachable(why: Self.late)
    } catch let error as HTTPClientError {
      throw Unreachable(why: error == .deadlineExceeded ? Self.late : error.shortDescription)
    } catch { throw Unreachable(why: "\(type(of: error))") }
  }

  /// The client's own deadline ends with the answer's head; this one holds for all of it.
  private func answer(_ request: HTTPClientRequest) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      group.addTask {
        let response = try await client.execute(request, timeout: .init(patience))
        let body = try await response.body.collect(upTo: Self.most)
        let lifetime = Self.lifetime(response.headers[canonicalForm: "cache-control"])
        return Answer(
          status: response.status.code, body: Data(body.readableBytesView), keptFor: lifetime)
      }
      group.addTask {
        try await Task.sleep(for: patience)
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  /// The `max-age` of an answer (RFC 9111, section 5.2.2.1), within a minute and a day; an hour when there is none.
  static func lifetime(_ directives: [Substring]) -> TimeInterval {
    for directive in directives {
      let parts = directive.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2, parts[0].lowercased() == "max-age", let seconds = Double(parts[1]) {
        return min(max(seconds, 60), 86_400)
      }
    }
    return 3_600
  }

  /// A client for these requests; whoever makes it shuts it down.
  static func makeClient() -> HTTPClient {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.timeout = .init(connect: .seconds(5), read: .seconds(10))
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }
}
