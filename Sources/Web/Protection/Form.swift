import Foundation
import Hummingbird
import NIOCore

/// The fields of a posted form.
struct Form: Sendable {
  private let fields: [String: [String]]

  /// The value of a field; of one that comes twice the first.
  subscript(name: String) -> String? { fields[name]?.first }

  /// All values of a field, in the order that they came: the checkboxes that were ticked.
  func values(_ name: String) -> [String] { fields[name] ?? [] }

  /// All of them, in the order of names.
  var all: [(name: String, value: String)] {
    fields.sorted { $0.key < $1.key }.flatMap { field in field.value.map { (field.key, $0) } }
  }

  /// Reads `name=value` pairs between ampersands, percent-encoded UTF-8 (WHATWG URL, application/x-www-form-urlencoded).
  init(urlencoded text: String) {
    self.init(
      text.split(separator: "&").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (Self.decode(parts[0]), parts.count > 1 ? Self.decode(parts[1]) : "")
      })
  }

  /// Pairs as they came.
  init(_ pairs: [(name: String, value: String)]) {
    fields = Dictionary(grouping: pairs, by: \.name).mapValues { $0.map(\.value) }
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
