import Crypto
import Foundation

/// Secret keys by number. The highest signs; all of them verify, so that links made before a rotation work until they expire.
public struct KeyRing: Sendable {
  private let keys: [UInt8: SymmetricKey]
  /// The number of the key that signs.
  public let currentID: UInt8

  /// A ring of 256-bit keys, or nil when it is empty or a key is shorter.
  public init?(_ keys: [UInt8: [UInt8]]) {
    guard let current = keys.keys.max(), keys.values.allSatisfy({ $0.count >= 32 }) else { return nil }
    self.keys = keys.mapValues { SymmetricKey(data: Data($0)) }
    currentID = current
  }

  /// What a code is for; no code made for one purpose passes for another.
  public enum Purpose: String, Sendable {
    case linkToken = "link-token"
    case browserCookie = "browser-cookie"
    case formToken = "form-token"
    case signInLink = "sign-in-link"
  }

  /// HMAC-SHA-256 of `message` for a purpose, or nil when the ring has no such key. 32 octets.
  public func code(_ message: [UInt8], for purpose: Purpose, keyID: UInt8) -> [UInt8]? {
    guard let key = keys[keyID] else { return nil }
    var hmac = HMAC<SHA256>(key: key)
    hmac.update(data: Data(purpose.rawValue.utf8))
    hmac.update(data: Data([0]))
    hmac.update(data: message)
    return Array(hmac.finalize())
  }

  /// Whether `code` begins the code of `message`, compared in constant time. At least 16 octets are asked for.
  public func isValid(_ code: [UInt8], of message: [UInt8], for purpose: Purpose, keyID: UInt8) -> Bool {
    guard code.count >= 16, let expected = self.code(message, for: purpose, keyID: keyID),
      code.count <= expected.count
    else { return false }
    var difference: UInt8 = 0
    for (given, wanted) in zip(code, expected) { difference |= given ^ wanted }
    return difference == 0
  }

  /// A single-use secret of 160 bits (32 characters), derived and never stored: purpose ‖ record ‖ generation.
  public func secret(for purpose: Purpose, record: [UInt8], generation: Int, keyID: UInt8) -> String? {
    let number = withUnsafeBytes(of: UInt32(truncatingIfNeeded: generation).bigEndian) { Array($0) }
    return code(record + number, for: purpose, keyID: keyID).map { Base32.encode($0.prefix(20)) }
  }
}
