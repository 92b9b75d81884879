import Foundation
import Testing

@testable import Domain

struct KeyRingTests {
  private static let purposes: [KeyRing.Purpose] = [.linkToken, .browserCookie, .formToken, .signInLink]

  private func ring() throws -> KeyRing {
    try #require(KeyRing([1: [UInt8](repeating: 1, count: 32), 7: [UInt8](repeating: 7, count: 40)]))
  }

  @Test func `a ring is never empty and holds no short key`() {
    let long = [UInt8](repeating: 1, count: 32)
    #expect(KeyRing([:]) == nil)
    #expect(KeyRing([1: []]) == nil)
    #expect(KeyRing([1: Array(long.dropLast())]) == nil)
    #expect(KeyRing([1: long, 2: Array(long.dropLast())]) == nil)
    #expect(KeyRing([1: long]) != nil)
  }

  @Test func `the highest key signs`() throws {
    #expect(try ring().currentID == 7)
    let key = [UInt8](repeating: 1, count: 32)
    #expect(KeyRing([0: key, 255: key, 12: key])?.currentID == 255)
  }

  @Test func `a code is valid whole or cut to 16 octets, for its own purpose, key and message`() throws {
    let ring = try ring()
    let message = Array("a message".utf8)
    for purpose in Self.purposes {
      let code = try #require(ring.code(message, for: purpose, keyID: 1))
      #expect(code.count == 32)
      for count in 0...32 {
        #expect(ring.isValid(Array(code.prefix(count)), of: message, for: purpose, keyID: 1) == (count >= 16))
      }
      #expect(!ring.isValid(code + [0], of: message, for: purpose, keyID: 1))
      #expect(!ring.isValid(code, of: message, for: purpose, keyID: 7))
      #expect(!ring.isValid(code, of: message, for: purpose, keyID: 2))
      #expect(!ring.isValid(code, of: message + [0], for: purpose, keyID: 1))
      for other in Self.purposes where other != purpose {
        #expect(!ring.isValid(code, of: message, for: other, keyID: 1))
      }
    }
  }

  @Test func `a code with one bit flipped is not valid`() throws {
    let ring = try ring()
    let code = try #require(ring.code([1, 2, 3], for: .formToken, keyID: 7))
    for bit in 0..<256 {
      var altered = code
      altered[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(!ring.isValid(altered, of: [1, 2, 3], for: .formToken, keyID: 7))
    }
  }

  @Test func `a purpose and its message cannot be read as another purpose's`() throws {
    let ring = try ring()
    let codes = Self.purposes.map { ring.code(Array("x".utf8), for: $0, keyID: 1) }
    #expect(Set(codes).count == Self.purposes.count)
    #expect(Self.purposes.allSatisfy { !$0.rawValue.utf8.contains(0) })
  }

  @Test func `secrets differ by purpose, record, generation and key`() throws {
    let ring = try ring()
    var secrets: Set<String> = []
    var made = 0
    for purpose in Self.purposes {
      for record in 1...5 {
        for generation in [1, 2, 3, 256, 65_536] {
          for key: UInt8 in [1, 7] {
            let bytes = Sample.id(record, of: SignInLink.self).bytes
            let secret = try #require(
              ring.secret(for: purpose, record: bytes, generation: generation, keyID: key))
            #expect(secret.utf8.count == 32)
            #expect(secret == ring.secret(for: purpose, record: bytes, generation: generation, keyID: key))
            secrets.insert(secret)
            made += 1
          }
        }
      }
    }
    #expect(made == 200)
    #expect(secrets.count == made)
    #expect(ring.secret(for: .signInLink, record: [1], generation: 1, keyID: 2) == nil)
    #expect(ring.code([1], for: .signInLink, keyID: 2) == nil)
  }

  /// What `openssl dgst` makes of the same octets.
  @Test func `a code is HMAC-SHA-256 over the purpose, a zero and the message`() throws {
    // printf 'form-token\0abc' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101… (32 octets)
    let code = try #require(try ring().code(Array("abc".utf8), for: .formToken, keyID: 1))
    #expect(Hexadecimal.encode(code) == "3819fc56590be41685a5bc9deceadc621d2ab7c540dd65e25ebe3436866c2ec8")
  }
}
