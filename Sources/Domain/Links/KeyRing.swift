import Crypto
import Foundation

/// Secret keys by number. The highest signs; all of them verify, so that links made before a rotation work until they expire.
public struct KeyRing: Sendable {
  private let keys: [UInt8: SymmetricKey]
  private let current: SymmetricKey
  /// The number of the key that signs.
  public let currentID: UInt8

  /// A ring of 256-bit keys, or nil when it is empty or a key is shorter.
  public init?(_ keys: [UInt8: [UInt8]]) {
    guard let current = keys.max(by: { $0.key < $1.key }), keys.values.allSatisfy({ $0.count >= 32 }) else {
      return nil
    }
    self.keys = keys.mapValues { SymmetricKey(data: Data($0)) }
    self.current = SymmetricKey(data: Data(current.value))
    currentID = current.key
  }

  /// What a code is for; no code made for one purpose passes for another.
  public enum Purpose: String, Sendable {
    case linkToken = "link-token"
    case browserCookie = "browser-cookie"
    case formToken = "form-token"
    case signInLink = "sign-in-link"
    case invitation
    case providerFlow = "provider-flow"
    case providerArrival = "provider-arrival"
    case signInCode = "sign-in-code"
    case passwordReset = "password-reset"
    case addressChange = "address-change"
    case addressHash = "address-hash"
    case enquiry
  }

  /// The numbers of its keys, the one that signs first.
  public var ids: [UInt8] { keys.keys.sorted(by: >) }

  /// HMAC-SHA-256 of `message` for a purpose, or nil when the ring has no such key. 32 octets.
  public func code(_ message: [UInt8], for purpose: Purpose, keyID: UInt8) -> [UInt8]? {
    keys[keyID].map { code(message, for: purpose, under: $0) }
  }

  /// The same under the current key, which there is.
  func currentCode(_ message: [UInt8], for purpose: Purpose) -> [UInt8] {
    code(message, for: purpose, under: current)
  }

  private func code(_ message: [UInt8], for purpose: Purpose, under key: SymmetricKey) -> [UInt8] {
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
    keys[keyID].map { secret(for: purpose, record: record, generation: generation, under: $0) }
  }

  /// The same under the current key, which there is.
  public func currentSecret(for purpose: Purpose, record: [UInt8], generation: Int) -> String {
    secret(for: purpose, record: record, generation: generation, under: current)
  }

  private func secret(for purpose: Purpose, record: [UInt8], generation: Int, under key: SymmetricKey)
    -> String
  {
    let number = withUnsafeBytes(of: UInt32(truncatingIfNeeded: generation).bigEndian) { Array($0) }
    return Base32.encode(code(record + number, for: purpose, under: key).prefix(20))
  }

  /// Six figures to be typed, derived the same way. A remainder of 64 bits: none is likelier than another by a billionth.
  public func figures(for purpose: Purpose, record: [UInt8], keyID: UInt8) -> String? {
    code(record, for: purpose, keyID: keyID).map { code in
      let number = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000
      return String(String(number + 1_000_000).dropFirst())
    }
  }
}
