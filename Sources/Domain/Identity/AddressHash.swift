/// What is kept of an address that must be known again and is not held: an HMAC of it, under a key that is not in the record.
///
/// It survives a rotation of the keys as long as the key that made it is in the ring. With that key gone it means nothing any
/// more: whoever refused mail is written to once more, and refuses once more.
public struct AddressHash: Hashable, Sendable {
  /// The key that made it.
  public var keyID: UInt8
  /// HMAC-SHA-256 of the address in lower case, in hexadecimal: 64 digits.
  public var text: String

  /// A hash that was made or stored.
  public init(keyID: UInt8, text: String) {
    self.keyID = keyID
    self.text = text
  }
}

extension KeyRing {
  /// What an address is kept under from now on.
  public func hash(of address: EmailAddress) -> AddressHash {
    AddressHash(
      keyID: currentID, text: Hexadecimal.encode(currentCode(Array(address.key.utf8), for: .addressHash)))
  }

  /// Every hash that an address may have been kept under, the newest first.
  public func hashes(of address: EmailAddress) -> [AddressHash] {
    ids.compactMap { id in
      code(Array(address.key.utf8), for: .addressHash, keyID: id).map {
        AddressHash(keyID: id, text: Hexadecimal.encode($0))
      }
    }
  }
}
