/// A random name of 128 bits for a `Subject`, written as 26 characters of lower-case base32.
///
/// Knowing one grants nothing (it is not a capability); it is never sequential.
public struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 26 characters.
  public let text: String

  /// The identifier of 16 `bytes`, or nil for another count.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    text = Base32.encode(bytes)
  }

  /// The identifier written as `text`, or nil when that is not the way one is written.
  public init?(_ text: String) {
    guard text.utf8.count == 26, let bytes = Base32.decode(text), bytes.count == 16 else { return nil }
    self.text = text
  }

  /// A new identifier from a source of chance.
  public init(using generator: inout some RandomNumberGenerator) {
    var bytes: [UInt8] = []
    for _ in 0..<2 {
      let word: UInt64 = generator.next()
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    text = Base32.encode(bytes)
  }

  /// The 16 octets.
  public var bytes: [UInt8] { Base32.decode(text) ?? [] }
  /// The 26 characters.
  public var description: String { text }
  /// In order, the smaller first.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
  /// Reads its text; another is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not an identifier of 26 base32 characters")
    }
    self = value
  }

  /// As its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
