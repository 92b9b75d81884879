import Crypto
import Foundation

/// SHA-256 of a secret, in hexadecimal: what the database keeps of a session or a single-use link.
public struct SecretDigest: Hashable, Sendable, Codable {
  /// 64 hexadecimal digits.
  public let text: String

  /// The digest of `secret` as it stands in a URL or a cookie.
  public init(of secret: String) {
    text = Hexadecimal.encode(SHA256.hash(data: Data(secret.utf8)))
  }

  /// The digest of some bytes.
  public init(ofBytes bytes: [UInt8]) {
    text = Hexadecimal.encode(SHA256.hash(data: bytes))
  }

  /// A digest that was stored.
  public init(stored text: String) { self.text = text }
}

/// Lower-case hexadecimal.
public enum Hexadecimal {
  /// Two digits an octet.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var output: [UInt8] = []
    for byte in bytes {
      output.append(digits[Int(byte >> 4)])
      output.append(digits[Int(byte & 15)])
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The octets, or nil when `text` has an odd length or another character.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let octets = Array(text.utf8)
    let isHexadecimal = octets.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    guard octets.count.isMultiple(of: 2), isHexadecimal else { return nil }
    var output: [UInt8] = []
    for start in stride(from: 0, to: octets.count, by: 2) {
      guard let byte = UInt8(String(decoding: octets[start...start + 1], as: UTF8.self), radix: 16) else {
        return nil
      }
      output.append(byte)
    }
    return output
  }
}
