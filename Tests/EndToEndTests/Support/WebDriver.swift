import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Commands of the W3C WebDriver protocol, sent to a chromedriver of our own.
struct WebDriver: Sendable {
  private let address: String
  private let client: HTTPClient

  /// Starts chromedriver on a port it chooses; it ends with the scratch.
  static func start(in scratch: Scratch) async throws -> WebDriver {
    let program = try Program("/usr/bin/chromedriver", ["--port=0"], in: scratch)
    let port = try await eventually("chromedriver to name its port") {
      guard program.isRunning else {
        throw GaveUp(description: "chromedriver ended: \(program.output) \(program.errors)")
      }
      return program.output.firstMatch(of: /started successfully on port (\d+)/)?.1
    }
    return WebDriver(address: "http://127.0.0.1:\(port)", client: HTTPClient.shared)
  }

  /// An answer's value, or what the driver has against the command.
  private struct Answer<Value: Decodable>: Decodable { let value: Value }
  private struct Problem: Decodable {
    let error: String
    let message: String
  }

  /// For commands whose answer says nothing.
  struct Nothing: Decodable { init(from decoder: any Decoder) {} }
  /// For commands without parameters.
  struct NoParameters: Encodable {}

  func post<Value: Decodable>(
    _ path: String, _ parameters: some Encodable, _ type: Value.Type = Value.self
  ) async throws -> Value {
    try await send(.POST, path, body: JSONEncoder().encode(parameters), type)
  }

  func get<Value: Decodable>(_ path: String, _ type: Value.Type = Value.self) async throws -> Value {
    try await send(.GET, path, body: nil, type)
  }

  func delete(_ path: String) async throws { _ = try await send(.DELETE, path, body: nil, Nothing.self) }

  private func send<Value: Decodable>(
    _ method: HTTPMethod, _ path: String, body: Data?, _ type: Value.Type
  ) async throws -> Value {
    var request = HTTPClientRequest(url: address + path)
    request.method = method
    if let body {
      request.headers.add(name: "content-type", value: "application/json; charset=utf-8")
      request.body = .bytes(ByteBuffer(bytes: body))
    }
    let response = try await client.execute(request, timeout: .seconds(60))
    let bytes = Data((try await response.body.collect(upTo: 64 << 20)).readableBytesView)
    guard response.status == .ok else {
      let problem = try JSONDecoder().decode(Answer<Problem>.self, from: bytes).value
      throw GaveUp(description: "\(method) \(path): \(problem.error): \(problem.message.prefix(300))")
    }
    return try JSONDecoder().decode(Answer<Value>.self, from: bytes).value
  }
}
