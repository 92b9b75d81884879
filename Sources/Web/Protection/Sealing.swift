import Crypto
import Domain
import Foundation

/// Encrypts and authenticates what rests in a browser for a while (ChaCha20-Poly1305, RFC 8439): nobody else can read it, and
/// what was altered, or sealed for another purpose, opens as nothing.
struct Sealing: Sendable {
  let keys: KeyRing

  /// Longer texts are not looked at: a browser keeps no cookie of more than 4 KiB.
  private static let longest = 8_192

  /// Seals a value with the current key.
  func seal(_ value: some Encodable, for purpose: KeyRing.Purpose) throws -> String {
    guard let key = key(for: purpose, keyID: keys.currentID) else { throw CryptoKitError.incorrectKeySize }
    let box = try ChaChaPoly.seal(JSONEncoder().encode(value), using: key)
    return "\(keys.currentID)." + Base32.encode(box.combined)
  }

  /// The value that was sealed for a purpose, or nil.
  func open<Value: Decodable>(_ text: String, as _: Value.Type, for purpose: KeyRing.Purpose) -> Value? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.longest, parts.count == 2, let keyID = UInt8(parts[0]),
      let key = key(for: purpose, keyID: keyID), let octets = Base32.decode(parts[1]),
      let box = try? ChaChaPoly.SealedBox(combined: octets),
      let plain = try? ChaChaPoly.open(box, using: key)
    else { return nil }
    return try? JSONDecoder().decode(Value.self, from: plain)
  }

  /// 256 bits of a ring's key for this and nothing else: HMAC is a pseudorandom function (RFC 5869, section 2.3).
  private func key(for purpose: KeyRing.Purpose, keyID: UInt8) -> SymmetricKey? {
    keys.code(Array("sealing".utf8), for: purpose, keyID: keyID).map { SymmetricKey(data: $0) }
  }
}
