import Foundation
import Testing

@testable import Domain

struct AddressHashTests {
  private func ring(_ numbers: UInt8...) throws -> KeyRing {
    let keys = numbers.map { ($0, [UInt8](repeating: $0, count: 32)) }
    return try #require(KeyRing(Dictionary(keys) { first, _ in first }))
  }

  @Test func `the same mailbox has one hash whatever its case, and another has another`() throws {
    let ring = try ring(1)
    let hash = ring.hash(of: try EmailAddress("Amelia.Gunn@example.com"))
    #expect(hash == ring.hash(of: try EmailAddress("amelia.gunn@EXAMPLE.com")))
    #expect(hash.text.count == 64 && hash.keyID == 1)
    #expect(hash != ring.hash(of: try EmailAddress("amelia.gunn@example.org")))
  }

  @Test func `without the key nothing can be made of it`() throws {
    let address = try EmailAddress("amelia.gunn@example.com")
    let hash = try ring(1).hash(of: address).text
    #expect(hash != SecretDigest(of: address.key).text)
    #expect(try ring(2).hash(of: address).text != hash)
    let otherPurposes = try [KeyRing.Purpose.linkToken, .formToken, .invitation].compactMap {
      try ring(1).code(Array(address.key.utf8), for: $0, keyID: 1)
    }
    #expect(otherPurposes.count == 3 && !otherPurposes.map(Hexadecimal.encode).contains(hash))
  }

  @Test func `it is found after any rotation that keeps its key, and not after one that does not`() throws {
    let address = try EmailAddress("amelia.gunn@example.com")
    let hash = try ring(3).hash(of: address)
    #expect(try ring(3, 4, 9).hashes(of: address).contains(hash))
    #expect(try ring(3, 4, 9).hashes(of: address).map(\.keyID) == [9, 4, 3])
    #expect(try ring(3, 4, 9).hash(of: address) == ring(3, 4, 9).hashes(of: address).first)
    #expect(try !ring(4, 9).hashes(of: address).contains(hash))
  }
}
