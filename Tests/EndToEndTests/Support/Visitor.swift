import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A client that keeps no cookies and follows nothing: what scanners, mail programs and scripts are.
enum Visitor {
  struct Answer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    let body: String

    subscript(header: String) -> String? { headers.first(name: header) }

    /// What a browser would send back of the cookies that it was given.
    var cookies: String {
      headers["set-cookie"].map { String($0.prefix { $0 != ";" }) }.joined(separator: "; ")
    }
  }

  /// Lives as long as the test run, whose end closes its connections. Fifty who ask at once do so over fifty of them.
  private static let client = HTTPClient(
    eventLoopGroupProvider: .singleton,
    configuration: .init(
      redirectConfiguration: .disallow,
      connectionPool: .init(
        idleTimeout: .seconds(60), concurrentHTTP1ConnectionsPerHostSoftLimit: 50)))

  static func get(_ url: String, headers: [String: String] = [:]) async throws -> Answer {
    try await send("GET", url, headers: headers)
  }

  /// Sends what a form of a page sends.
  static func post(_ url: String, form: [String: String], headers: [String: String] = [:]) async throws
    -> Answer
  {
    try await post(url, fields: form.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, headers: headers)
  }

  /// The same where a field may come several times.
  static func post(_ url: String, fields: [(String, String)], headers: [String: String] = [:]) async throws
    -> Answer
  {
    let pairs = fields.map { "\(encoded($0.0))=\(encoded($0.1))" }
    return try await send(
      "POST", url, headers: headers, type: "application/x-www-form-urlencoded",
      body: ByteBuffer(string: pairs.joined(separator: "&")))
  }

  static func send(
    _ method: String, _ url: String, headers: [String: String] = [:], type: String? = nil,
    body: ByteBuffer? = nil
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: url)
    request.method = HTTPMethod(rawValue: method)
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let type { request.headers.add(name: "content-type", value: type) }
    if let body { request.body = .bytes(body) }
    let response = try await client.execute(request, timeout: .seconds(30))
    let answer = try await response.body.collect(upTo: 16 << 20)
    return Answer(status: Int(response.status.code), headers: response.headers, body: String(buffer: answer))
  }

  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}
