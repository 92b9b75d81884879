import Foundation
import Hummingbird
import NIOCore

/// The fields of a posted form. A name that comes twice has its first value.
struct Form: Sendable {
  private let fields: [String: String]

  subscript(name: String) -> String? { fields[name] }

  /// All of them, in the order of names.
  var all: [(name: String, value: String)] { fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

  /// Reads `name=value` pairs between ampersands, percent-encoded UTF-8 (WHATWG URL, application/x-www-form-urlencoded).
  init(urlencoded text: String) {
    var fields: [String: String] = [:]
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.decode(parts[0])
      if fields[name] == nil { fields[name] = parts.count > 1 ? Self.decode(parts[1]) : "" }
    }
    self.fields = fields
  }

  /// Pairs as they came.
  init(_ pairs: [(name: String, value: String)]) {
    fields = Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
  }

  private static func decode(_ text: Substring) -> String {
    let spaced = text.replacingOccurrences(of: "+", with: " ")
    return spaced.removingPercentEncoding ?? spaced
  }
}

extension Request {
  /// The body of a form, at most 64 KiB.
  func text(_ context: SiteContext) async throws -> String {
    var copy = self
    return try await copy.keepText(context)
  }

  /// The same; it can be read again afterwards.
  mutating func keepText(_ context: SiteContext) async throws -> String {
    do {
      return String(buffer: try await collectBody(upTo: context.maxUploadSize))
    } catch is NIOTooManyBytesError {
      throw HTTPError(.contentTooLarge)
    }
  }

  /// The fields of a form.
  func form(_ context: SiteContext) async throws -> Form { Form(urlencoded: try await text(context)) }
}
